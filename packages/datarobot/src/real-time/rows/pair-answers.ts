import { EngineError } from '@modelferry/http';
import type { PredictionRow } from '../../client/prediction-row.ts';
import { checkRowIds } from '../check-row-ids.ts';

/**
 * Gives each row that was sent its predictions, by their row IDs.
 * @param timeBound whether a row may have none, as the history of a time series, or several
 * @throws EngineError with code `unexpected-answer` when a prediction belongs to no row, and, unless time is at play, when a
 *   row has none or two
 */
export function pairAnswers(
  answered: readonly PredictionRow[],
  sentRows: number,
  timeBound: boolean,
): readonly (readonly PredictionRow[])[] {
  if (!timeBound) return checkRowIds(answered, sentRows).map((row) => [row]);
  const pairs = Array.from({ length: sentRows }, (): PredictionRow[] => []);
  for (const row of answered) {
    const own = pairs[row.rowId ?? -1];
    if (!own) throw strayPrediction(row.rowId, sentRows);
    own.push(row);
  }
  return pairs;
}

const strayPrediction = (rowId: number | undefined, sentRows: number): EngineError =>
  new EngineError({
    code: 'unexpected-answer',
    message: `Could not match the predictions to their rows: ${sentRows} rows were sent, and one came back for row ID ${String(rowId)}.`,
    remedy: 'Send the rows again.',
  });
