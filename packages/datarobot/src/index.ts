export { taskIdOf, type AsyncTaskCalls, type TaskLook, type TaskStatus } from './client/async-tasks.ts';
export type { BatchDataCalls, CsvPartUpload, CsvUpload } from './client/batch-data.ts';
export type { BatchIntake, LocalFileIntake } from './client/batch-intake.ts';
export type { BatchJob } from './client/batch-job.ts';
export type { BatchOutput } from './client/batch-output.ts';
export type { BatchJobFilter, BatchPredictionCalls } from './client/batch-predictions.ts';
export type { BatchRequest, CsvSettings, LocalFileRequest } from './client/batch-request.ts';
export { createDataRobotClient, type DataRobotClient, type DataRobotOptions } from './client/client.ts';
export type {
  DatasetBegun,
  DatasetImport,
  DatasetUpload,
  DatasetUploadCalls,
} from './client/dataset-uploads.ts';
export type { Dataset, DatasetCalls, DatasetFilter } from './client/datasets.ts';
export type { DeploymentFilter } from './client/deployment-filter.ts';
export type { Deployment, DeploymentCalls, Feature } from './client/deployments.ts';
export { defaultEndpoint, normalEndpoint } from './client/endpoint.ts';
export type { JobDefinition, JobDefinitionCalls, JobDefinitionSettings } from './client/job-definitions.ts';
export { defaultTimeouts, maxPredictionBytes, type Timeouts } from './client/limits.ts';
export type {
  ModelReplacementCalls,
  ModelValidation,
  NewModel,
  ReplacementBegun,
  ReplacementReason,
} from './client/model-replacement.ts';
export type { Page, PageRequest } from './client/page.ts';
export type { Account, PlatformCalls, PredictionServer, RateLimitUsage } from './client/platform.ts';
export type { PredictionOptions } from './client/prediction-options.ts';
export type { PredictionRow } from './client/prediction-row.ts';
export type { PredictionCalls, PredictionRequest, UnstructuredRequest } from './client/predictions.ts';
export type {
  RetrainingPolicy,
  RetrainingPolicyCalls,
  RetrainingPolicySettings,
} from './client/retraining-policies.ts';
export type { PolicyRef, RetrainingRun, RetrainingRunCalls } from './client/retraining-runs.ts';
export type {
  RetrainingSettings,
  RetrainingSettingsCalls,
  RetrainingSettingsChange,
} from './client/retraining-settings.ts';
export type { Schedule } from './client/schedule.ts';
export { scoringHost, type ScoringHost, type ScoringHostWishes } from './client/scoring-host.ts';
export { dataRobot } from './catalog/catalog.ts';
export { dataRobotEvents } from './catalog/events.ts';
export { createDefinition } from './operations/batch-definition/create-definition.ts';
export { deleteDefinition } from './operations/batch-definition/delete-definition.ts';
export { getDefinition } from './operations/batch-definition/get-definition.ts';
export { getDefinitions } from './operations/batch-definition/get-definitions.ts';
export { runDefinition } from './operations/batch-definition/run-definition.ts';
export { updateDefinition } from './operations/batch-definition/update-definition.ts';
export { abortBatch } from './operations/batch-prediction/abort-batch.ts';
export { createBatch } from './operations/batch-prediction/create-batch.ts';
export { downloadBatchResult } from './operations/batch-prediction/download-batch-result.ts';
export { finalizeBatch } from './operations/batch-prediction/finalize-batch.ts';
export { getBatch } from './operations/batch-prediction/get-batch.ts';
export { getBatches } from './operations/batch-prediction/get-batches.ts';
export { rerunBatch } from './operations/batch-prediction/rerun-batch.ts';
export { scoreBatch } from './operations/batch-prediction/score-batch.ts';
export { uploadBatchData } from './operations/batch-prediction/upload-batch-data.ts';
export { waitForBatch } from './operations/batch-prediction/wait-for-batch.ts';
export { deleteDataset } from './operations/dataset/delete-dataset.ts';
export { getDataset } from './operations/dataset/get-dataset.ts';
export { getDatasets } from './operations/dataset/get-datasets.ts';
export { uploadDatasetVersion } from './operations/dataset/upload-dataset-version.ts';
export { uploadDataset } from './operations/dataset/upload-dataset.ts';
export { getDeployment } from './operations/deployment/get-deployment.ts';
export { getDeployments } from './operations/deployment/get-deployments.ts';
export { getFeatures } from './operations/deployment/get-features.ts';
export { replaceModel } from './operations/deployment/replace-model.ts';
export { validateModel } from './operations/deployment/validate-model.ts';
export { predictFile } from './operations/prediction/predict-file.ts';
export { predictUnstructured } from './operations/prediction/predict-unstructured.ts';
export { predict } from './operations/prediction/predict.ts';
export { cancelRun } from './operations/retraining/cancel-run.ts';
export { getPolicies } from './operations/retraining/get-policies.ts';
export { getRun } from './operations/retraining/get-run.ts';
export { runPolicy } from './operations/retraining/run-policy.ts';
export { waitForRetraining } from './operations/retraining/wait-for-retraining.ts';
export { batchPrediction } from './batch/jobs/batch-prediction-job.ts';
export { checkData, type CheckedData, type DataRules } from './batch/scoring/check-data.ts';
export type { CountedTable } from './tables/counted-table.ts';
export type { Uploaded, UploadedJob } from './batch/scoring/judge-upload.ts';
export { uploadInParts, type PartedUpload, type PartSettings } from './batch/scoring/upload-in-parts.ts';
export { vendor } from './vendor.ts';
