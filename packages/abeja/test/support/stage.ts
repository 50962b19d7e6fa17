import { createSecrets } from '@modelferry/auth';
import { isEngineError, type EngineError } from '@modelferry/http';
import { nodeTransport, type NodeTransport } from '@modelferry/node-host';
import { isJob, type JobRecord, type ProgressEvent, type RunContext } from '@modelferry/operation';
import { startSandbox, type FaultRequest, type Sandbox } from '@modelferry/sandbox';
import { autoClock, collectBytes, expectNoSecrets, heldTransport } from '@modelferry/testkit';
import { abeja, createAbejaClient, type AbejaClient } from '../../src/index.ts';

/** One run of an operation, with all that became visible of it. */
export interface Performance {
  readonly result: PromiseSettledResult<unknown>;
  readonly events: readonly ProgressEvent[];
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly records: readonly JobRecord[];
}

/** A sandbox for one file of tests, and operations performed on it as a host would. */
export class Stage {
  readonly sandbox: Sandbox;
  readonly #transport: NodeTransport;
  #performances: Performance[] = [];
  #lot = 0.5;

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

  /** How often a call was made. */
  calls(operation: string): number {
    return this.sandbox.requests().filter((request) => request.operation === operation).length;
  }

  /** @param records kept between the tries of one request */
  async perform(
    name: string,
    inputs: Readonly<Record<string, unknown>>,
    records: JobRecord[] = [],
  ): Promise<Performance> {
    const operation = abeja.operations.find((one) => `${one.resource}.${one.name}` === name);
    if (!operation) throw new Error(`The catalog has no operation ${name}.`);
    const events: ProgressEvent[] = [];
    const files = new Map<string, Uint8Array>();
    const [result] = await Promise.allSettled([
      operation.execute(this.context(events, files, records), inputs),
    ]);
    const performance = { result, events, files, records };
    this.#performances.push(performance);
    return performance;
  }

  /** What must hold whatever happened: no key astray, every planned fault met, no note that passes for a job. */
  expectLaws(): void {
    expect(this.sandbox.state().credentialLeaks).toBe(0);
    expect(this.sandbox.faults.unconsumed()).toEqual([]);
    const records = this.#performances.flatMap((performance) => performance.records);
    for (const record of records) expect([record.kind, isJob(record)]).toEqual([record.kind, goesOn(record)]);
    expectNoSecrets([this.#performances, this.sandbox.requests()], [this.platform.user.token]);
  }

  context(
    events: ProgressEvent[] = [],
    files = new Map<string, Uint8Array>(),
    records: JobRecord[] = [],
  ): RunContext<AbejaClient> {
    const clock = autoClock();
    const random = () => this.#draw();
    const { baseUrl, serviceBaseUrl, organization, user } = this.platform;
    const transport = heldTransport(this.#transport, clock);
    const client = createAbejaClient({
      ...{ baseUrl, serviceBaseUrl, transport, clock, random, organizationId: organization.id },
      credentials: { userId: user.id, personalAccessToken: user.token },
      secrets: createSecrets(),
    });
    return {
      ...{ client, clock, random, signal: new AbortController().signal },
      progress: (event) => void events.push(event),
      jobs: {
        keep: async (record) => void records.push(record),
        earlier: async (kind, fingerprint) =>
          records.findLast((one) => one.kind === kind && one.fingerprint === fingerprint),
      },
      async save({ name, contentType, length, body }) {
        const bytes = await collectBytes(body);
        if (length !== undefined && bytes.length !== length)
          throw new Error(`${name}: ${length} bytes were promised and ${bytes.length} came.`);
        files.set(name, bytes);
        return { name, contentType, bytes: bytes.length, location: `memory:${name}` };
      },
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

/** What an operation gave. */
export function valueOf<Value = Readonly<Record<string, unknown>>>({ result }: Performance): Value {
  if (result.status === 'rejected') throw result.reason;
  return result.value as Value;
}

/** What it failed with. */
export function errorOf({ result }: Performance): EngineError {
  if (result.status === 'fulfilled') throw new Error('It succeeded.');
  if (!isEngineError(result.reason)) throw result.reason;
  return result.reason;
}

/** What an error says in all: what happened, and what to do next. */
export const wordsOf = (performance: Performance): string => {
  const { message, remedy } = errorOf(performance);
  return `${message} ${remedy}`;
};

export const warningsOf = ({ events }: Performance): string =>
  events.flatMap((event) => (event.type === 'warning' ? [event.message] : [])).join('\n');
