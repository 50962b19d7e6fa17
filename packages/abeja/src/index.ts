export { defaultBaseUrl } from './client/addresses.ts';
export type { Channel, ChannelCalls, ChannelPage } from './client/channels.ts';
export { createAbejaClient, type AbejaClient, type AbejaOptions } from './client/client.ts';
export type {
  CodeVersion,
  CodeVersionCalls,
  CodeVersionFromGit,
  CodeVersionSettings,
  WaitingVersion,
} from './client/code-versions.ts';
export type { AbejaCredentials } from './client/credentials.ts';
export type { DatalakeFile, Lifetime, WaitingFile } from './client/datalake-file.ts';
export type { DatalakeFileCalls, FileFacts, FileFilter, FileUpload } from './client/datalake-files.ts';
export {
  maxItemsInCall,
  type DatasetItem,
  type DatasetItemCalls,
  type ItemAttributes,
  type ItemPage,
  type NewDatasetItem,
} from './client/dataset-items.ts';
export type { Dataset, DatasetCalls, DatasetSettings } from './client/datasets.ts';
export type { Datasource, DatasourceCalls } from './client/datasources.ts';
export type { Definition, DefinitionCalls } from './client/definitions.ts';
export type { Deployment, DeploymentCalls } from './client/deployments.ts';
export type { Endpoint, EndpointCalls } from './client/endpoints.ts';
export type { Environment } from './client/environment.ts';
export type { InferenceCalls, InferenceRequest, InferenceTarget } from './client/inference.ts';
export type { Job } from './client/job.ts';
export type { JobCalls, JobSettings } from './client/jobs.ts';
export { defaultTimeouts } from './client/limits.ts';
export {
  allChannels,
  allDatasetItems,
  allDatasets,
  allDefinitions,
  allFiles,
  allJobs,
  allModels,
} from './client/lists.ts';
export type {
  LocalJobCalls,
  LocalJobLog,
  LocalJobRef,
  LocalJobSettings,
  LocalJobState,
} from './client/local-jobs.ts';
export type { LogPage, LogRequest } from './client/log-page.ts';
export type { Metadata } from './client/metadata.ts';
export type { Metric, Metrics } from './client/metrics.ts';
export type { Model, ModelCalls, ModelUpload } from './client/models.ts';
export type { Organization, OrganizationCalls } from './client/organization.ts';
export type { ArchiveFilter, Page, PageRequest, TokenPage } from './client/page.ts';
export type { ResultCalls } from './client/results.ts';
export type { ServedModel, Service } from './client/service.ts';
export type { ServiceCalls, ServiceScale, ServiceSettings } from './client/services.ts';
export type { Statistics } from './client/statistics.ts';
export type { Version } from './client/version.ts';
export type { VersionCalls, VersionFromGit, VersionSettings, VersionUpload } from './client/versions.ts';
export { abeja } from './catalog/catalog.ts';
export { vendor } from './vendor.ts';
