import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Table } from '../tables/table.ts';
import { csvLine } from './csv-line.ts';
import type { TrainConfig } from './train-config.ts';

/** A model that is there from the start, trained on real data that ships with `vega-datasets`. */
export interface Preset {
  readonly name: string;
  readonly file: string;
  readonly config: TrainConfig;
  /** There is a running prediction API for it. */
  readonly published: boolean;
}

export const presets = [
  {
    name: 'cars-fuel',
    file: 'cars.json',
    config: { tc: 'Miles_per_Gallon', tt: 'regression', cv: 0 },
    published: true,
  },
  {
    name: 'penguins-species',
    file: 'penguins.json',
    config: { tc: 'Species', tt: 'multi_classification', cv: 0 },
    published: true,
  },
  {
    name: 'penguins-sex',
    file: 'penguins.json',
    config: { tc: 'Sex', tt: 'binary_classification', tv: 'FEMALE', cv: 0 },
    published: false,
  },
] as const satisfies readonly Preset[];

const tables = new Map<string, Table>();

/** A preset's training data; read once per process. */
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
  return [columns, ...rows].map(csvLine).join('');
}
