import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { splitRows } from './split-rows.ts';
import type { Row } from './to-csv.ts';

/** A table that the examples' files are cut from. */
export interface Table {
  readonly name: string;
  readonly source: string;
  /** The column that a model of this table learns to tell. */
  readonly target: string;
}

/** Fuel use of cars from 1970 to 1982. */
export const cars: Table = { name: 'cars', source: 'cars.json', target: 'Miles_per_Gallon' };

/** Measurements of penguins of three species. */
export const penguins: Table = { name: 'penguins', source: 'penguins.json', target: 'Species' };

/** The same birds, by what is harder to tell. */
export const penguinSexes: Table = { ...penguins, name: 'penguins-sex', target: 'Sex' };

/** A table cut into what to learn from, what to judge by, and some of the latter to ask about. */
export interface CutTable {
  readonly train: readonly Row[];
  readonly evaluation: readonly Row[];
  /** With the target, which the file to score leaves out. */
  readonly toScore: readonly Row[];
}

/** Reads a table from the npm package `vega-datasets`. Rows without a target are of no use here. */
export function cutTable({ source, target }: Table): CutTable {
  // The package exports its entry alone, beside which the data lie
  const entry = createRequire(import.meta.url).resolve('vega-datasets');
  const rows = JSON.parse(readFileSync(join(dirname(entry), '..', 'data', source), 'utf8')) as readonly Row[];
  const { train, evaluation } = splitRows(rows.filter((row) => row[target] !== null));
  return { train, evaluation, toScore: evaluation.filter((_, index) => index % 8 === 0).slice(0, 8) };
}
