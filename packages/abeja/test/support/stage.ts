import { createSecrets } from '@modelferry/auth';
import { nodeTransport } from '@modelferry/node-host';
import { isJob, type JobRecord, type RunContext } from '@modelferry/operation';
import { startSandbox, type FaultRequest, type Sandbox } from '@modelferry/sandbox';
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
import { abeja, createAbejaClient, type AbejaClient } from '../../src/index.ts';

/** How to perform an operation. */
export interface PerformOptions {
  /** Kept between the tries of one request. @default a new one */
  readonly records?: JobRecord[];
}

/** The platform for the tests of a file, and operations performed on it as a host would. */
export class Stage extends VendorStage<Sandbox, AbejaClient, PerformOptions> {
  #lot = 0.5;

  constructor() {
    super({ operations: abeja.operations, start: () => startSandbox(), connect: nodeTransport });
  }

  get platform() {
    return this.sandbox.describe().abeja;
  }

  get state() {
    return this.sandbox.state().abeja;
  }

  enable(...variants: readonly string[]): void {
    this.sandbox.variants.change({ enable: variants as never });
  }

  plan(fault: FaultRequest): void {
    this.sandbox.faults.plan(fault);
  }

  /** No key astray, every planned fault met, no note that passes for a job. */
  expectLaws(): void {
    expect(this.sandbox.state().credentialLeaks).toBe(0);
    expect(this.sandbox.faults.unconsumed()).toEqual([]);
    const records = this.performances.flatMap((performance) => performance.records);
    for (const record of records) expect([record.kind, isJob(record)]).toEqual([record.kind, goesOn(record)]);
    expectNoSecrets([this.performances, this.sandbox.requests()], [this.platform.user.token]);
  }

  /** What a run is given that nobody watches. */
  context(): RunContext<AbejaClient> {
    return this.contextOf({ events: [], files: new Map(), records: [] });
  }

  protected contextOf({ events, files, records }: Watched): RunContext<AbejaClient> {
    const clock = autoClock();
    const random = () => this.#draw();
    const { baseUrl, serviceBaseUrl, organization, user } = this.platform;
    const transport = watchedTransport(this.transport, { clock, hangs: hangsIn(this.sandbox) });
    const client = createAbejaClient({
      ...{ baseUrl, serviceBaseUrl, transport, clock, random, organizationId: organization.id },
      credentials: { userId: user.id, personalAccessToken: user.token },
      secrets: createSecrets(),
    });
    return {
      ...{ client, clock, random, signal: new AbortController().signal },
      progress: (event) => void events.push(event),
      jobs: memoryLedger(records),
      save: memorySink(files),
    };
  }

  /** The same numbers every time, and no two of them alike: marks are made of them. */
  #draw(): number {
    this.#lot = (this.#lot * 997 + 0.123) % 1;
    return this.#lot;
  }
}

/** Whether it names what a host could show, wait for or end. */
const goesOn = ({ kind }: JobRecord): boolean => kind === 'training-job' || kind === 'service';
