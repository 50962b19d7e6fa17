import { headerKey } from '@modelferry/auth';
import {
  createPredictionOneClient,
  predictionOne as catalog,
  type PredictionOneClient,
} from '@modelferry/prediction-one';
import type { SandboxDescription } from '@modelferry/sandbox';
import { cars } from './files.ts';
import type { Cast, Vendor } from './vendor.ts';

const region = ({ predictionOne }: SandboxDescription) => predictionOne.japan;

function published(sandbox: SandboxDescription) {
  const [first] = region(sandbox).published;
  if (!first) throw new Error('The sandbox has no published model.');
  return first;
}

const keysOf = (sandbox: SandboxDescription) => ({
  secret: region(sandbox).credentials.secretKey,
  train: region(sandbox).credentials.trainKey,
  deploy: region(sandbox).credentials.deployKey,
  retrain: published(sandbox).retrainKey,
  prediction: published(sandbox).predictionKey,
});

const retrained = async ({ perform }: Cast, waitForCompletion: boolean) => {
  const quick = { downloadResult: false, timeoutMs: 600_000, pollIntervalMs: 5_000 };
  const { retrainJobId } = await perform('model.retrain', {
    trainingData: cars(),
    waitForCompletion,
    ...quick,
  });
  return retrainJobId;
};

const training = async ({ perform }: Cast) => {
  const aim = { modelName: 'm', targetColumn: 'Miles_per_Gallon', targetType: 'regression' };
  return (await perform('model.train', { ...aim, trainingData: cars(), waitForCompletion: false }))[
    'trainingProcessId'
  ];
};

const unpublished = ({ sandbox }: Cast) => String(region(sandbox).unpublished[0]?.modelId);

/** Prediction One, with keys of every kind. */
export const predictionOne: Vendor<PredictionOneClient> = {
  catalog,
  clientOf: (sandbox, { transport, clock, secrets, random, onProgress }) =>
    createPredictionOneClient({
      ...{ transport, clock, secrets, random, region: 'japan' },
      managementUrl: region(sandbox).managementBaseUrl,
      keys: Object.fromEntries(
        Object.entries(keysOf(sandbox)).map(([kind, key]) => [
          kind,
          { authorizer: headerKey('x-api-key', key, secrets) },
        ]),
      ),
      warn: (message) => onProgress({ type: 'warning', message }),
    }),
  secretsOf: (sandbox) => Object.values(keysOf(sandbox)),
  originsOf: (sandbox) => [
    region(sandbox).managementBaseUrl,
    ...region(sandbox).published.map(({ inferenceUrl }) => new URL(inferenceUrl).origin),
  ],
  hints: {
    trainingData: cars,
    'model.retrain.evaluationData': cars,
    'model.retrain.switchModel': () => true,
    'model.retrain.classifierId': ({ sandbox }) => published(sandbox).classifierId,
    retrainJobId: (cast) => retrained(cast, true),
    'model.getRetraining.retrainJobId': (cast) => retrained(cast, false),
    'model.waitForRetraining.retrainJobId': (cast) => retrained(cast, false),
    modelName: () => 'cars',
    targetColumn: () => 'Miles_per_Gallon',
    targetType: () => 'regression',
    'model.train.evaluationData': cars,
    'model.delete.modelId': unpublished,
    'predictionApi.create.modelId': unpublished,
    'predictionApi.update.startOrStop': () => 'stop',
    'predictionApi.delete.stopFirst': () => true,
    'predictionApi.delete.classifierId': ({ sandbox }) => published(sandbox).classifierId,
    classifierId: ({ sandbox }) => published(sandbox).classifierId,
    dataSetId: async ({ perform }) => {
      await perform('model.retrain', { trainingData: cars(), waitForCompletion: false });
      const sets = (await perform('dataSet.getMany')) as unknown as readonly {
        readonly dataSetId: unknown;
      }[];
      return String(sets[0]?.dataSetId);
    },
    'columns.trainingColumns.trainingProcessId': async (cast) => {
      const trainingProcessId = await training(cast);
      await cast.perform('dataSet.getColumns', { trainingProcessId });
      return trainingProcessId;
    },
    trainingProcessId: training,
    'prediction.predict.predictionApiFrom': () => 'list',
    'prediction.predict.classifierId': ({ sandbox }) => published(sandbox).classifierId,
    'prediction.predict.reasons': () => true,
    rows: ({ sandbox }) => [published(sandbox).sampleRow, published(sandbox).sampleRow],
  },
  cancelled: {},
};
