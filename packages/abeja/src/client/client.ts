import { bearer, type Secrets } from '@modelferry/auth';
import { HttpClient, InputError, type Authorizer, type Transport } from '@modelferry/http';
import { createCallPort, type CallPort, type CallTimeouts, type ClientOptions } from '@modelferry/operation';
import { storageCalls, storageClient, type StorageCalls } from '@modelferry/upload';
import { baseUrlOf, serviceUrlOf } from './addresses.ts';
import { channelCalls, type ChannelCalls } from './data/channels.ts';
import { codeVersionCalls, type CodeVersionCalls } from './serving/code-versions.ts';
import { authorizerOf, type AbejaCredentials } from './credentials.ts';
import { datalakeFileCalls, type DatalakeFileCalls } from './data/datalake-files.ts';
import { datasetItemCalls, type DatasetItemCalls } from './data/dataset-items.ts';
import { datasetCalls, type DatasetCalls } from './data/datasets.ts';
import { datasourceCalls, type DatasourceCalls } from './data/datasources.ts';
import { definitionCalls, type DefinitionCalls } from './training/definitions.ts';
import { deploymentCalls, type DeploymentCalls } from './serving/deployments.ts';
import { endpointCalls, type EndpointCalls } from './serving/endpoints.ts';
import { hideAnswerSecrets } from './hide-answer-secrets.ts';
import { inferenceCalls, type InferenceCalls } from './serving/inference.ts';
import { jobCalls, type JobCalls } from './training/jobs.ts';
import { defaultTimeouts } from './limits.ts';
import { localJobCalls, type LocalJobCalls } from './training/local-jobs.ts';
import { modelCalls, type ModelCalls } from './training/models.ts';
import { organizationCalls, type OrganizationCalls } from './organization.ts';
import { readFailure } from './read-failure.ts';
import { resultCalls, type ResultCalls } from './training/results.ts';
import { pathOf } from './wire/segments.ts';
import { serviceCalls, type ServiceCalls } from './serving/services.ts';
import { versionCalls, type VersionCalls } from './training/versions.ts';

/** What a client is made of. */
export interface AbejaOptions extends ClientOptions {
  /**
   * Signs nothing. It carries what goes to presigned URLs and what is signed with the key of a local job.
   * @default transport, which must then sign nothing, either
   */
  readonly plainTransport?: Transport;
  /** ID or name of the organization. */
  readonly organizationId: string;
  /** Exactly one kind, or the word for a transport that signs by itself. */
  readonly credentials: AbejaCredentials | 'in-transport';
  /** @default 'https://api.abeja.io' */
  readonly baseUrl?: string;
  /** Where deployed services answer. @default the organization's host below that of `baseUrl` */
  readonly serviceBaseUrl?: string;
  /** Takes in the credential, and every key and presigned URL that is met. */
  readonly secrets: Secrets;
  /** @default {@link defaultTimeouts} */
  readonly timeouts?: Partial<CallTimeouts>;
  /** Of reads: nothing else is ever sent again. @default at most 5 tries, pauses up to 8 s, `Retry-After` up to 60 s */
  readonly retry?: ClientOptions['retry'];
}

/** The vendor's API, one typed method for each call, and the storage behind its URLs. */
export interface AbejaClient
  extends
    ChannelCalls,
    CodeVersionCalls,
    DatalakeFileCalls,
    DatasetCalls,
    DatasetItemCalls,
    DatasourceCalls,
    DefinitionCalls,
    DeploymentCalls,
    EndpointCalls,
    InferenceCalls,
    JobCalls,
    LocalJobCalls,
    ModelCalls,
    OrganizationCalls,
    ResultCalls,
    ServiceCalls,
    VersionCalls {
  readonly organizationId: string;
  readonly storage: StorageCalls;
}

/**
 * Makes a client. Nothing is sent before the first call.
 * @throws InputError for a base URL that is none, an empty organization, and credentials that are none, half or two; and
 *   for a transport that signs by itself without one that does not
 */
export function createAbejaClient(options: AbejaOptions): AbejaClient {
  const { transport, plainTransport = transport, clock, secrets, random, retry } = options;
  const baseUrl = baseUrlOf(options.baseUrl);
  const organizationId = checkOrganization(options.organizationId);
  const redact = (text: string): string => secrets.redact(hideAnswerSecrets(text));
  const timeouts = { ...defaultTimeouts, ...options.timeouts };
  const headers = { accept: 'application/json', 'user-agent': options.userAgent ?? 'modelferry' };
  const shared = { clock, random, retry, redact, headers, readError: readFailure };

  const own: Signer = { transport, authorizer: signerOf(options) };
  const portAt = (url: string, signer: Signer, root = ''): CallPort =>
    createCallPort({
      http: new HttpClient({ ...shared, ...signer, baseUrl: url }),
      timeouts,
      place: (call) => ({ ...call, path: `${root}${call.path}` }),
    });
  const organization = `/organizations${pathOf(organizationId)}`;
  const port = portAt(baseUrl, own, organization);
  const portWith = (token: string): CallPort =>
    portAt(baseUrl, { transport: plainTransport, authorizer: bearer(token, secrets) }, organization);
  const servicePort = (): CallPort =>
    portAt(serviceUrlOf(options.serviceBaseUrl, baseUrl, organizationId), own);

  const hideUrl = (url: string) => secrets.addUrl(url);
  const hide = (secret: string) => secrets.add(secret);
  return {
    organizationId,
    storage: storageCalls(storageClient({ transport: plainTransport, clock, redact, random })),
    ...channelCalls(port),
    ...codeVersionCalls(port, hideUrl),
    ...datalakeFileCalls(portAt(baseUrl, own), hideUrl),
    ...datasetCalls(port),
    ...datasetItemCalls(port),
    ...datasourceCalls(port, hide),
    ...definitionCalls(port),
    ...deploymentCalls(port),
    ...endpointCalls(port),
    ...inferenceCalls(servicePort),
    ...jobCalls(port),
    ...localJobCalls({ port, portWith, hide, hideUrl }),
    ...modelCalls(port, hideUrl),
    ...organizationCalls(port),
    ...resultCalls(port, hideUrl),
    ...serviceCalls(port),
    ...versionCalls(port, hideUrl),
  };
}

/** What signs a request, and what carries it. */
interface Signer {
  readonly transport: Transport;
  readonly authorizer: Authorizer | undefined;
}

function signerOf({ credentials, plainTransport, secrets }: AbejaOptions): Authorizer | undefined {
  if (credentials !== 'in-transport') return authorizerOf(credentials, secrets);
  if (plainTransport !== undefined) return undefined;
  // Presigned URLs must never get the credential
  throw new InputError([{ field: 'plainTransport', problem: 'must be given beside a transport that signs' }]);
}

function checkOrganization(given: string): string {
  const organizationId = given.trim();
  if (organizationId !== '' && organizationId !== '.' && organizationId !== '..') return organizationId;
  const remedy = 'Give the ID or the name of the organization.';
  throw new InputError([{ field: 'organizationId', problem: 'must not be empty', remedy }]);
}
