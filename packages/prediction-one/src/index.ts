export type { ApiKeyCalls } from './client/api-key.ts';
export type {
  AccessRule,
  Classifier,
  ClassifierCalls,
  ClassifierChange,
  NewClassifier,
} from './client/classifiers.ts';
export {
  createPredictionOneClient,
  type PredictionOneClient,
  type PredictionOneOptions,
} from './client/client.ts';
export type { ColumnDetails, ColumnInfo } from './client/column-info.ts';
export type { DataSet, DataSetCalls, TrainUpload } from './client/data-sets.ts';
export type { ApiKey } from './client/fetched-key.ts';
export type { GivenKey } from './client/given-key.ts';
export type { InferenceAnswer, InferenceCalls, InferenceRequest } from './client/inference.ts';
export { keyWords, type FetchedKind, type KeyKind } from './client/key-kind.ts';
export type { GivenKeys, KeyChoice } from './client/key-ring.ts';
export type { PredictionOneFault } from './client/known-faults.ts';
export type { Model, ModelCalls, TrainStatus } from './client/models.ts';
export type { Page, PageRequest } from './client/page.ts';
export type { Table } from './client/parse-csv.ts';
export { faultOf } from './client/read-failure.ts';
export { basePath, regions, type Region, type RegionHosts } from './client/regions.ts';
export type { RetrainCalls, RetrainStatus, RetrainUpload } from './client/retrain.ts';
export type { TargetType, TimeUnit, TrainConfig } from './client/train-config.ts';
export { vendorDateMs } from './client/vendor-date.ts';
export { failureWords } from './jobs/status-words.ts';
export type { SwitchOutcome } from './jobs/switch-model.ts';
export { vendor } from './vendor.ts';
export { predictionOne } from './catalog.ts';
export { createClassifier } from './operations/create-classifier.ts';
export { deleteClassifier } from './operations/delete-classifier.ts';
export { deleteDataSet } from './operations/delete-data-set.ts';
export { deleteModel } from './operations/delete-model.ts';
export { downloadResult } from './operations/download-result.ts';
export { getClassifiers } from './operations/get-classifiers.ts';
export { getColumns } from './operations/get-columns.ts';
export { getDataSets } from './operations/get-data-sets.ts';
export { getModels } from './operations/get-models.ts';
export { getRetraining } from './operations/get-retraining.ts';
export { predict } from './operations/predict.ts';
export { retrain } from './operations/retrain.ts';
export { switchModel } from './operations/switch-model.ts';
export { train } from './operations/train.ts';
export { updateClassifier } from './operations/update-classifier.ts';
export { waitForRetraining } from './operations/wait-for-retraining.ts';
