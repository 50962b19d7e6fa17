import { csv, badFiles, file, manyRows } from './bad-files.ts';
import type { BadInput, Expected } from './bad-input.ts';
import { cars, trainInputs } from './scenarios.ts';
import type { Inputs } from './stage.ts';

const settings = (title: string, more: Inputs, expected: Expected): BadInput => ({
  title,
  operation: 'model.train',
  inputs: () => ({ ...trainInputs(false), ...more }),
  kinds: ['train'],
  ...expected,
});

const trainings: readonly BadInput[] = [
  settings(
    'an unknown column to predict',
    { targetColumn: 'MPG' },
    {
      ...{ field: 'targetColumn', problem: /no column "MPG"/, remedy: /"Miles_per_Gallon"/ },
    },
  ),
  settings(
    'an unknown time column',
    { timeSeries: true, timeColumn: 'Day', firstStep: 1, lastStep: 1 },
    {
      ...{ field: 'timeColumn', problem: /no column "Day"/, remedy: /"Year"/ },
    },
  ),
  settings(
    'a file name with a slash',
    { trainingData: file('data/a.csv', csv) },
    {
      ...{ field: 'trainingData', problem: /slash/, remedy: /^Rename the file\.$/ },
    },
  ),
  settings(
    'a type for an unknown column',
    { columnTypes: ['MPG=float'] },
    {
      ...{ field: 'columnTypes', problem: /no column "MPG"/, remedy: /as the header has it/ },
    },
  ),
  settings(
    'an uneven row, late in large training data',
    { trainingData: file('a.csv', manyRows('1,2')) },
    {
      ...{
        problem: /2 fields in row 20002/,
        remedy: /as many fields/,
        reaches: ['trainUpload', 'put', 'put'],
      },
    },
  ),
];

/** What takes the vendor to find out; the job is made by the upload only, which is never reached. */
const refusedKey = (
  title: string,
  operation: string,
  expected: Expected & Pick<BadInput, 'inputs'>,
): BadInput => ({
  title,
  operation,
  code: 'unauthorized',
  ...expected,
});

const keys: readonly BadInput[] = [
  refusedKey('a deploy key for a retrain key', 'model.retrain', {
    ...{ inputs: () => ({ trainingData: cars() }), reaches: ['retrainUpload'] },
    mistaken: ({ region }) => ({ retrain: region.credentials.deployKey }),
    ...{ problem: /Not_found_credential/, remedy: /asked with the retrain key.*its kind/ },
  }),
  refusedKey('the key of another region', 'model.retrain', {
    ...{ inputs: () => ({ trainingData: cars() }), reaches: ['retrainUpload'] },
    mistaken: ({ sandbox }) => ({
      retrain: sandbox.describe().predictionOne.international.published[0]!.retrainKey,
    }),
    ...{ problem: /invalid_api_key/, remedy: /region is the one the base URL belongs to/ },
  }),
  refusedKey('a retrain key for a train key', 'model.train', {
    ...{ inputs: () => trainInputs(false), kinds: ['train'] },
    mistaken: ({ published }) => ({ train: published.retrainKey }),
    ...{ problem: /list the models/, remedy: /asked with a train key/ },
  }),
  refusedKey('another key for the Secret Key', 'model.train', {
    ...{ inputs: () => trainInputs(false), kinds: ['secret'] },
    mistaken: ({ region }) => ({ secret: region.credentials.trainKey }),
    ...{ problem: /get a train key/, remedy: /^This was asked with the Secret Key\. Check/ },
  }),
  refusedKey('the prediction key of another model', 'prediction.predict', {
    inputs: ({ published }) => ({ scoringUrl: published.inferenceUrl, rows: [published.sampleRow] }),
    ...{ kinds: ['prediction'], reaches: ['inference'] },
    mistaken: ({ region }) => ({ prediction: region.published[1]!.predictionKey }),
    ...{ problem: /Invalid API key/, remedy: /asked with the prediction key/ },
  }),
  {
    ...{ title: 'no key of the kind', operation: 'model.retrain', kinds: ['deploy'] },
    inputs: () => ({ trainingData: cars() }),
    ...{ problem: /needs the retrain key/, remedy: /Set the retrain key in the credential/ },
  },
];

const ids: readonly BadInput[] = [
  {
    ...{ title: 'a URL for a job ID', operation: 'model.getRetraining', field: 'retrainJobId' },
    inputs: () => ({ retrainJobId: 'https://host/retrain_jobs/0f5a' }),
    ...{ problem: /is no ID/, remedy: /from the outputs of Retrain/ },
  },
  {
    ...{ title: 'dots for a job ID', operation: 'model.switch', field: 'retrainJobId' },
    inputs: () => ({ retrainJobId: '..' }),
    ...{ problem: /is no ID/, remedy: /from the outputs of Retrain/ },
  },
  {
    ...{ title: 'half a resume token', operation: 'model.waitForRetraining', field: 'retrainJobId' },
    inputs: () => ({ retrainJobId: 'eyJ2IjoxLCJ2ZW5kb3' }),
    ...{ problem: /is not a resume token/, remedy: /exactly as the starting step gave it/ },
  },
  {
    ...{ title: 'an unknown job ID', operation: 'model.waitForRetraining', code: 'not-found' },
    ...{ inputs: () => ({ retrainJobId: '0f5a' }), reaches: ['retrainStatus'] },
    ...{ problem: /Not found retrain job/, remedy: /job ID, and that the retrain key/ },
  },
  {
    ...{ title: 'a name for a model ID', operation: 'predictionApi.create', kinds: ['deploy'] },
    ...{ inputs: () => ({ modelId: 'cars' }), field: 'modelId' },
    ...{ problem: /"cars" is no ID/, remedy: /Choose it from the list/ },
  },
  {
    ...{ title: 'a name for a model to delete', operation: 'model.delete', kinds: ['train', 'deploy'] },
    ...{ inputs: () => ({ modelId: 'cars' }), field: 'modelId' },
    ...{ problem: /"cars" is no ID/, remedy: /Choose it from the list/ },
  },
  {
    ...{ title: 'a name for a data set', operation: 'dataSet.delete', kinds: ['train'] },
    ...{ inputs: () => ({ dataSetId: 'cars.csv' }), field: 'dataSetId' },
    ...{ problem: /"cars.csv" is no ID/, remedy: /Choose it from the list/ },
  },
  {
    ...{ title: 'an unknown model ID', operation: 'predictionApi.create', kinds: ['deploy'] },
    ...{ inputs: () => ({ modelId: '999' }), code: 'not-found', reaches: ['createClassifier'] },
    ...{ problem: /model 999/, remedy: /Check the model ID in the list/ },
  },
  {
    ...{ title: 'an unknown prediction API', operation: 'prediction.predict', kinds: ['deploy'] },
    inputs: ({ published }) => ({
      ...{ predictionApiFrom: 'list', classifierId: 'c-0', rows: [published.sampleRow] },
    }),
    ...{ code: 'not-found', problem: /no prediction API c-0/, remedy: /Check the ID/ },
  },
  {
    ...{ title: 'an address that cannot be', operation: 'predictionApi.update', kinds: ['deploy'] },
    inputs: ({ published: { classifierId } }) => ({ classifierId, allowedSources: ['300.1.1.1/40'] }),
    ...{ field: 'allowedSources', problem: /only IP addresses or ranges such as 203/ },
  },
];

/** What a user may give by mistake. */
export const badInputs: readonly BadInput[] = [...badFiles, ...trainings, ...keys, ...ids];
