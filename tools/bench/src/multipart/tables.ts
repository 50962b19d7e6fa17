import { join } from 'node:path';
import { makeTable, type BenchContext, type TableFile } from '../harness/index.ts';

/** Rows that are repeated: some MB are enough for no cache to know them. */
const rowCount = 40_000;

/** How a table is written. */
export type Writing = 'one row in ten is quoted' | 'no row is quoted' | 'every field is quoted';

const header = 'customer,name,street,score,segment,note,amount';

/** A table of at least `bytes` bytes, of rows of some 90 bytes. Of the quoted ones each third has line breaks within. */
export function table(
  { folder, signal, log }: BenchContext,
  name: string,
  bytes: number,
  writing: Writing,
): Promise<TableFile> {
  log(`writing a table of ${Math.round(bytes / 1e6)} MB: ${writing}`);
  const lines = Array.from({ length: rowCount }, (_, at) => row(at, writing));
  const quoted = writing === 'every field is quoted';
  return makeTable(join(folder, name), bytes, signal, [
    quoted ? quoteAll(header.split(',')) : header,
    ...lines,
  ]);
}

function row(at: number, writing: Writing): string {
  const number = (7919 * at) % 100_000;
  const plain = [
    ...[`C${at}`, `Customer ${number}`, `${at % 977} Long Street`, `0.${number}`],
    ...[`S${at % 7}`, `called ${at % 13} times this year`, `${(31 * at) % 1_000}.50`],
  ];
  if (writing === 'no row is quoted') return plain.join(',');
  if (writing === 'every field is quoted') return quoteAll(plain);
  if (at % 10 !== 0) return plain.join(',');
  const note = at % 30 === 0 ? `called twice,\nthen "wrote"\r\nand waits` : `called, then "wrote"`;
  return plain.with(1, `Customer, ${number}`).with(5, note).map(quoteWhereNeeded).join(',');
}

const quote = (field: string): string => `"${field.replaceAll('"', '""')}"`;
const quoteAll = (fields: readonly string[]): string => fields.map(quote).join(',');
const quoteWhereNeeded = (field: string): string => (/[",\r\n]/.test(field) ? quote(field) : field);
