import type { Transport } from '@modelferry/http';
import type { JobRecord, Operation, ProgressEvent, RunContext } from '@modelferry/operation';
import type { Performance } from './performance.ts';
import type { StagedSandbox } from './staged-sandbox.ts';

/** What is opened for the tests of a file. */
export interface Staged {
  open(): Promise<void>;
  close(): Promise<void>;
  /** Back to the start. */
  reset(): Promise<void>;
  /** What must hold whatever happened. */
  expectLaws(): void;
}

/** A transport with connections to give back. */
export interface StageTransport extends Transport {
  close(): Promise<void>;
}

/** What is particular to a vendor's stage. */
export interface VendorStageSetup<Sandbox, Client> {
  readonly operations: readonly Operation<Client>[];
  start(): Promise<Sandbox>;
  connect(): StageTransport;
}

/** What becomes visible of a run while it goes on. */
export interface Watched {
  readonly events: ProgressEvent[];
  readonly files: Map<string, Uint8Array>;
  readonly records: JobRecord[];
}

/** A sandbox for the tests of a file, and a vendor's operations performed on it as a host would. */
export abstract class VendorStage<
  Sandbox extends StagedSandbox,
  Client,
  Options extends { readonly records?: JobRecord[] },
> implements Staged {
  /** What was performed since the start. */
  protected performances: Performance[] = [];
  readonly #setup: VendorStageSetup<Sandbox, Client>;
  #opened: { readonly sandbox: Sandbox; readonly transport: StageTransport } | undefined;

  constructor(setup: VendorStageSetup<Sandbox, Client>) {
    this.#setup = setup;
  }

  /** A stage that is open while the tests of a file run; when it is set back is for them to say. */
  static forFile<Stage extends Staged>(this: new () => Stage): Stage {
    const stage = new this();
    beforeAll(() => stage.open());
    afterAll(() => stage.close());
    return stage;
  }

  /** The same, set back before each test; after it, the laws must hold. */
  static forEachTest<Stage extends Staged>(this: new () => Stage): Stage {
    const stage = new this();
    beforeAll(() => stage.open());
    afterAll(() => stage.close());
    beforeEach(() => stage.reset());
    afterEach(() => stage.expectLaws());
    return stage;
  }

  async open(): Promise<void> {
    this.#opened = { sandbox: await this.#setup.start(), transport: this.#setup.connect() };
  }

  async close(): Promise<void> {
    await this.transport.close();
    await this.sandbox.close();
  }

  async reset(): Promise<void> {
    this.performances = [];
    await this.sandbox.reset();
  }

  get sandbox(): Sandbox {
    if (!this.#opened) throw new Error('The stage opens when the tests of its file begin.');
    return this.#opened.sandbox;
  }

  protected get transport(): StageTransport {
    if (!this.#opened) throw new Error('The stage opens when the tests of its file begin.');
    return this.#opened.transport;
  }

  /** The requests of one route so far. */
  calls(operation: string): ReturnType<Sandbox['requests']>[number][] {
    const requests: readonly ReturnType<Sandbox['requests']>[number][] = this.sandbox.requests();
    return requests.filter((request) => request.operation === operation);
  }

  /** How many they are. */
  count(operation: string): number {
    return this.calls(operation).length;
  }

  /** @param name `resource.operation` */
  async perform(
    name: string,
    inputs: Readonly<Record<string, unknown>>,
    options: Options = {} as Options,
  ): Promise<Performance> {
    const operation = this.#setup.operations.find((one) => `${one.resource}.${one.name}` === name);
    if (!operation) throw new Error(`The catalog has no operation ${name}.`);
    const watched: Watched = { events: [], files: new Map(), records: options.records ?? [] };
    const [result] = await Promise.allSettled([operation.execute(this.contextOf(watched, options), inputs)]);
    const performance = { result, ...watched };
    this.performances.push(performance);
    return performance;
  }

  abstract expectLaws(): void;

  /** What a run is given. */
  protected abstract contextOf(watched: Watched, options: Options): RunContext<Client>;
}
