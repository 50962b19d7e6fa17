import { anything, count, flag, number, text } from '@modelferry/operation';
import * as v from 'valibot';

/** One row's prediction. */
export const rowOutputs = {
  prediction: v.optional(
    anything({
      title: 'Prediction',
      description: 'The class or the number; of two classes, 1 is the positive one',
    }),
  ),
  probabilities: v.optional(
    anything({ title: 'Probabilities', description: 'The probability of each class, by its label' }),
  ),
  predictionThreshold: v.optional(
    number({
      title: 'Prediction Threshold',
      description: 'Above this probability, a row is of the positive class',
    }),
  ),
  explanations: v.optional(
    anything({
      title: 'Explanations',
      description: 'The features that moved the prediction most, where they were asked for',
    }),
  ),
  passthroughValues: v.optional(
    anything({
      title: 'Passthrough Values',
      description: 'The columns that passed through, where they were asked for',
    }),
  ),
  isOutlierPrediction: v.optional(
    flag({
      title: 'Is Outlier',
      description: 'Whether the prediction is an outlier, where that was asked for',
    }),
  ),
  note: v.optional(
    text({ title: 'Note', description: 'Why there is no prediction, where the model gave none for the row' }),
  ),
  row: anything({ title: 'Row', description: 'The row that was scored' }),
  rowId: count({
    title: 'Row ID',
    description: 'The position of the row among those of the run, from 0',
    advanced: true,
  }),
  predictionValues: v.optional(
    anything({
      title: 'Prediction Values',
      description: 'Label and value of each class, or of the target, as the vendor lists them',
      advanced: true,
    }),
  ),
  forecasts: v.optional(
    anything({
      title: 'Forecasts',
      description: 'Of time series: all predictions of the row, where there is more than one',
      advanced: true,
    }),
  ),
  other: v.optional(
    anything({
      title: 'Other',
      description:
        'Whatever else the server said of the row: what explanations add up to, forecast distance, approval status',
      advanced: true,
    }),
  ),
};
