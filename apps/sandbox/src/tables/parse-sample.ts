import { setImmediate as turn } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import type { RecordSample } from './record-sampler.ts';
import { BadTable } from './table.ts';
import type { Table } from './table.ts';

const recordsPerTurn = 500;

/**
 * Reads sampled records as a table, in slices, so that other calls are answered in between.
 *
 * @throws BadTable for a file without header or rows, or with rows of another width than the header
 */
export async function parseSample(sample: RecordSample, name: string): Promise<Table> {
  if (sample.overlong) throw new BadTable(`${name}: one record is longer than 1 MiB; is a quote left open?`);
  const delimiter = /\.tsv$/i.test(name) ? '\t' : ',';
  const columns = (records(sample.header, delimiter, name)[0] ?? []).map((column) => column.trim());
  if (columns.length === 0 || columns.every((column) => column === ''))
    throw new BadTable(`${name}: no header.`);
  if (new Set(columns).size < columns.length) throw new BadTable(`${name}: a column name stands twice.`);
  if (sample.recordCount === 0) throw new BadTable(`${name}: no rows.`);

  const rows: string[][] = [];
  for (let from = 0; from < sample.records.length; from += recordsPerTurn) {
    const slice = sample.records.slice(from, from + recordsPerTurn).join('\n');
    rows.push(...records(slice, delimiter, name));
    await turn();
  }
  const ragged = rows.find((row) => row.length !== columns.length);
  if (ragged !== undefined) {
    throw new BadTable(`${name}: a row has ${ragged.length} values where the header has ${columns.length}.`);
  }
  return { columns, rows, rowCount: sample.recordCount };
}

function records(latin1: string, delimiter: string, name: string): string[][] {
  try {
    return parse(decode(Buffer.from(latin1, 'latin1')), { delimiter, bom: true, relax_column_count: true });
  } catch (error) {
    throw new BadTable(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** UTF-8; whatever is not is taken for Shift_JIS, the other encoding that Japanese tables come in. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('shift_jis').decode(bytes);
  }
}
