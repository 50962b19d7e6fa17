import { choice, count, flag, number, text, texts } from '@modelferry/operation';
import * as v from 'valibot';

const countOrAll = { pattern: /^(all|\d{1,3})$/, patternHint: 'a number or the word all', advanced: true };

const dateTime = {
  placeholder: 'e.g. 2024-05-01T00:00:00',
  pattern: /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?)?(Z|[+-]\d\d:?\d\d)?$/,
  patternHint: 'a date, or a date and a time as in ISO 8601',
  advanced: true,
};

/** What to answer beside the predictions (3.4). What is not given is the vendor's default. */
export const predictionInputs = {
  passthroughColumns: v.optional(
    texts({
      title: 'Passthrough Columns',
      description: 'Columns of the rows to repeat beside the predictions, by their exact names',
      advanced: true,
    }),
    () => [],
  ),
  passthroughAllColumns: v.optional(
    flag({
      title: 'Passthrough All Columns',
      description: 'Whether to repeat all columns of the rows beside the predictions',
      advanced: true,
    }),
    false,
  ),
  decimals: v.optional(
    count({
      title: 'Decimals',
      description: 'Largest number of decimal places; without it, all of them',
      min: 0,
      max: 20,
      advanced: true,
    }),
  ),
  outlierWarnings: v.optional(
    flag({
      title: 'Outlier Warnings',
      description:
        'Whether to mark predictions that are outliers; the deployment must have humility warnings set up',
      advanced: true,
    }),
    false,
  ),
  includeAdjustedPredictions: v.optional(
    flag({
      title: 'Include Adjusted Predictions',
      description: 'Whether to add predictions that are adjusted by exposure',
      advanced: true,
    }),
    false,
  ),
  maxExplanations: v.optional(
    text({
      title: 'Max Explanations',
      description:
        'How many features to explain each prediction with, or all, which only SHAP can; this can take many times as long',
      placeholder: 'e.g. 3',
      ...countOrAll,
    }),
  ),
  explanationAlgorithm: v.optional(
    choice({
      title: 'Explanation Algorithm',
      description: 'How predictions are explained; without it, as the deployment is set up',
      choices: {
        shap: { title: 'SHAP', description: 'Shares that add up to the prediction; fast' },
        xemp: {
          title: 'XEMP',
          description: 'Of the 50 most important features; can be a hundred times slower',
        },
      },
      advanced: true,
    }),
  ),
  maxNgramExplanations: v.optional(
    text({
      title: 'Max Ngram Explanations',
      description: 'How many words of a text to explain each prediction with, or all',
      placeholder: 'e.g. all',
      ...countOrAll,
    }),
  ),
  thresholdHigh: v.optional(
    number({
      title: 'Explain Above',
      description: 'Explain only rows whose score is above this, or below Explain Below; not for SHAP',
      advanced: true,
    }),
  ),
  thresholdLow: v.optional(
    number({
      title: 'Explain Below',
      description: 'Explain only rows whose score is below this, or above Explain Above; not for SHAP',
      advanced: true,
    }),
  ),
  explanationTopClasses: v.optional(
    count({
      title: 'Explanation Top Classes',
      description: 'How many of the most likely classes to explain; not every server supports this',
      min: 1,
      max: 10,
      advanced: true,
    }),
  ),
  explanationClasses: v.optional(
    texts({
      title: 'Explanation Classes',
      description: 'Names of the classes to explain; not every server supports this',
      advanced: true,
    }),
    () => [],
  ),
  forecastPoint: v.optional(
    text({
      title: 'Forecast Point',
      description:
        'For time series: the point in time to forecast from; without it, the newest one in the rows',
      ...dateTime,
    }),
  ),
  predictionsStartDate: v.optional(
    text({
      title: 'Predictions Start Date',
      description: 'For time series: the start of the period to predict; needs the end date, too',
      ...dateTime,
    }),
  ),
  predictionsEndDate: v.optional(
    text({
      title: 'Predictions End Date',
      description:
        'For time series: the end of the period to predict, itself left out; needs the start date, too',
      ...dateTime,
    }),
  ),
  relaxKnownInAdvance: v.optional(
    flag({
      title: 'Relax Known in Advance',
      description: 'Whether to allow gaps in features of time series that are known in advance',
      advanced: true,
    }),
    false,
  ),
  compress: v.optional(
    flag({
      title: 'Compress',
      description: 'Whether to send the rows compressed, which is faster over a slow connection',
      advanced: true,
    }),
    false,
  ),
};
