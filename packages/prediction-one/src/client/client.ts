import type { Secrets } from '@modelferry/auth';
import { HttpClient, type Clock, type RetryPolicy, type Transport } from '@modelferry/http';
import { storageCalls, type StorageCalls } from '@modelferry/upload';
import { apiKeyCalls, type ApiKeyCalls } from './api-key.ts';
import { createCallPort } from './call-port.ts';
import { classifierCalls, type ClassifierCalls } from './classifiers.ts';
import { dataSetCalls, type DataSetCalls } from './data-sets.ts';
import { hideAnswerSecrets } from './hide-answer-secrets.ts';
import { inferenceCalls, type InferenceCalls } from './inference.ts';
import { createKeyRing, type GivenKeys, type KeyRing } from './key-ring.ts';
import { modelCalls, type ModelCalls } from './models.ts';
import { basePath, regions, type Region } from './regions.ts';
import { readStorageFailure } from './read-storage-failure.ts';
import { retrainCalls, type RetrainCalls } from './retrain.ts';

/** What a client is made of. */
export interface PredictionOneOptions {
  /** Signs nothing: for storage URLs, and for keys that the engine itself holds. */
  readonly transport: Transport;
  /** Each kind the user has set. Without any, every call says which one it needs. */
  readonly keys: GivenKeys;
  /** @default 'japan' */
  readonly region?: Region;
  /** Origin of the management host, with or without the base path. @default that of the region */
  readonly managementUrl?: string;
  readonly clock: Clock;
  /** Takes in every key and presigned URL that is met. */
  readonly secrets: Secrets;
  readonly retry?: Partial<RetryPolicy>;
  /** From 0 to below 1, for jitter. @default Math.random */
  readonly random?: () => number;
  /** Told what the user should know and what stops nothing: a key that ends soon. @default says nothing */
  warn?(message: string): void;
}

/** The vendor's API, one method for each of its 17 documented calls, and the storage behind its URLs. */
export interface PredictionOneClient
  extends ApiKeyCalls, RetrainCalls, ModelCalls, DataSetCalls, ClassifierCalls, InferenceCalls {
  readonly storage: StorageCalls;
  /** Tells which calls can be made with the keys at hand. */
  readonly keys: Pick<KeyRing, 'has'>;
}

/** Makes a client. Nothing is sent, and no key is fetched, before the first call. */
export function createPredictionOneClient(options: PredictionOneOptions): PredictionOneClient {
  const { transport, clock, secrets, retry, random, warn = () => undefined } = options;
  // A base URL of the user's own may belong to either region: then a missing API is hinted at in general
  const region = options.region ?? (options.managementUrl === undefined ? 'japan' : undefined);
  const managementUrl = originOf(options.managementUrl ?? regions[region ?? 'japan'].managementUrl);
  const redact = (text: string): string => secrets.redact(hideAnswerSecrets(text));

  const keys = createKeyRing({
    keys: options.keys,
    transport,
    managementUrl,
    clock,
    secrets,
    retry,
    random,
    warn,
    getApiKey: (credentialType, modelId, signal) => fetching.getApiKey({ credentialType, modelId }, signal),
  });
  const port = createCallPort({ keys, region, clock, redact });
  const fetching = apiKeyCalls(port, secrets.add);
  const storage = new HttpClient({ transport, clock, retry, random, redact, readError: readStorageFailure });

  return {
    keys,
    ...fetching,
    ...retrainCalls(port, secrets.addUrl),
    ...modelCalls(port, secrets.addUrl),
    ...dataSetCalls(port, secrets.addUrl),
    ...classifierCalls(port, secrets.add),
    ...inferenceCalls(keys),
    storage: storageCalls(storage),
  };
}

/** Some give the base URL with the base path, some without. */
const originOf = (url: string): string => {
  const bare = url.trim().replace(/\/+$/, '');
  return bare.endsWith(basePath) ? bare.slice(0, -basePath.length) : bare;
};
