import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { csvLine } from './csv-line.ts';
import type { Table } from './table.ts';

const tables = new Map<string, Table>();

/** A preset model's training data, which ships with `vega-datasets`; read once per process. */
export function presetTable(file: string): Table {
  const known = tables.get(file);
  if (known !== undefined) return known;
  const folder = dirname(createRequire(import.meta.url).resolve('vega-datasets'));
  const records = JSON.parse(readFileSync(join(folder, '..', 'data', file), 'utf8')) as Record<
    string,
    unknown
  >[];
  const columns = Object.keys(records[0] ?? {});
  // One penguin's sex is written as a full stop, which is a typing error in the source and no third value
  const text = (value: unknown): string =>
    value === null || value === undefined || value === '.' ? '' : String(value);
  const rows = records.map((record) => columns.map((column) => text(record[column])));
  const table = { columns, rows, rowCount: rows.length };
  tables.set(file, table);
  return table;
}

/** The same as CSV (UTF-8, CRLF), to upload. */
export function presetCsv(file: string): string {
  const { columns, rows } = presetTable(file);
  return [columns, ...rows].map((values) => csvLine(values)).join('');
}
