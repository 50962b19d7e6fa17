import { setTimeout as sleep } from 'node:timers/promises';
import type { SandboxClock } from '../../clock.ts';
import { isoSeconds } from '../../dates.ts';
import type { Deployment } from '../deployment.ts';
import type { RegisteredModel } from '../registered-model.ts';
import type { DataRobotVariants } from '../variants.ts';
import type { JobSpec } from './job-spec.ts';
import { KeptRoom } from './kept-room.ts';
import { Part } from './part.ts';
import { Scoring } from './scoring.ts';

/** The vendor's words. */
export type JobStatus = 'INITIALIZING' | 'RUNNING' | 'COMPLETED' | 'ABORTED' | 'FAILED';

const failedRowsLimit = 100;
const hourMs = 3_600_000;
const runTimeLimitMs = 4 * hourMs;
const resultLifetimeMs = 48 * hourMs;

/** Scoring is normally done in no time; a poll waits this long for it, so that counts hold. */
const patienceMs = 2_000;

/** One batch prediction job: data come in, wait for their turn, are scored, and can be fetched for 48 hours. */
export class BatchJob {
  readonly id: string;
  readonly spec: JobSpec;
  readonly deployment: Deployment;
  /** What scores every row of it, whatever the deployment answers with later. */
  readonly model: RegisteredModel;
  readonly createdMs: number;
  readonly source: string;
  readonly logs: string[] = [];
  readonly scoring: Scoring;
  status: JobStatus = 'INITIALIZING';
  /** Never moves on. */
  isStuck = false;
  isDeleted = false;
  hidden: boolean | null = null;
  /** What it was made from. */
  definition: { readonly id: string; readonly name: string } | undefined;
  /** Bytes of it may have arrived, and the same data cannot be sent again. */
  uploadBegun = false;
  /** No more data will come. */
  isWhole = false;
  queuedMs: number | undefined;
  startedMs: number | undefined;
  endedMs: number | undefined;
  /** Rows that the furthest download has given out. */
  fetchedRows = 0;
  /** Calls that were carried out. */
  readonly done = { downloads: 0, deletes: 0, finalizes: 0 };
  readonly #room = new KeptRoom();
  readonly #parts = new Map<number, Part>();
  readonly #clock: SandboxClock;
  readonly #keepsData: boolean;
  #work: Promise<void> = Promise.resolve();

  constructor(options: {
    readonly id: string;
    readonly spec: JobSpec;
    readonly deployment: Deployment;
    readonly clock: SandboxClock;
    readonly variants: DataRobotVariants;
    readonly source?: string;
  }) {
    const { variants, spec, deployment } = options;
    this.id = options.id;
    this.spec = spec;
    this.deployment = deployment;
    this.model = deployment.model;
    this.source = options.source ?? 'Public API';
    this.#clock = options.clock;
    this.#keepsData = variants.has('from-existing-reuses-data');
    this.createdMs = options.clock.now();
    this.log('Job created by sandbox@example.com from 127.0.0.1');
    this.scoring = new Scoring({
      spec,
      model: this.model,
      parts: () => this.parts,
      isOver: () => this.isOver,
      showsFailed: spec.includePredictionStatus && !variants.has('failed-rows-omitted'),
      onFailures: (count) => {
        const limit = variants.has('abort-at-once') ? 1 : failedRowsLimit;
        if (spec.abortOnError && !variants.has('abort-threshold') && count >= limit)
          throw new Error(`Too many errors: ${count} rows could not be scored`);
      },
    });
  }

  get isOver(): boolean {
    return this.isDeleted || ['COMPLETED', 'ABORTED', 'FAILED'].includes(this.status);
  }

  /** Its result is gone. */
  get isExpired(): boolean {
    return this.endedMs !== undefined && this.#clock.now() - this.endedMs > resultLifetimeMs;
  }

  /** In the order of their numbers. */
  get parts(): readonly Part[] {
    return [...this.#parts.values()].sort((a, b) => a.number - b.number);
  }

  /** Rows that have come, without headers. */
  get rows(): number {
    return this.parts.reduce((sum, part) => sum + part.rows, 0);
  }

  get bytes(): number {
    return this.parts.reduce((sum, part) => sum + part.bytes, 0);
  }

  /** Rows that have come and were or will be scored by the stand-ins of {@link Scoring.standIns}. */
  get rowsBeyond(): number {
    return this.scoring.isCaughtUp ? this.rows - this.scoring.scored - this.scoring.failed : 0;
  }

  get scoredRows(): number {
    return this.scoring.scored + (this.scoring.scored > 0 ? this.rowsBeyond : 0);
  }

  get failedRows(): number {
    return this.scoring.failed + (this.scoring.scored > 0 ? 0 : this.rowsBeyond);
  }

  /** A new part, in the place of one of the same number. */
  openPart(number: number): Part {
    const part = new Part(number, this.spec, this.#room);
    this.#parts.set(number, part);
    return part;
  }

  dropPart(part: Part): void {
    if (this.#parts.get(part.number) === part) this.#parts.delete(part.number);
  }

  enqueue(): void {
    this.queuedMs ??= this.#clock.now();
  }

  run(): void {
    if (this.status !== 'INITIALIZING' || this.isOver) return;
    this.status = 'RUNNING';
    this.startedMs = this.#clock.now();
    this.log('Job started processing');
    void this.catchUp();
  }

  /** Scores what has come, if the job runs. Settles, never rejects, when that is done. */
  catchUp(): Promise<void> {
    if (this.status !== 'RUNNING') return Promise.resolve();
    this.#work = this.#work
      .then(() => this.scoring.run())
      .catch((error: unknown) => this.abort(error instanceof Error ? error.message : String(error)));
    return this.#work;
  }

  /** Waits for the scoring of what has come, but not for ever. */
  async settle(): Promise<void> {
    await Promise.race([this.#work, sleep(patienceMs, undefined, { ref: false })]);
  }

  get isScored(): boolean {
    return this.isWhole && (this.#parts.size === 0 || this.scoring.isCaughtUp);
  }

  completeWhenScored(): void {
    if (this.status !== 'RUNNING' || this.isOver || !this.isScored) return;
    this.log('Job finished processing');
    this.#end('COMPLETED');
    if (!this.#keepsData) for (const part of this.parts) part.kept.length = 0;
  }

  abortWhenOverdue(): void {
    if (this.status === 'RUNNING' && this.#clock.now() - (this.startedMs ?? 0) > runTimeLimitMs)
      this.abort('The job ran for more than 4 hours');
  }

  /** @param force also when it has ended already */
  abort(reason: string, force = false): void {
    if (this.isOver && !force) return;
    this.log(`Job was aborted: ${reason}`);
    this.#end('ABORTED');
  }

  fail(reason: string): void {
    if (this.isOver) return;
    this.log(`Job failed: ${reason}`);
    this.#end('FAILED');
  }

  log(line: string): void {
    this.logs.push(`${line} at ${isoSeconds(this.#clock.now())}`);
  }

  #end(status: JobStatus): void {
    this.status = status;
    this.endedMs = this.#clock.now();
  }
}
