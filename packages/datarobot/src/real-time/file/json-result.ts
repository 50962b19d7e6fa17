import type { PredictionRow } from '../../client/prediction-row.ts';
import { checkRowIds } from '../check-row-ids.ts';
import { areForecasts } from '../is-time-bound.ts';
import { seriesWasSplit } from './result-errors.ts';
import type { Slice } from './slice.ts';

/** A slice's predictions. */
export interface JsonAnswer {
  readonly slice: Pick<Slice, 'index' | 'toByte' | 'sentRows'>;
  readonly rows: readonly PredictionRow[];
}

/**
 * Joins answers to one JSON list, an object a line, with row IDs that count through, and proves that each row that was sent
 * has its prediction. Time series have as many as they forecast.
 * @param onAnswer told how many rows each has
 * @throws EngineError with code `unexpected-answer` when a row has no prediction, or two
 */
export async function* jsonResult(
  answers: AsyncIterable<JsonAnswer>,
  onAnswer: (slice: JsonAnswer['slice'], rows: number) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  const encoder = new TextEncoder();
  let before = 0;
  yield encoder.encode('[');
  for await (const { slice, rows } of answers) {
    const isSeries = areForecasts(rows);
    if (isSeries && slice.index > 0) throw seriesWasSplit();
    const own = isSeries ? rows : checkRowIds(rows, slice.sentRows());
    const lines = own.map((row) => JSON.stringify({ ...row, rowId: before + (row.rowId ?? 0) }));
    if (lines.length > 0) yield encoder.encode(`${before === 0 ? '' : ','}\n${lines.join(',\n')}`);
    before += own.length;
    onAnswer(slice, own.length);
  }
  yield encoder.encode('\n]\n');
}
