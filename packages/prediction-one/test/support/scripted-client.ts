import { createSecrets, headerKey, type Secrets } from '@modelferry/auth';
import {
  autoClock,
  scriptedTransport,
  type FakeClock,
  type ScriptedTransport,
  type ScriptStep,
} from '@modelferry/testkit';
import {
  createPredictionOneClient,
  type GivenKeys,
  type KeyKind,
  type PredictionOneClient,
  type PredictionOneOptions,
} from '../../src/index.ts';

export interface ScriptedClient {
  readonly client: PredictionOneClient;
  readonly transport: ScriptedTransport;
  readonly clock: FakeClock;
  readonly secrets: Secrets;
  readonly warnings: string[];
  readonly signal: AbortSignal;
}

export const testKey = (kind: KeyKind): string => `${kind}-key-0123456789`;

export const allKinds: readonly KeyKind[] = ['secret', 'train', 'deploy', 'retrain', 'prediction'];

/** A client that holds the named keys, over a transport that answers as planned. */
export function scriptedClient(
  steps: readonly ScriptStep[],
  {
    kinds = allKinds,
    ...options
  }: Partial<PredictionOneOptions> & { readonly kinds?: readonly KeyKind[] } = {},
): ScriptedClient {
  const secrets = createSecrets();
  const transport = scriptedTransport(steps);
  const clock = autoClock();
  const warnings: string[] = [];
  const keys = Object.fromEntries(
    kinds.map((kind) => [kind, { authorizer: headerKey('x-api-key', testKey(kind), secrets) }]),
  ) as GivenKeys;
  const client = createPredictionOneClient({
    transport,
    keys,
    clock,
    secrets,
    random: () => 0.5,
    warn: (message) => warnings.push(message),
    ...options,
  });
  return { client, transport, clock, secrets, warnings, signal: new AbortController().signal };
}
