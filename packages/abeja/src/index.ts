export { defaultBaseUrl } from './client/addresses.ts';
export type { Channel, ChannelCalls, ChannelPage } from './client/data/channels.ts';
export { createAbejaClient, type AbejaClient, type AbejaOptions } from './client/client.ts';
export type {
  CodeVersion,
  CodeVersionCalls,
  CodeVersionFromGit,
  CodeVersionSettings,
  WaitingVersion,
} from './client/serving/code-versions.ts';
export type { AbejaCredentials } from './client/credentials.ts';
export type { DatalakeFile, Lifetime, WaitingFile } from './client/data/datalake-file.ts';
export type { DatalakeFileCalls, FileFacts, FileFilter, FileUpload } from './client/data/datalake-files.ts';
export {
  maxItemsInCall,
  type DatasetItem,
  type DatasetItemCalls,
  type ItemAttributes,
  type ItemPage,
  type NewDatasetItem,
} from './client/data/dataset-items.ts';
export type { Dataset, DatasetCalls, DatasetSettings } from './client/data/datasets.ts';
export type { Datasource, DatasourceCalls } from './client/data/datasources.ts';
export type { Definition, DefinitionCalls } from './client/training/definitions.ts';
export type { Deployment, DeploymentCalls } from './client/serving/deployments.ts';
export type { Endpoint, EndpointCalls } from './client/serving/endpoints.ts';
export type { Environment } from './client/wire/environment.ts';
export type { InferenceCalls, InferenceRequest, InferenceTarget } from './client/serving/inference.ts';
export type { Job } from './client/training/job.ts';
export type { JobCalls, JobSettings } from './client/training/jobs.ts';
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
} from './client/training/local-jobs.ts';
export type { LogPage, LogRequest } from './client/wire/log-page.ts';
export type { Metadata } from './client/data/metadata.ts';
export type { Metric, Metrics } from './client/training/metrics.ts';
export type { Model, ModelCalls, ModelUpload } from './client/training/models.ts';
export type { Organization, OrganizationCalls } from './client/organization.ts';
export type { ArchiveFilter, Page, PageRequest, TokenPage } from './client/wire/page.ts';
export type { ResultCalls } from './client/training/results.ts';
export type { ServedModel, Service } from './client/serving/service.ts';
export type { ServiceCalls, ServiceScale, ServiceSettings } from './client/serving/services.ts';
export type { Statistics } from './client/training/statistics.ts';
export type { Version } from './client/training/version.ts';
export type {
  VersionCalls,
  VersionFromGit,
  VersionSettings,
  VersionUpload,
} from './client/training/versions.ts';
export { abeja } from './catalog/catalog.ts';
export { abejaEvents } from './catalog/events.ts';
export { deleteFile } from './operations/datalake/delete-file.ts';
export { downloadFile } from './operations/datalake/download-file.ts';
export { getFiles } from './operations/datalake/get-files.ts';
export { uploadFile } from './operations/datalake/upload-file.ts';
export { addItems } from './operations/dataset/add-items.ts';
export { getDataset } from './operations/dataset/get-dataset.ts';
export { getDatasets } from './operations/dataset/get-datasets.ts';
export { archiveDefinition } from './operations/definition/archive-definition.ts';
export { createDefinition } from './operations/definition/create-definition.ts';
export { deleteDefinition } from './operations/definition/delete-definition.ts';
export { getDefinition } from './operations/definition/get-definition.ts';
export { getDefinitions } from './operations/definition/get-definitions.ts';
export { unarchiveDefinition } from './operations/definition/unarchive-definition.ts';
export { archiveJob } from './operations/job/archive-job.ts';
export { createJob } from './operations/job/create-job.ts';
export { downloadResult } from './operations/job/download-result.ts';
export { getJob } from './operations/job/get-job.ts';
export { getJobs } from './operations/job/get-jobs.ts';
export { getResult } from './operations/job/get-result.ts';
export { runJob } from './operations/job/run-job.ts';
export { stopJob } from './operations/job/stop-job.ts';
export { unarchiveJob } from './operations/job/unarchive-job.ts';
export { updateStatistics } from './operations/job/update-statistics.ts';
export { waitForJob } from './operations/job/wait-for-job.ts';
export { archiveModel } from './operations/model/archive-model.ts';
export { createModel } from './operations/model/create-model.ts';
export { downloadModel } from './operations/model/download-model.ts';
export { getModel } from './operations/model/get-model.ts';
export { getModels } from './operations/model/get-models.ts';
export { unarchiveModel } from './operations/model/unarchive-model.ts';
export { updateModel } from './operations/model/update-model.ts';
export { createService } from './operations/service/create-service.ts';
export { deleteService } from './operations/service/delete-service.ts';
export { getService } from './operations/service/get-service.ts';
export { getServices } from './operations/service/get-services.ts';
export { rollBack } from './operations/service/roll-back.ts';
export { startService } from './operations/service/start-service.ts';
export { stopService } from './operations/service/stop-service.ts';
export { switchModel } from './operations/service/switch-model.ts';
export { archiveVersion } from './operations/version/archive-version.ts';
export { createVersion } from './operations/version/create-version.ts';
export { deleteVersion } from './operations/version/delete-version.ts';
export { downloadSource } from './operations/version/download-source.ts';
export { getVersion } from './operations/version/get-version.ts';
export { getVersions } from './operations/version/get-versions.ts';
export { unarchiveVersion } from './operations/version/unarchive-version.ts';
export { updateVersion } from './operations/version/update-version.ts';
export { trainingJobKind } from './training/job-reference.ts';
export { vendor } from './vendor.ts';
