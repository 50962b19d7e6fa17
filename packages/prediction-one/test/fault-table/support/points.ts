import type { OperationName } from '@modelferry/sandbox';
import type { FaultPoint } from '@modelferry/testkit';
import type { KeyKind } from '../../../src/index.ts';
import type { Inputs, Stage } from './stage.ts';

/** What a call is to its operation, which decides what a fault does to it. */
export const natures = {
  read: 'needed once to go on; may be repeated at will',
  poll: 'one look of many at a job',
  ready: 'asked again for two minutes, since a refusal may mean "not yet"',
  extra: 'good to know; nothing depends on it',
  verify: 'one look of many, at what is done already',
  change: 'may be repeated, after a look whether it was carried out',
  train: 'may be counted and paid: sent once; its status tells whether it was carried out',
  create: 'may be counted and paid: sent once; the list tells whether it was carried out',
  switch: 'has no way back: repeated once, after a look where one is possible',
  score: 'may count against a trial: repeated once',
  startingUpload: 'starts a retraining by being complete: repeated only when it provably was not',
  plainUpload: 'starts nothing; may be repeated',
  download: 'may be begun anew, with a URL asked for anew',
  renewed: 'a read whose refused key is renewed with the Secret Key',
} as const;

export type Nature = keyof typeof natures;

/** A call of an operation that a fault strikes. */
export interface Point extends FaultPoint<OperationName, Nature> {
  /** @default those of the operation's scenario */
  readonly kinds?: readonly KeyKind[];
  readonly more?: (stage: Stage) => Inputs;
  /** What comes of it with these keys, in place of what the scenario expects. */
  readonly outcome?: Readonly<Record<string, unknown>>;
}

const retrainPoints: readonly Point[] = [
  { operation: 'model.retrain', call: 'getModels', nature: 'extra', when: 'for the target column' },
  {
    ...{ operation: 'model.retrain', call: 'getApiKey', nature: 'read', skip: 1 },
    ...{ when: 'for the retrain key', kinds: ['secret'] },
  },
  { operation: 'model.retrain', call: 'retrainUpload', nature: 'read' },
  { operation: 'model.retrain', call: 'put', nature: 'startingUpload' },
  { operation: 'model.retrain', call: 'retrainStatus', nature: 'poll' },
  { operation: 'model.retrain', call: 'retrainStatus', nature: 'read', skip: 3, when: 'for the result' },
  { operation: 'model.retrain', call: 'download', nature: 'download' },
  { operation: 'model.retrain', call: 'getClassifiers', nature: 'extra', when: 'before the switch' },
  { operation: 'model.retrain', call: 'retrainSwitch', nature: 'switch' },
  { operation: 'model.retrain', call: 'getClassifiers', nature: 'verify', skip: 1, when: 'after the switch' },
  { operation: 'model.getRetraining', call: 'retrainStatus', nature: 'read' },
  {
    ...{ operation: 'model.getRetraining', call: 'retrainStatus', nature: 'renewed' },
    ...{ when: 'with the Secret Key', kinds: ['secret', 'retrain'] },
  },
  { operation: 'model.waitForRetraining', call: 'retrainStatus', nature: 'poll' },
  { operation: 'model.waitForRetraining', call: 'download', nature: 'download' },
  { operation: 'model.downloadResult', call: 'retrainStatus', nature: 'read' },
  { operation: 'model.downloadResult', call: 'download', nature: 'download' },
  { operation: 'model.switch', call: 'retrainStatus', nature: 'read' },
  { operation: 'model.switch', call: 'getClassifiers', nature: 'extra', when: 'before' },
  { operation: 'model.switch', call: 'retrainSwitch', nature: 'switch' },
  {
    ...{ operation: 'model.switch', call: 'retrainSwitch', nature: 'switch' },
    ...{ when: 'without a deploy key', kinds: ['retrain'], outcome: { switchOutcome: 'accepted' } },
  },
  { operation: 'model.switch', call: 'getClassifiers', nature: 'verify', skip: 1, when: 'after' },
];

const modelPoints: readonly Point[] = [
  { operation: 'model.train', call: 'getApiKey', nature: 'read', kinds: ['secret'] },
  { operation: 'model.train', call: 'getModels', nature: 'read', when: 'for a free name' },
  { operation: 'model.train', call: 'trainUpload', nature: 'read' },
  { operation: 'model.train', call: 'put', nature: 'plainUpload', when: 'of the column types' },
  { operation: 'model.train', call: 'put', nature: 'plainUpload', skip: 1, when: 'of the data' },
  { operation: 'model.train', call: 'train', nature: 'train' },
  { operation: 'model.train', call: 'trainStatus', nature: 'poll' },
  { operation: 'model.train', call: 'getModels', nature: 'read', skip: 1, when: 'for the model' },
  { operation: 'model.train', call: 'trainStatus', nature: 'read', skip: 3, when: 'for the result' },
  { operation: 'model.train', call: 'download', nature: 'download' },
  { operation: 'model.getMany', call: 'getModels', nature: 'read' },
  {
    ...{ operation: 'model.getMany', call: 'getModels', nature: 'renewed' },
    ...{ when: 'with the Secret Key', kinds: ['secret', 'train'] },
  },
  { operation: 'model.delete', call: 'getClassifiers', nature: 'read' },
  { operation: 'model.delete', call: 'deleteModel', nature: 'change' },
];

const dataSetPoints: readonly Point[] = [
  { operation: 'dataSet.getMany', call: 'getDataSets', nature: 'read' },
  { operation: 'dataSet.getColumns', call: 'getColumnInfo', nature: 'ready' },
  { operation: 'dataSet.delete', call: 'deleteDataSet', nature: 'change' },
];

const publishedPoints: readonly Point[] = [
  { operation: 'predictionApi.create', call: 'getClassifiers', nature: 'read', when: 'before' },
  { operation: 'predictionApi.create', call: 'createClassifier', nature: 'create' },
  { operation: 'predictionApi.create', call: 'getClassifiers', nature: 'poll', skip: 1, when: 'after' },
  { operation: 'predictionApi.getMany', call: 'getApiKey', nature: 'read', kinds: ['secret'] },
  { operation: 'predictionApi.getMany', call: 'getClassifiers', nature: 'read' },
  { operation: 'predictionApi.update', call: 'getClassifiers', nature: 'read', when: 'before' },
  { operation: 'predictionApi.update', call: 'updateClassifier', nature: 'change' },
  { operation: 'predictionApi.update', call: 'getClassifiers', nature: 'poll', skip: 1, when: 'after' },
  { operation: 'predictionApi.delete', call: 'getClassifiers', nature: 'read', when: 'before' },
  { operation: 'predictionApi.delete', call: 'updateClassifier', nature: 'change', when: 'to stop it' },
  {
    operation: 'predictionApi.delete',
    call: 'getClassifiers',
    nature: 'poll',
    skip: 2,
    when: 'while it stops',
  },
  { operation: 'predictionApi.delete', call: 'deleteClassifier', nature: 'change' },
  { operation: 'prediction.predict', call: 'inference', nature: 'score' },
  {
    ...{ operation: 'prediction.predict', call: 'getColumnInfo', nature: 'ready' },
    when: 'to check the row',
  },
  {
    ...{ operation: 'prediction.predict', call: 'getClassifiers', nature: 'read' },
    kinds: ['deploy', 'train'],
    more: ({ published: { classifierId } }) => ({ predictionApiFrom: 'list', classifierId }),
  },
];

/** Every call of every operation, by what belongs together. */
export const points = {
  retraining: retrainPoints,
  models: modelPoints,
  dataSets: dataSetPoints,
  published: publishedPoints,
} as const satisfies Readonly<Record<string, readonly Point[]>>;
