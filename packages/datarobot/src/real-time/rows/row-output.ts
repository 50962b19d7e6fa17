import type { PredictionRow } from '../../client/prediction-row.ts';
import type { ScoredRow } from './score-rows.ts';

const noPrediction =
  'The model gave no prediction for this row, as it does for the history of a time series.';

/** What a user gets of a scored row. @param rowId its position among those of the run: a server counts those of a request */
export function rowOutput({ row, predictions: [first, ...more] }: ScoredRow, rowId: number) {
  if (!first) return { rowId, row, note: noPrediction };
  const { rowId: _, prediction, predictionThreshold, predictionValues, passthroughValues, ...rest } = first;
  const { predictionExplanations, isOutlierPrediction, ...other } = rest;
  return {
    rowId,
    prediction,
    probabilities: probabilitiesOf(first),
    predictionThreshold,
    explanations: predictionExplanations,
    passthroughValues,
    isOutlierPrediction: typeof isOutlierPrediction === 'boolean' ? isOutlierPrediction : undefined,
    predictionValues,
    forecasts: more.length > 0 ? [first, ...more] : undefined,
    other: Object.keys(other).length > 0 ? other : undefined,
    row,
  };
}

/** Of a regression there is one value, which is the prediction itself. */
function probabilitiesOf({ predictionValues = [] }: PredictionRow): Record<string, number> | undefined {
  if (predictionValues.length < 2) return undefined;
  return Object.fromEntries(predictionValues.map(({ label, value }) => [String(label), value]));
}
