import { choice, count, flag, text, texts } from '@modelferry/operation';
import * as v from 'valibot';

const column = (title: string, description: string, placeholder: string) =>
  v.optional(text({ title, description, placeholder, advanced: true }));

/** The settings of a training, one for each key of Train's `config` (section 3.7 of the specification). */
export const trainConfigInputs = {
  targetColumn: text({
    title: 'Target Column',
    description: 'Name of the column to predict, as the header has it',
    placeholder: 'e.g. bought',
  }),
  targetType: choice({
    title: 'Target Type',
    description: 'What kind of value to predict',
    choices: {
      binary_classification: { title: 'Binary Classification', description: 'One of two classes' },
      multi_classification: { title: 'Multi-Class Classification', description: 'One of several classes' },
      regression: { title: 'Regression', description: 'A number' },
    },
  }),
  positiveValue: v.optional(
    text({
      title: 'Positive Value',
      description: 'The class of the target column that counts as positive; needed for binary classification',
      placeholder: 'e.g. yes',
      when: { targetType: 'binary_classification' },
    }),
  ),
  crossValidation: v.optional(
    count({
      title: 'Cross-Validation',
      description:
        'Number of folds: 0 lets the vendor decide, -1 cross-validates with as many as the vendor likes, 1 does not cross-validate',
      min: -1,
      max: 100,
      advanced: true,
    }),
  ),
  correctImbalance: v.optional(
    flag({
      title: 'Correct Imbalance',
      description: 'Whether to make up for classes of very different size; for classification only',
      advanced: true,
    }),
  ),
  timeSeries: v.optional(
    flag({
      title: 'Time Series',
      description: 'Whether to forecast a time series; for regression only',
      when: { targetType: 'regression' },
    }),
    false,
  ),
  timeColumn: column(
    'Time Column',
    'Name of the column that holds the time; needed for a time series',
    'e.g. date',
  ),
  timeUnit: v.optional(
    choice({
      title: 'Time Unit',
      description: 'Length of one step of the time series; left out, the vendor decides',
      choices: {
        year: { title: 'Year' },
        month: { title: 'Month' },
        eom: { title: 'End of Month' },
        day: { title: 'Day' },
        hour: { title: 'Hour' },
        minute: { title: 'Minute' },
      },
      advanced: true,
    }),
  ),
  timeInterval: v.optional(
    count({
      title: 'Time Interval',
      description: 'Number of time units in one step; 0 lets the vendor decide',
      min: 0,
      advanced: true,
    }),
  ),
  firstStep: v.optional(
    count({
      title: 'First Step',
      description: 'First step ahead to forecast; needed for a time series',
      min: 1,
      advanced: true,
    }),
  ),
  lastStep: v.optional(
    count({
      title: 'Last Step',
      description: 'Last step ahead to forecast; needed for a time series',
      min: 1,
      advanced: true,
    }),
  ),
  seriesColumn: column('Series Column', 'Name of the column that tells several series apart', 'e.g. shop'),
  othersKnown: v.optional(
    flag({
      title: 'Other Columns Known',
      description: 'Whether the other columns are known for the time that is forecast',
      advanced: true,
    }),
  ),
  othersKnownExcept: v.optional(
    texts({
      title: 'Other Columns Except',
      description: 'Names of columns for which the opposite of Other Columns Known holds',
      advanced: true,
    }),
  ),
};
