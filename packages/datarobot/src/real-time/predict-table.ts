import { planTableParts } from '@modelferry/upload';
import { maxPredictionBytes, type PredictionCalls, type PredictionRequest } from '../client/predictions.ts';
import { countedTable } from '../scoring/counted-table.ts';
import { checkRowIds } from './check-row-ids.ts';
import type { PredictionRow } from './prediction-row.ts';

/** A table of any size, to be scored request by request. */
export interface TableToPredict extends Omit<PredictionRequest, 'contentType'> {
  /** Longest request in bytes, header included. @default the most that is taken at once */
  readonly partBytes?: number;
}

/**
 * Scores a CSV of any size: it is cut on the ends of records, and the predictions come in the order of its rows, with row
 * IDs that count through. Not for time series, whose rows belong together.
 * @throws EngineError with code `unexpected-answer` when a row has no prediction, or two
 */
export async function* predictTable(
  client: PredictionCalls,
  { partBytes = maxPredictionBytes, rows: table, ...request }: TableToPredict,
  signal: AbortSignal,
): AsyncGenerator<PredictionRow> {
  let before = 0;
  for await (const { source } of planTableParts(table, { partBytes, delimiter: ',', signal })) {
    const counted = countedTable(source, {
      delimiter: ',',
      readable: true,
      utf8: false,
      warn: () => undefined,
    });
    const answered = await client.predict(
      { ...request, rows: counted.source, contentType: 'text/csv' },
      signal,
    );
    const rows = checkRowIds(answered, counted.sentRows());
    for (const row of rows) yield { ...row, rowId: before + (row.rowId ?? 0) };
    before += rows.length;
  }
}
