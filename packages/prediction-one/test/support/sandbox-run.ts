import { createSecrets, headerKey, type Secrets } from '@modelferry/auth';
import { nodeTransport, tempScratch, type NodeTransport } from '@modelferry/node-host';
import type { ProgressEvent, RunContext } from '@modelferry/operation';
import { startSandbox, type RegionDescription, type RegionName, type Sandbox } from '@modelferry/sandbox';
import {
  autoClock,
  expectNoSecrets,
  heldTransport,
  memoryLedger,
  memorySink,
  type FakeClock,
  type MemoryLedger,
} from '@modelferry/testkit';
import {
  createPredictionOneClient,
  type GivenKeys,
  type KeyKind,
  type PredictionOneClient,
} from '../../src/index.ts';

export interface SandboxRun {
  readonly context: RunContext<PredictionOneClient>;
  readonly clock: FakeClock;
  readonly events: ProgressEvent[];
  /** What was saved, by name. */
  readonly files: Map<string, Uint8Array>;
  readonly secrets: Secrets;
  readonly abort: AbortController;
}

export interface RunOptions {
  /** Keys the user has set. @default all of them */
  readonly kinds?: readonly KeyKind[];
  readonly region?: RegionName;
  /** Shared between the tries of one request. @default a new one */
  readonly ledger?: MemoryLedger;
}

/** The sandbox, started for a file of tests, and ways to run operations on it. */
export interface SandboxHouse {
  readonly sandbox: Sandbox;
  readonly region: (name?: RegionName) => RegionDescription;
  run(options?: RunOptions): SandboxRun;
}

/** Starts a sandbox before the tests of a file, resets it before each, and holds after each what must always hold. */
export function sandboxHouse(): SandboxHouse {
  let sandbox: Sandbox;
  let transport: NodeTransport;
  let runs: SandboxRun[] = [];
  beforeAll(async () => {
    sandbox = await startSandbox();
    transport = nodeTransport();
  });
  afterAll(async () => {
    await transport.close();
    await sandbox.close();
  });
  beforeEach(async () => {
    runs = [];
    await sandbox.reset();
  });
  afterEach(() => {
    expect(sandbox.state().credentialLeaks).toBe(0);
    expect(sandbox.faults.unconsumed()).toEqual([]);
    for (const { events } of runs) expectNoSecrets(events, keysOf(region(), region('international')));
  });

  const region = (name: RegionName = 'japan') => sandbox.describe().predictionOne[name];
  return {
    get sandbox() {
      return sandbox;
    },
    region,
    run(options = {}) {
      const made = newRun(transport, region(options.region), options);
      runs.push(made);
      return made;
    },
  };
}

const keysOf = (...regions: readonly RegionDescription[]): string[] =>
  regions.flatMap(({ credentials, published }) => [
    ...Object.values(credentials),
    ...published.flatMap(({ retrainKey, predictionKey }) => [retrainKey, predictionKey]),
  ]);

function newRun(node: NodeTransport, description: RegionDescription, options: RunOptions): SandboxRun {
  const clock = autoClock();
  const secrets = createSecrets();
  const transport = heldTransport(node, clock);
  const [model] = description.published;
  const { credentials } = description;
  const all: Record<KeyKind, string> = {
    secret: credentials.secretKey,
    train: credentials.trainKey,
    deploy: credentials.deployKey,
    retrain: model?.retrainKey ?? '',
    prediction: model?.predictionKey ?? '',
  };
  const kinds = options.kinds ?? (Object.keys(all) as KeyKind[]);
  const keys = Object.fromEntries(
    kinds.map((kind) => [kind, { authorizer: headerKey('x-api-key', all[kind], secrets) }]),
  ) as GivenKeys;
  const events: ProgressEvent[] = [];
  const files = new Map<string, Uint8Array>();
  const abort = new AbortController();
  const client = createPredictionOneClient({
    transport,
    keys,
    clock,
    secrets,
    region: options.region ?? 'japan',
    managementUrl: description.managementBaseUrl,
    warn: (message) => events.push({ type: 'warning', message }),
  });
  const context: RunContext<PredictionOneClient> = {
    client,
    clock,
    signal: abort.signal,
    random: () => 0.5,
    jobs: options.ledger ?? memoryLedger(),
    scratch: tempScratch(),
    progress: (event) => events.push(event),
    save: memorySink(files),
  };
  return { context, clock, events, files, secrets, abort };
}

/** Warnings among the events. */
export const warningsOf = ({ events }: SandboxRun): string[] =>
  events.flatMap((event) => (event.type === 'warning' ? [event.message] : []));
