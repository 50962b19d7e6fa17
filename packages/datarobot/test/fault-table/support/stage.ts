import { createSecrets } from '@modelferry/auth';
import { nodeTransport } from '@modelferry/node-host';
import type { JobRecord, ProgressEvent, RunContext } from '@modelferry/operation';
import { startSandbox, type DeploymentDescription, type Sandbox } from '@modelferry/sandbox';
import {
  autoClock,
  expectNoSecrets,
  hangsIn,
  memoryLedger,
  memorySink,
  VendorStage,
  watchedTransport,
  type Watched,
} from '@modelferry/testkit';
import {
  createDataRobotClient,
  dataRobot,
  type DataRobotClient,
  type DataRobotOptions,
} from '../../../src/index.ts';

export type Inputs = Readonly<Record<string, unknown>>;

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

/** A sandbox for the tests of a file, and operations performed on it as a host would. */
export class Stage extends VendorStage<Sandbox, DataRobotClient, PerformOptions> {
  constructor() {
    super({ operations: dataRobot.operations, start: () => startSandbox(), connect: nodeTransport });
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

  /** No row scored twice, no token astray, nothing kept that is not whole. */
  expectLaws(): void {
    const { batchJobs } = this.state;
    const scored = batchJobs.filter(
      ({ uploads, queued, state }) =>
        uploads.length > 0 && queued && state !== 'deleted' && state !== 'ABORTED',
    );
    expect(scored.length).toBeLessThanOrEqual(1);
    expect(this.sandbox.state().credentialLeaks).toBe(0);
    for (const { result, files } of this.performances) {
      if (result.status === 'rejected') expect([...files.keys()]).toEqual([]);
    }
    expectNoSecrets([this.performances, this.sandbox.requests()], [this.platform.apiToken]);
  }

  protected contextOf(
    { events, files, records }: Watched,
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
        ? this.transport
        : watchedTransport(this.transport, { clock: still, hangs: hangsIn(this.sandbox) }),
      warn: (message) => progress({ type: 'warning', message }),
      ...more,
    });
    return {
      ...{ client, clock, progress, signal: abort.signal, random: () => 0.5 },
      jobs: memoryLedger(records),
      save: memorySink(files),
      ...host,
    };
  }
}
