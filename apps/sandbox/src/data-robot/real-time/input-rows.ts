import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { RecordSplitter } from '../../tables/record-splitter.ts';
import { readHeader, readRecords, statusOf } from '../batch/score-records.ts';
import { textCodec } from '../batch/text-codec.ts';
import type { TextCodec } from '../batch/text-codec.ts';
import { invalid } from '../errors.ts';
import { readFileForm } from '../read-file-form.ts';

/** The rows to score, in slices, as often as they are asked for. */
export interface InputRows {
  readonly header: readonly string[];
  readonly slices: () => Iterable<readonly (readonly string[])[]>;
}

const rowsPerSlice = 500;
const form = { dialect: { delimiter: ',', quote: '"' }, codec: textCodec('utf-8') as TextCodec };

/** A CSV, a list of JSON objects, or a form with a CSV. @throws ApiError 422 for anything else */
export async function inputRows(body: Buffer, contentType = 'text/csv'): Promise<InputRows> {
  if (/^multipart\/form-data\b/i.test(contentType)) {
    let file = Buffer.alloc(0);
    await readFileForm(Readable.from([body]), contentType, async (stream) => {
      file = await buffer(stream);
    });
    return csvRows(file);
  }
  if (/^application\/json\b/i.test(contentType)) return jsonRows(body);
  if (/^text\/(csv|plain)\b/i.test(contentType)) return csvRows(body);
  throw invalid(`sandbox: a body of ${contentType.split(';')[0]} cannot be scored.`);
}

/** @throws ApiError 422 naming the first row that cannot be scored */
export function checkRows({ header, slices }: InputRows): void {
  let rowId = 0;
  for (const slice of slices()) {
    for (const row of slice) {
      const status = statusOf(row, header);
      if (status !== 'OK') throw invalid(`row ${rowId}: ${status}`);
      rowId += 1;
    }
  }
  if (rowId === 0) throw invalid('sandbox: there is no row to score.');
}

function csvRows(body: Buffer): InputRows {
  if (!isUtf8(body)) throw invalid('sandbox: the data are not UTF-8.');
  const records: string[] = [];
  const splitter = new RecordSplitter((start, chunk, from, to) =>
    records.push(start + chunk.toString('latin1', from, to)),
  );
  splitter.push(body);
  const isBroken = splitter.overlong || splitter.inQuotes;
  splitter.finish();
  if (isBroken) throw invalid('sandbox: the data are not valid CSV.');
  const header = readHeader(records[0] ?? '', form);
  return {
    header,
    *slices() {
      for (let from = 1; from < records.length; from += rowsPerSlice)
        yield readRecords(records.slice(from, from + rowsPerSlice), form);
    },
  };
}

function jsonRows(body: Buffer): InputRows {
  let value: unknown;
  try {
    value = JSON.parse(body.toString());
  } catch {
    throw invalid('sandbox: the body is not JSON.');
  }
  if (!Array.isArray(value) || !value.every(isRecord))
    throw invalid('sandbox: the body must be a list of JSON objects.');
  const objects: readonly Readonly<Record<string, unknown>>[] = value;
  const header = [...new Set(objects.flatMap((object) => Object.keys(object)))];
  return {
    header,
    *slices() {
      for (let from = 0; from < objects.length; from += rowsPerSlice)
        yield objects
          .slice(from, from + rowsPerSlice)
          .map((object) => header.map((name) => String(object[name] ?? '')));
    },
  };
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
