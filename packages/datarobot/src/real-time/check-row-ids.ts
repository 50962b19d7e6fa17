import { EngineError } from '@modelferry/http';
import type { PredictionRow } from '../client/prediction-row.ts';

/**
 * Puts predictions in the order of the rows that were sent, and proves that each has exactly one. Not for time series,
 * which answer as many rows as they forecast.
 * @param sentRows @default as many as came
 * @throws EngineError with code `unexpected-answer` when one is missing or comes twice
 */
export function checkRowIds(rows: readonly PredictionRow[], sentRows = rows.length): PredictionRow[] {
  const byId = new Map(rows.map((row) => [row.rowId, row]));
  const ordered = Array.from({ length: sentRows }, (_, rowId) => byId.get(rowId));
  const isWhole = (found: (PredictionRow | undefined)[]): found is PredictionRow[] =>
    !found.includes(undefined);
  if (rows.length === sentRows && isWhole(ordered)) return ordered;
  const missing = ordered.indexOf(undefined);
  throw new EngineError({
    code: 'unexpected-answer',
    message: `Could not match the predictions to their rows: ${sentRows} rows were sent and ${rows.length} came back${missing < 0 ? '' : `, none of them for row ${missing + 1}`}.`,
    remedy: 'Send the rows again; if it stays so, send fewer at a time.',
  });
}
