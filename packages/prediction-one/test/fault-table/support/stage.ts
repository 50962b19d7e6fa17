import { createSecrets, headerKey } from '@modelferry/auth';
import { nodeTransport, tempScratch, type NodeTransport } from '@modelferry/node-host';
import type { ProgressEvent, RowOutcome, RunContext } from '@modelferry/operation';
import {
  startSandbox,
  type PredictionOneVariant,
  type RegionName,
  type RegionState,
  type Sandbox,
} from '@modelferry/sandbox';
import {
  autoClock,
  expectNoSecrets,
  hangsIn,
  memoryLedger,
  memorySink,
  watchedTransport,
  type MemoryLedger,
} from '@modelferry/testkit';
import {
  createPredictionOneClient,
  type GivenKeys,
  type KeyKind,
  type PredictionOneClient,
} from '../../../src/index.ts';
import { predictionOne } from '../../../src/catalog.ts';

export type Inputs = Readonly<Record<string, unknown>>;

/** Every operation of the catalog, as `resource.name`. */
export const operationNames: readonly string[] = predictionOne.operations.map(
  ({ resource, name }) => `${resource}.${name}`,
);

export const operationOf = (name: string) => {
  const found = predictionOne.operations.find((one) => `${one.resource}.${one.name}` === name);
  if (!found) throw new Error(`The catalog has no operation ${name}.`);
  return found;
};

/** One run of an operation, with all that became visible of it. */
export interface Performance {
  readonly result: PromiseSettledResult<unknown>;
  readonly events: readonly ProgressEvent[];
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly ledger: MemoryLedger;
  readonly virtualMs: number;
}

export interface PerformOptions {
  /** Keys the user has set. */
  readonly kinds: readonly KeyKind[];
  /** What the user took for a key of that kind. @default the right one */
  readonly mistaken?: Partial<Readonly<Record<KeyKind, string>>>;
  /** Shared between the tries of one request. @default a new one */
  readonly ledger?: MemoryLedger;
}

/** A sandbox for one file of tests, and operations performed on it as a host would. */
export class Stage {
  readonly #sandbox: Sandbox;
  readonly #transport: NodeTransport;
  #regionName: RegionName = 'japan';
  /** Every key and signature that was given out, and where each thing could be seen that was told. */
  readonly #secrets = new Set<string>();
  readonly #told: unknown[] = [];

  private constructor(sandbox: Sandbox, transport: NodeTransport) {
    this.#sandbox = sandbox;
    this.#transport = transport;
  }

  /** @param variants that must be there before the first model is */
  static async open(variants: readonly PredictionOneVariant[] = []): Promise<Stage> {
    return new Stage(await startSandbox({ variants }), nodeTransport());
  }

  async close(): Promise<void> {
    await this.#transport.close();
    await this.#sandbox.close();
  }

  /** Back to the start. @param regionName where everything happens from now on */
  async reset(regionName: RegionName = 'japan'): Promise<void> {
    this.#regionName = regionName;
    await this.#sandbox.reset();
    this.#secrets.clear();
    this.#told.length = 0;
  }

  get sandbox(): Sandbox {
    return this.#sandbox;
  }

  get region() {
    return this.#sandbox.describe().predictionOne[this.#regionName];
  }

  /** The model that the retrain and the prediction key belong to. */
  get published() {
    return this.region.published[0]!;
  }

  get state(): RegionState {
    return this.#sandbox.state().predictionOne[this.#regionName];
  }

  calls(operation: string) {
    return this.#sandbox.requests().filter((request) => request.operation === operation);
  }

  async perform(name: string, inputs: Inputs, options: PerformOptions): Promise<Performance> {
    const events: ProgressEvent[] = [];
    const files = new Map<string, Uint8Array>();
    const ledger = options.ledger ?? memoryLedger();
    const context = this.#context(options, events, files, ledger);
    const startedAtMs = context.clock.now();
    const [result] = await Promise.allSettled([this.#run(name, context, inputs)]);
    this.#told.push(result, events, ledger.records);
    return { result, events, files, ledger, virtualMs: context.clock.now() - startedAtMs };
  }

  /** What must hold whatever happened. @param asked secrets that the user asked to see */
  expectLaws(asked: readonly string[] = []): void {
    const { credentialLeaks } = this.#sandbox.state();
    expect({ credentialLeaks, ...this.#startedTooOften() }).toEqual({ credentialLeaks: 0 });
    const secrets = [...this.#secrets, ...Object.values(this.#keys)].filter(
      (secret) => !asked.includes(secret),
    );
    expectNoSecrets([this.#told, this.#sandbox.requests()], secrets);
  }

  /** A row that failed counts as a failure of the operation. */
  async #run(name: string, context: RunContext<PredictionOneClient>, inputs: Inputs): Promise<unknown> {
    const operation = operationOf(name);
    const value = await operation.execute(context, inputs);
    const bad = operation.result === 'rows' && (value as RowOutcome<unknown>[]).find(({ ok }) => !ok);
    if (bad && !bad.ok) throw bad.error;
    return value;
  }

  get #keys(): Readonly<Record<KeyKind, string>> {
    const { credentials } = this.region;
    return {
      secret: credentials.secretKey,
      train: credentials.trainKey,
      deploy: credentials.deployKey,
      retrain: this.published.retrainKey,
      prediction: this.published.predictionKey,
    };
  }

  /** One request may start one training and make one prediction API. */
  #startedTooOften(): object {
    const { trainingsStarted, classifiers } = this.state;
    const made = classifiers.length - this.region.published.length;
    return { ...(trainingsStarted > 1 && { trainingsStarted }), ...(made > 1 && { made }) };
  }

  #context(
    { kinds, mistaken }: PerformOptions,
    events: ProgressEvent[],
    files: Map<string, Uint8Array>,
    jobs: MemoryLedger,
  ): RunContext<PredictionOneClient> {
    const all = { ...this.#keys, ...mistaken };
    const clock = autoClock();
    const secrets = createSecrets();
    const transport = watchedTransport(this.#transport, {
      clock,
      hangs: hangsIn(this.#sandbox),
      onAnswer: (text) => this.#hear(text),
    });
    const keys = Object.fromEntries(
      kinds.map((kind) => [kind, { authorizer: headerKey('x-api-key', all[kind], secrets) }]),
    ) as GivenKeys;
    const client = createPredictionOneClient({
      ...{ transport, keys, clock, secrets, region: this.#regionName, random: () => 0.5 },
      managementUrl: this.region.managementBaseUrl,
      warn: (message) => events.push({ type: 'warning', message }),
    });
    return {
      ...{ client, clock, jobs, signal: new AbortController().signal, random: () => 0.5 },
      scratch: tempScratch(),
      progress: (event) => events.push(event),
      save: memorySink(files),
    };
  }

  #hear(text: string): void {
    for (const [, key] of text.matchAll(/"api_key":"([^"]+)"/g)) this.#secrets.add(key!);
    for (const [, signature] of text.matchAll(/Signature=([0-9a-f]{16,})/g)) this.#secrets.add(signature!);
  }
}
