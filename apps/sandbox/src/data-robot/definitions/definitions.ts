import type { BatchJob } from '../batch/batch-job.ts';
import { readJobSpec, type JobSpec } from '../batch/job-spec.ts';
import type { Fields } from '../batch/spec-fields.ts';
import type { Deployment } from '../deployment.ts';
import { ApiError, invalid, notFound } from '../errors.ts';
import type { PlatformParts } from '../platform-parts.ts';
import type { Definition } from './definition.ts';
import { nextTime, readSchedule } from './schedule.ts';

const japanMs = 9 * 3_600_000;
/** After a long leap of the clock only so many of the missed runs are made up for. */
const mostMissedRuns = 20;

/** What definitions need of the platform. */
export interface DefinitionsGround {
  readonly parts: PlatformParts;
  readonly deployments: ReadonlyMap<string, Deployment>;
  createJob(spec: JobSpec, deployment: Deployment, source?: string): BatchJob;
  /** @throws ApiError 404 */
  feedIfRemote(job: BatchJob): void;
}

/** The job definitions, and what their schedules set off. */
export class Definitions {
  /** In the order they were made in. */
  readonly all = new Map<string, Definition>();
  readonly #platform: DefinitionsGround;

  constructor(platform: DefinitionsGround) {
    this.#platform = platform;
  }

  /** @throws ApiError 404, 422 */
  add(given: Fields): Definition {
    const { clock, invention, variants } = this.#platform.parts;
    const { name, enabled, schedule, ...body } = given;
    const deployment = this.#platform.deployments.get(readJobSpec(body, variants).deploymentId);
    if (deployment === undefined) throw notFound('Deployment not found');
    const id = invention.hex('dataRobot:definition', 24);
    const definition: Definition = {
      ...{ id, deployment, body, jobs: [], createdMs: clock.now(), updatedMs: clock.now() },
      ...{ name: `definition-${id}`, enabled: false, schedule: null },
      ...{ lastScheduledMs: undefined, nextMs: undefined },
    };
    this.#change(definition, { name, enabled, schedule });
    this.all.set(id, definition);
    return definition;
  }

  /** @throws ApiError 422 */
  update(definition: Definition, given: Fields): void {
    const { name, enabled, schedule, ...body } = given;
    const changed = { ...definition.body, ...body };
    readJobSpec(changed, this.#platform.parts.variants);
    this.#change(definition, { name, enabled, schedule });
    definition.body = changed;
    definition.updatedMs = this.#platform.parts.clock.now();
  }

  run(definition: Definition, source?: string): BatchJob {
    const spec = readJobSpec(definition.body, this.#platform.parts.variants);
    const job = this.#platform.createJob(spec, definition.deployment, source);
    job.definition = { id: definition.id, name: definition.name };
    this.#platform.feedIfRemote(job);
    definition.jobs.push(job);
    return job;
  }

  /** Runs what has come due. */
  advance(): void {
    for (const definition of this.all.values()) this.#runDue(definition);
  }

  #runDue(definition: Definition): void {
    const now = this.#platform.parts.clock.now();
    for (let runs = 0; definition.nextMs !== undefined && definition.nextMs <= now; runs += 1) {
      definition.lastScheduledMs = definition.nextMs;
      definition.nextMs = this.#next(definition, runs < mostMissedRuns ? definition.nextMs : now);
      if (runs < mostMissedRuns) this.#runScheduled(definition);
    }
  }

  #runScheduled(definition: Definition): void {
    try {
      this.run(definition, 'Scheduled');
    } catch (error) {
      // What it reads is gone: that is no error of the call during which it came due
      if (!(error instanceof ApiError)) throw error;
    }
  }

  #change(
    definition: Definition,
    { name, enabled, schedule }: Readonly<Record<'name' | 'enabled' | 'schedule', unknown>>,
  ): void {
    if (name !== undefined && (typeof name !== 'string' || name === ''))
      throw invalid("'name': value is not a string");
    if ([...this.all.values()].some((other) => other !== definition && other.name === name))
      throw invalid(`'name': there is a definition of the name already`);
    if (enabled !== undefined && typeof enabled !== 'boolean')
      throw invalid("'enabled': value should be True or False");
    const read = schedule === undefined || schedule === null ? definition.schedule : readSchedule(schedule);
    definition.name = name ?? definition.name;
    definition.enabled = enabled ?? definition.enabled;
    definition.schedule = read;
    definition.nextMs = this.#next(definition, this.#platform.parts.clock.now());
  }

  #next({ enabled, schedule }: Definition, afterMs: number): number | undefined {
    if (!enabled || schedule === null) return undefined;
    const offsetMs = this.#platform.parts.variants.has('schedule-local-time') ? japanMs : 0;
    return nextTime(schedule, afterMs, offsetMs);
  }
}
