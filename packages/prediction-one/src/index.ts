export type { ApiKey, ApiKeyCalls } from './client/api-key.ts';
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
export type { StorageCalls } from './client/storage.ts';
export type { TargetType, TimeUnit, TrainConfig } from './client/train-config.ts';
export { vendorDateMs } from './client/vendor-date.ts';
export { failureWords } from './jobs/status-words.ts';
export type { SwitchOutcome } from './jobs/switch-model.ts';
export { vendor } from './vendor.ts';
export { predictionOne } from './catalog.ts';
export { predict } from './operations/predict.ts';
