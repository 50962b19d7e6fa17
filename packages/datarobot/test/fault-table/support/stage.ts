import { createSecrets } from '@modelferry/auth';
import { nodeTransport, type NodeTransport } from '@modelferry/node-host';
import type { JobLedger, JobRecord, ProgressEvent, RunContext } from '@modelferry/operation';
import { startSandbox, type DeploymentDescription, type Sandbox } from '@modelferry/sandbox';
import { autoClock, collectBytes, expectNoSecrets, watchedTransport } from '@modelferry/testkit';
import {
  createDataRobotClient,
  dataRobot,
  type DataRobotClient,
  type DataRobotOptions,
} from '../../../src/index.ts';

export type Inputs = Readonly<Record<string, unknown>>;

/** One run of an operation, with all that became visible of it. */
export interface Performance {
  readonly result: PromiseSettledResult<unknown>;
  readonly events: readonly ProgressEvent[];
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly records: readonly JobRecord[];
}

export interface PerformOptions {
  /** Kept between the tries of one request. @default a new one */
  readonly records?: JobRecord[];
  readonly client?: Partial<DataRobotOptions>;
  readonly abort?: AbortController;
  /** What the host has otherwise. @default a clock that stands still while a call is under way, and a sink in memory */
  readonly host?: Partial<Pick<RunContext<DataRobotClient>, 'clock' | 'save'>>;
  /** Told of everything as it happens. */
  onProgress?(event: ProgressEvent): void;
}

/** What makes a job without its data is tried elsewhere. */
const elsewhere: ReadonlySet<string> = new Set(['batchPrediction.create', 'batchPrediction.rerun']);

/** Every operation that follows a batch prediction, as `resource.name`. */
export const operationNames = dataRobot.operations
  .filter(({ resource }) => resource === 'batchPrediction')
  .map(({ resource, name }) => `${resource}.${name}`)
  .filter((name) => !elsewhere.has(name));

/** A sandbox for one file of tests, and operations performed on it as a host would. */
export class Stage {
  readonly sandbox: Sandbox;
  readonly #transport: NodeTransport;
  #performances: Performance[] = [];

  private constructor(sandbox: Sandbox, transport: NodeTransport) {
    this.sandbox = sandbox;
    this.#transport = transport;
  }

  static async open(): Promise<Stage> {
    return new Stage(await startSandbox(), nodeTransport());
  }

  async close(): Promise<void> {
    await this.#transport.close();
    await this.sandbox.close();
  }

  async reset(): Promise<void> {
    this.#performances = [];
    await this.sandbox.reset();
  }

  get platform() {
    return this.sandbox.describe().dataRobot;
  }

  get deployment(): DeploymentDescription {
    return this.platform.deployments[0]!;
  }

  get state() {
    return this.sandbox.state().dataRobot;
  }

  calls(operation: string) {
    return this.sandbox.requests().filter((request) => request.operation === operation);
  }

  async perform(name: string, inputs: Inputs, options: PerformOptions = {}): Promise<Performance> {
    const operation = dataRobot.operations.find((one) => `${one.resource}.${one.name}` === name);
    if (!operation) throw new Error(`The catalog has no operation ${name}.`);
    const events: ProgressEvent[] = [];
    const files = new Map<string, Uint8Array>();
    const records = options.records ?? [];
    const context = this.#context(events, files, records, options);
    const [result] = await Promise.allSettled([operation.execute(context, inputs)]);
    const performance = { result, events, files, records };
    this.#performances.push(performance);
    return performance;
  }

  /** What must hold whatever happened: no row scored twice, no token astray, nothing kept that is not whole. */
  expectLaws(): void {
    const { batchJobs } = this.state;
    const scored = batchJobs.filter(
      ({ uploads, queued, state }) =>
        uploads.length > 0 && queued && state !== 'deleted' && state !== 'ABORTED',
    );
    expect(scored.length).toBeLessThanOrEqual(1);
    expect(this.sandbox.state().credentialLeaks).toBe(0);
    for (const { result, files } of this.#performances) {
      if (result.status === 'rejected') expect([...files.keys()]).toEqual([]);
    }
    expectNoSecrets([this.#performances, this.sandbox.requests()], [this.platform.apiToken]);
  }

  #context(
    events: ProgressEvent[],
    files: Map<string, Uint8Array>,
    records: JobRecord[],
    { client: more, abort = new AbortController(), host, onProgress }: PerformOptions,
  ): RunContext<DataRobotClient> {
    const still = autoClock();
    const clock = host?.clock ?? still;
    const { endpoint, apiToken } = this.platform;
    const progress = (event: ProgressEvent) => {
      events.push(event);
      onProgress?.(event);
    };
    const client = createDataRobotClient({
      ...{ endpoint, apiToken, clock, secrets: createSecrets(), random: () => 0.5 },
      transport: host?.clock
        ? this.#transport
        : watchedTransport(this.#transport, {
            clock: still,
            hangs: (sentAtMs, quietMs) => this.#hangs(sentAtMs, quietMs),
          }),
      warn: (message) => progress({ type: 'warning', message }),
      ...more,
    });
    const jobs: JobLedger = {
      keep: async (record) => {
        records.push(record);
      },
      earlier: async (kind, fingerprint) =>
        records.findLast((one) => one.kind === kind && one.fingerprint === fingerprint),
    };
    return {
      ...{ client, clock, jobs, progress, signal: abort.signal, random: () => 0.5 },
      async save({ name, contentType, length, body }) {
        const bytes = await collectBytes(body);
        if (length !== undefined && bytes.length !== length)
          throw new Error(`${name}: ${length} bytes were promised and ${bytes.length} came.`);
        files.set(name, bytes);
        return { name, contentType, bytes: bytes.length, location: `memory:${name}` };
      },
      ...host,
    };
  }

  /** Whether a request sent since then has met a fault that never answers. */
  #hangs(sentAtMs: number, quietMs: number): boolean {
    const hanging: ReadonlySet<string> = new Set(['timeout', 'stall', 'stall-mid-upload', 'stall-mid-body']);
    const planned = this.sandbox.faults.list().filter(({ kind }) => hanging.has(kind));
    return this.sandbox
      .requests()
      .some(
        ({ faultId, endedAtMs, startedAtMs }) =>
          endedAtMs === null &&
          startedAtMs >= sentAtMs &&
          Date.now() - startedAtMs > quietMs &&
          planned.some(({ id }) => id === faultId),
      );
  }
}
