import { choice, count, flag, number, text, texts } from '@modelferry/operation';
import * as v from 'valibot';
import { jsonObjectProblem } from '../../batch/settings/json-object.ts';
import { csvInputs, jobInputs, resultInputs } from './score-inputs.ts';

const option = (title: string, description: string, placeholder?: string) =>
  v.optional(text({ title, description, placeholder, advanced: true }));
const amount = (
  title: string,
  description: string,
  bounds: { readonly min?: number; readonly max?: number } = {},
) => v.optional(number({ title, description, ...bounds, advanced: true }));
const names = (title: string, description: string) =>
  v.optional(texts({ title, description, advanced: true }));
const yesOrNo = (title: string, description: string) =>
  v.optional(flag({ title, description, advanced: true }));

/** What a result says of each row beside the score (3.6). */
const explanationInputs = {
  explanationAlgorithm: v.optional(
    choice({
      title: 'Explanation Algorithm',
      description: 'How predictions are explained; without it, as the model does',
      choices: { shap: { title: 'SHAP' }, xemp: { title: 'XEMP' } },
      advanced: true,
    }),
  ),
  maxNgramExplanations: v.optional(
    text({
      title: 'Max Ngram Explanations',
      description: 'How many words of a text to explain each prediction with, or all',
      placeholder: 'e.g. all',
      pattern: /^(all|\d+)$/,
      patternHint: 'a whole number or the word all',
      advanced: true,
    }),
  ),
  explanationClassNames: names(
    'Explanation Class Names',
    'Classes to explain; without them, the one that scores best',
  ),
  explanationNumTopClasses: v.optional(
    count({
      title: 'Explanation Top Classes',
      description: 'How many of the classes that score best to explain',
      min: 1,
      max: 10,
      advanced: true,
    }),
  ),
  explanationsMode: option('Explanations Mode', 'A newer setting of explanations, passed on as it is'),
  thresholdHigh: amount(
    'Threshold High',
    'Only predictions above this are explained, or those below Threshold Low',
  ),
  thresholdLow: amount(
    'Threshold Low',
    'Only predictions below this are explained, or those above Threshold High',
  ),
};

/** What a result holds, beside {@link resultInputs} (3.6). */
const scoreInputs = {
  includeProbabilities: yesOrNo(
    'Include Probabilities',
    'Whether the result has the probability of each class, as it does by default',
  ),
  includeProbabilitiesClasses: names(
    'Include Probabilities Classes',
    'Classes whose probability the result has; without them, all',
  ),
  predictionThreshold: amount(
    'Prediction Threshold',
    'Probability from which on the positive class is predicted',
    {
      min: 0,
      max: 1,
    },
  ),
  predictionWarningEnabled: yesOrNo(
    'Prediction Warnings',
    'Whether to add a column that warns of unlikely predictions; for regression only',
  ),
  columnNamesRemapping: v.optional(
    texts({
      title: 'Rename Columns',
      description: 'New names for columns of the result, each as old=new; old= drops the column',
      placeholder: 'e.g. bought_PREDICTION=score',
      advanced: true,
    }),
  ),
};

/** Which time a time series is scored for (3.6). */
const timeSeriesInputs = {
  timeSeriesType: v.optional(
    choice({
      title: 'Time Series Type',
      description: 'What to score of a time series',
      choices: {
        forecast: { title: 'Forecast', description: 'What comes after one point in time' },
        historical: { title: 'Historical', description: 'Every point in a period of the past' },
      },
      advanced: true,
    }),
  ),
  forecastPoint: option(
    'Forecast Point',
    'The point in time to forecast from; without it, the last one in the data',
    'e.g. 2027-01-15T00:00:00Z',
  ),
  predictionsStartDate: option('Predictions Start Date', 'Start of the period', 'e.g. 2026-01-01T00:00:00Z'),
  predictionsEndDate: option('Predictions End Date', 'End of the period', 'e.g. 2027-01-01T00:00:00Z'),
  relaxKnownInAdvanceFeaturesCheck: yesOrNo(
    'Relax Known in Advance Check',
    'Whether features that should be known in advance may be missing',
  ),
};

/** How a job goes about it, beside {@link jobInputs} (3.6). The keys of a prediction server are no inputs, but secrets. */
const runInputs = {
  disableRowLevelErrorHandling: yesOrNo(
    'Disable Row Level Error Handling',
    'Whether to leave a bad chunk as it is instead of scoring it row by row',
  ),
  predictionHost: option(
    'Prediction Host',
    'Name of the prediction server to use in place of the one of the deployment; a key that it wants is looked up among the servers of DataRobot',
    'e.g. predictions.example.com',
  ),
  predictionSsl: yesOrNo(
    'Prediction Host SSL',
    'Whether to reach that prediction server over HTTPS, as is done by default',
  ),
  pinnedModelId: option(
    'Pinned Model ID',
    'ID of the model to score with, whichever is behind the deployment by then',
    'e.g. 5e7e6a3f8e7d8c0001a1b2c3',
  ),
  skipDriftTracking: yesOrNo(
    'Skip Drift Tracking',
    'Whether to keep these rows out of the tracking of data drift',
  ),
  secondaryDatasetsConfigId: option(
    'Secondary Datasets Config ID',
    'ID of a configuration of secondary datasets, for Feature Discovery',
    'e.g. 5e7e6a3f8e7d8c0001a1b2c3',
  ),
  batchJobType: option('Batch Job Type', 'A newer setting, passed on as it is', 'e.g. prediction'),
  monitoringBatchPrefix: option(
    'Monitoring Batch Prefix',
    'First part of the name that the batch has in monitoring',
  ),
};

const { scoreWhileUploading: _, ...ownJobInputs } = jobInputs;

/** How any batch job scores, wherever it reads and writes (3.6). */
export const batchSettingsInputs = {
  ...resultInputs,
  ...scoreInputs,
  ...explanationInputs,
  ...csvInputs,
  // Nobody looks into the file here
  delimiter: v.optional(
    text({
      title: 'Delimiter',
      description: 'What separates two fields: one character, or the word tab; without it, a comma',
      placeholder: 'e.g. ;',
      pattern: /^(.|tab)$/u,
      patternHint: 'one character or the word tab',
      advanced: true,
    }),
  ),
  ...ownJobInputs,
  ...runInputs,
  ...timeSeriesInputs,
};

/** What only a job that is run again and again can be told. */
export const definitionOnlyInputs = {
  forecastPointPolicy: v.optional(
    text({
      title: 'Forecast Point Policy',
      description: 'How each run finds its forecast point, in JSON as DataRobot names it',
      placeholder: 'e.g. {"type": "jobRunTimeBased", "configuration": {"offset": "-P1D"}}',
      multiline: true,
      problemOf: jsonObjectProblem,
      advanced: true,
    }),
  ),
};
