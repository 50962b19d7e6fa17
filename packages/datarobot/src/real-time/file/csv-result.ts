import { joinBytes, parseRows, RecordScanner, TableCheck } from '@modelferry/upload';
import { columnsDiffer, rowsDiffer, seriesWasSplit } from './result-errors.ts';
import type { Slice } from './slice.ts';

/** A slice's predictions as CSV. */
export interface CsvAnswer {
  readonly slice: Pick<Slice, 'index' | 'toByte' | 'sentRows'>;
  readonly body: AsyncIterable<Uint8Array>;
}

/** The column that only time series have (3.12). */
const forecastColumn = 'FORECAST_DISTANCE';

const lf = 0x0a;
const lineEnd = Uint8Array.of(0x0d, lf);

/**
 * Joins answers to one CSV with one header, and proves that each has a row for every row that was sent. Time series have as
 * many as they forecast.
 * @param onAnswer told how many rows each has
 * @throws EngineError with code `unexpected-answer` when rows are missing, or columns differ between answers
 */
export async function* csvResult(
  answers: AsyncIterable<CsvAnswer>,
  onAnswer: (slice: CsvAnswer['slice'], rows: number) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  let header: string | undefined;
  let lastByte: number | undefined = lf;
  for await (const { slice, body } of answers) {
    const check = new TableCheck('the predictions', { delimiter: ',', refuses: () => false });
    let own: string | undefined;
    for await (const bytes of headerFirst(body)) {
      check.see(bytes);
      const isHeader = own === undefined;
      own ??= new TextDecoder().decode(bytes);
      if (isHeader && header !== undefined) {
        if (own.trimEnd() !== header.trimEnd()) throw columnsDiffer();
        if (lastByte !== lf) yield lineEnd;
        continue;
      }
      yield bytes;
      lastByte = bytes.at(-1);
    }
    header ??= own;
    check.end();
    const sentRows = slice.sentRows();
    const isSeries = (parseRows(own ?? '', ',').rows[0] ?? []).includes(forecastColumn);
    if (isSeries && slice.index > 0) throw seriesWasSplit();
    if (!isSeries && sentRows !== undefined && check.dataRows !== sentRows) {
      throw rowsDiffer(sentRows, check.dataRows);
    }
    onAnswer(slice, check.dataRows);
  }
}

/** The first record by itself, then the rest as it comes. No piece is empty. */
async function* headerFirst(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const scanner = new RecordScanner({ delimiter: ',' });
  let begun: Uint8Array[] | undefined = [];
  for await (const chunk of chunks) {
    if (begun === undefined) {
      if (chunk.length > 0) yield chunk;
      continue;
    }
    const end = scanner.firstEnd(chunk);
    begun.push(chunk.subarray(0, end ?? chunk.length));
    if (end === undefined) continue;
    yield joinBytes(begun);
    begun = undefined;
    if (end < chunk.length) yield chunk.subarray(end);
  }
  if (begun && begun.length > 0) yield joinBytes(begun);
}
