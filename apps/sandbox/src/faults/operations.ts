/** Every call that a fault can strike, by the API's name. `put` and `download` are the presigned URLs. */
export const operationNames = [
  'retrainUpload',
  'retrainStatus',
  'retrainSwitch',
  'getApiKey',
  'trainUpload',
  'getColumnInfo',
  'train',
  'trainStatus',
  'getModels',
  'deleteModel',
  'inference',
  'getDataSets',
  'deleteDataSet',
  'getClassifiers',
  'createClassifier',
  'updateClassifier',
  'deleteClassifier',
  'put',
  'download',
] as const;

export type OperationName = (typeof operationNames)[number];
