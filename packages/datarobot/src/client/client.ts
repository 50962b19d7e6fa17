import { bearer, token, type Secrets } from '@modelferry/auth';
import { HttpClient, InputError, type Authorizer, type Transport } from '@modelferry/http';
import type { ClientOptions } from '@modelferry/operation';
import { asyncTaskCalls, type AsyncTaskCalls } from './async-tasks.ts';
import { batchDataCalls, type BatchDataCalls } from './batch-data.ts';
import { batchPredictionCalls, type BatchPredictionCalls } from './batch-predictions.ts';
import { createCallPort } from './call-port.ts';
import { datasetUploadCalls, type DatasetUploadCalls } from './dataset-uploads.ts';
import { datasetCalls, type DatasetCalls } from './datasets.ts';
import { deploymentCalls, type DeploymentCalls } from './deployments.ts';
import { defaultEndpoint, normalEndpoint } from './endpoint.ts';
import { jobDefinitionCalls, type JobDefinitionCalls } from './job-definitions.ts';
import { defaultTimeouts, retryRules, type Timeouts } from './limits.ts';
import { modelReplacementCalls, type ModelReplacementCalls } from './model-replacement.ts';
import { platformCalls, type PlatformCalls } from './platform.ts';
import { predictionCalls, type PredictionCalls } from './predictions.ts';
import { readFailure } from './read-failure.ts';
import { retrainingPolicyCalls, type RetrainingPolicyCalls } from './retraining-policies.ts';
import { retrainingRunCalls, type RetrainingRunCalls } from './retraining-runs.ts';
import { retrainingSettingsCalls, type RetrainingSettingsCalls } from './retraining-settings.ts';
import { scoringAuthorizer } from './scoring-authorizer.ts';
import type { ScoringHost } from './scoring-host.ts';
import { watchDeprecation } from './watch-deprecation.ts';

/** What a client is made of. */
export interface DataRobotOptions extends ClientOptions {
  /**
   * Signs nothing. It carries what goes to a portable prediction server, which must not get the key that a transport adds
   * by itself.
   * @default transport
   */
  readonly plainTransport?: Transport;
  /**
   * API key. Left out where the transport signs by itself; it goes to the endpoint's origin and to the prediction server that
   * a deployment names, and nowhere else.
   */
  readonly apiToken?: string;
  /**
   * Root of the API, with or without `/api/v2`.
   * @default 'https://app.datarobot.com/api/v2'
   */
  readonly endpoint?: string;
  /** Key of a portable prediction server, which gets no other one. @default none: it needs none by itself (`pps-auth`) */
  readonly portableToken?: string;
  /** Key of the dedicated prediction server (`datarobot-key`). @default the one that the deployment names */
  readonly dataRobotKey?: string;
  /** The word before the key; every current server takes the first one (`bearer-only`). @default 'Bearer' */
  readonly authScheme?: 'Bearer' | 'Token';
  /** Takes in the API key. */
  readonly secrets: Secrets;
  /** @default {@link defaultTimeouts} */
  readonly timeouts?: Partial<Timeouts>;
  /** @default at most 5 tries, pauses from 0.5 s to 30 s, `Retry-After` up to 300 s */
  readonly retry?: ClientOptions['retry'];
  /** Told what the user should know and what stops nothing: a route that is deprecated. @default says nothing */
  warn?(message: string): void;
}

/** The vendor's API, one typed method for each call. */
export interface DataRobotClient
  extends
    AsyncTaskCalls,
    BatchDataCalls,
    BatchPredictionCalls,
    DatasetCalls,
    DatasetUploadCalls,
    DeploymentCalls,
    JobDefinitionCalls,
    ModelReplacementCalls,
    PlatformCalls,
    PredictionCalls,
    RetrainingPolicyCalls,
    RetrainingRunCalls,
    RetrainingSettingsCalls {
  /** Root of the API, without a final slash. */
  readonly endpoint: string;
}

/**
 * Makes a client. Nothing is sent before the first call.
 * @throws InputError for an endpoint that is none, or an empty API key
 */
export function createDataRobotClient(options: DataRobotOptions): DataRobotClient {
  const { transport, clock, secrets, random, warn, userAgent = 'modelferry' } = options;
  const endpoint = normalEndpoint(options.endpoint ?? defaultEndpoint);
  const watched = (one: Transport) => (warn ? watchDeprecation(one, secrets.redact, warn) : one);
  const shared = {
    transport: watched(transport),
    clock,
    redact: secrets.redact,
    readError: readFailure,
    retry: { ...retryRules, ...options.retry },
    random,
  };
  const headers = { 'user-agent': userAgent };
  const http = new HttpClient({ ...shared, baseUrl: endpoint, authorizer: authorizerOf(options), headers });
  const plain = { ...shared, transport: watched(options.plainTransport ?? transport) };
  const clientOf = (host: ScoringHost): HttpClient =>
    new HttpClient({
      ...(host.kind === 'portable' ? plain : shared),
      authorizer: scoringAuthorizer(host, options),
      headers,
    });
  const timeouts = { ...defaultTimeouts, ...options.timeouts };
  const port = createCallPort({ http, endpoint, timeouts, clock, redact: secrets.redact });
  const addSecret = (secret: string) => secrets.add(secret);
  return {
    endpoint,
    ...asyncTaskCalls(port),
    ...batchDataCalls(port),
    ...batchPredictionCalls(port),
    ...datasetCalls(port),
    ...datasetUploadCalls(port),
    ...deploymentCalls(port, addSecret),
    ...jobDefinitionCalls(port),
    ...modelReplacementCalls(port),
    ...platformCalls(port, addSecret),
    ...predictionCalls(clientOf, timeouts),
    ...retrainingPolicyCalls(port),
    ...retrainingRunCalls(port),
    ...retrainingSettingsCalls(port),
  };
}

function authorizerOf({
  apiToken,
  authScheme = 'Bearer',
  secrets,
}: DataRobotOptions): Authorizer | undefined {
  if (apiToken === undefined) return undefined;
  if (apiToken.trim() === '') {
    const remedy = 'Create an API key in DataRobot and pass it.';
    throw new InputError([{ field: 'apiToken', problem: 'must not be empty', remedy }]);
  }
  return authScheme === 'Bearer' ? bearer(apiToken, secrets) : token(apiToken, secrets);
}
