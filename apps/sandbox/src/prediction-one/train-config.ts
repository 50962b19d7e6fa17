import { CannotFit } from '../models/task.ts';
import type { ColumnType, Task } from '../models/task.ts';
import { badRequest } from './errors.ts';
import type { PredictionOneVariants } from './variants.ts';

/** The `config` of Train, as it came. */
export type TrainConfig = Readonly<Record<string, unknown>>;

const numbers = ['cv', 'tsi', 'tsf', 'tst'];
const booleans = ['im', 'tsm', 'tsin'];
const known = ['tc', 'tt', 'tv', 'tsu', 'tsc', 'tss', 'tsine', ...numbers, ...booleans];

/** @throws VendorError for a config that no documented reading allows */
export function checkConfig(config: unknown, variants: PredictionOneVariants): TrainConfig {
  if (typeof config !== 'object' || config === null) throw badRequest('sandbox: config is missing.');
  const given = config as TrainConfig;
  const unknown = Object.keys(given).filter((name) => !known.includes(name));
  if (unknown.length > 0) throw badRequest(`sandbox: config has unknown fields: ${unknown.join(', ')}.`);
  for (const name of numbers) {
    const value = given[name];
    if (value === undefined) continue;
    if (variants.has('config-strings-only') && typeof value !== 'string')
      throw badRequest(`sandbox: ${name} must be a string.`);
    if (!/^-?\d+$/.test(String(value))) throw badRequest(`sandbox: ${name} must be an integer.`);
  }
  if (Number(given.cv ?? 0) < -1) throw badRequest('sandbox: cv must be -1 or more.');
  for (const name of booleans) {
    if (given[name] !== undefined && typeof given[name] !== 'boolean')
      throw badRequest(`sandbox: ${name} must be true or false.`);
  }
  if (variants.has('tsine-string-only') && given.tsine !== undefined && typeof given.tsine !== 'string') {
    throw badRequest('sandbox: tsine must be a string.');
  }
  const { tt, tv, tc } = given;
  if (typeof tc !== 'string' || tc === '') throw badRequest('sandbox: tc is missing.');
  if (tt !== 'binary_classification' && tt !== 'multi_classification' && tt !== 'regression') {
    throw badRequest('sandbox: tt must be binary_classification, multi_classification or regression.');
  }
  if ((tt === 'binary_classification') !== (tv !== undefined)) {
    throw badRequest('sandbox: tv is required for binary_classification, and only there.');
  }
  checkCombinations(given);
  return given;
}

function checkCombinations({ tt, im, tsm, tsc, tsf, tst }: TrainConfig): void {
  if (im === true && tt === 'regression') throw badRequest('sandbox: im is for classification only.');
  if (tsm !== true) return;
  if (tt !== 'regression') throw badRequest('sandbox: tsm is for regression only.');
  if (typeof tsc !== 'string') throw badRequest('sandbox: tsm requires tsc.');
  if (!(Number(tsf) >= 1) || !(Number(tst) >= Number(tsf))) {
    throw badRequest('sandbox: tsm requires tsf of 1 or more and tst of at least tsf.');
  }
}

export function taskOf(config: TrainConfig, columnTypes?: Readonly<Record<string, ColumnType>>): Task {
  return {
    type: config.tt as Task['type'],
    target: String(config.tc),
    positiveValue: config.tv === undefined ? undefined : String(config.tv),
    balanced: config.im === true,
    folds: Number(config.cv ?? 0),
    columnTypes,
  };
}

const columnTypeNames: Readonly<Record<string, ColumnType>> = {
  string: 'category',
  text: 'category',
  date: 'date',
  float: 'number',
};

/** Reads the rows of a column-info file. @throws CannotFit for a type that is none */
export function columnTypesOf(rows: readonly (readonly string[])[]): Record<string, ColumnType> {
  return Object.fromEntries(
    rows.map(([name = '', type = '']) => {
      const columnType = columnTypeNames[type.trim()];
      if (columnType === undefined) throw new CannotFit(`Column "${name}" has the unknown type "${type}".`);
      return [name.trim(), columnType];
    }),
  );
}
