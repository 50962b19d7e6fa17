import { headerKey, type Secrets } from '@modelferry/auth';
import {
  EngineError,
  HttpClient,
  type Authorizer,
  type Clock,
  type RetryPolicy,
  type Transport,
} from '@modelferry/http';
import { fetchedKey, type ApiKey } from './fetched-key.ts';
import { givenKey, type GivenKey } from './given-key.ts';
import { hideAnswerSecrets } from './hide-answer-secrets.ts';
import { keyWords, type FetchedKind, type KeyKind } from './key-kind.ts';
import { readFailure } from './read-failure.ts';

/** The keys a user has set; none has to be. */
export type GivenKeys = Partial<Readonly<Record<KeyKind, GivenKey>>>;

/** Which key of its kind to use, where that is open. */
export interface KeyChoice {
  /** The published model whose retrain key to fetch. */
  readonly modelId?: string;
  /** Whether to fetch the key though one is set: the one set belongs to a model that was replaced. @default false */
  readonly fetched?: boolean;
}

export interface KeyRing {
  /** Whether a call that needs this kind of key can be made. */
  has(kind: KeyKind, choice?: KeyChoice): boolean;
  /** The signed way for a kind of key. @throws EngineError naming the key and how to give it */
  http(kind: KeyKind, doing: string, choice?: KeyChoice): HttpClient;
  /** The signed way for a prediction key that came with an answer. */
  withKey(apiKey: string): HttpClient;
}

export interface KeyRingOptions {
  readonly keys: GivenKeys;
  /** Signs nothing. */
  readonly transport: Transport;
  readonly managementUrl: string;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly retry?: Partial<RetryPolicy>;
  readonly random?: () => number;
  getApiKey(kind: FetchedKind, modelId: string | undefined, signal: AbortSignal): Promise<ApiKey>;
  warn(message: string): void;
}

const isFetched = (kind: KeyKind): kind is FetchedKind => kind !== 'secret' && kind !== 'prediction';

export function createKeyRing(options: KeyRingOptions): KeyRing {
  const { keys, transport, managementUrl, clock, secrets, retry, random, getApiKey, warn } = options;
  const fetchedKeys = new Map<string, Authorizer>();
  const clients = new Map<string, HttpClient>();

  const fetchedFor = (kind: KeyKind, modelId: string | undefined): Authorizer | undefined => {
    if (!isFetched(kind) || !keys.secret || (kind === 'retrain' && modelId === undefined)) return undefined;
    const scope = kind === 'retrain' ? modelId : undefined;
    const name = `${kind}:${scope ?? ''}`;
    const known = fetchedKeys.get(name);
    if (known) return known;
    const made = fetchedKey({
      name: `${kind} key${scope === undefined ? '' : ` of model ${scope}`}`,
      clock,
      warn,
      get: (signal) => getApiKey(kind, scope, signal),
    });
    fetchedKeys.set(name, made);
    return made;
  };

  const client = (access: { readonly transport: Transport; readonly authorizer?: Authorizer }): HttpClient =>
    new HttpClient({
      ...access,
      baseUrl: managementUrl,
      clock,
      retry,
      random,
      redact: (text) => secrets.redact(hideAnswerSecrets(text)),
      readError: readFailure,
    });

  return {
    has: (kind, { modelId } = {}) => keys[kind] !== undefined || fetchedFor(kind, modelId) !== undefined,
    withKey: (apiKey) => client({ transport, authorizer: headerKey('x-api-key', apiKey, secrets) }),
    http(kind, doing, { modelId, fetched = false } = {}) {
      const cacheName = `${kind}:${modelId ?? ''}:${fetched}`;
      const known = clients.get(cacheName);
      if (known) return known;
      const byFetching = fetchedFor(kind, modelId);
      const given = fetched && byFetching ? undefined : keys[kind];
      if (!given && !byFetching) {
        const { name, remedy } = keyWords[kind];
        throw new EngineError({
          code: 'invalid-input',
          message: `Could not ${doing}: this needs ${name}, and none is set.`,
          remedy,
        });
      }
      const made = client(
        given ? givenKey(given, transport, byFetching) : { transport, authorizer: byFetching },
      );
      clients.set(cacheName, made);
      return made;
    },
  };
}
