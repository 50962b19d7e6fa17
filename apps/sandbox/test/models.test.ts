import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fitAndEvaluate } from '../src/models/fit-and-evaluate.ts';
import { fitModel } from '../src/models/fit-model.ts';
import { guessType, toDays, toNumber } from '../src/models/values.ts';
import { presetTable } from '../src/tables/preset-table.ts';
import { pseudoRandom } from '../src/random.ts';
import type { Table } from '../src/tables/table.ts';

const data = join(dirname(require.resolve('vega-datasets')), '..', 'data');

function weather(): Table {
  const [columns = [], ...rows] = parse(
    readFileSync(join(data, 'seattle-weather.csv'), 'utf8'),
  ) as string[][];
  return { columns, rows, rowCount: rows.length };
}

describe('on real data, far above the baseline', () => {
  it('predicts fuel economy', async () => {
    const { metrics, method } = await fitAndEvaluate(
      { type: 'regression', target: 'Miles_per_Gallon' },
      presetTable('cars.json'),
      undefined,
      1,
    );
    expect(method).toBe('hold_out');
    expect(metrics.sandbox_rmse! / metrics.sandbox_baseline_rmse!).toBeLessThan(0.5);
    expect(metrics.sandbox_r2).toBeGreaterThan(0.8);
  });

  it('tells penguin species apart', async () => {
    const task = { type: 'multi_classification', target: 'Species', folds: 5 } as const;
    const { metrics, scored } = await fitAndEvaluate(task, presetTable('penguins.json'), undefined, 1);
    expect(scored).toHaveLength(344);
    expect(metrics.sandbox_accuracy).toBeGreaterThan(0.97);
    expect(metrics.sandbox_baseline_accuracy).toBeLessThan(0.5);
  });

  it('tells penguin sexes apart', async () => {
    const task = { type: 'binary_classification', target: 'Sex', positiveValue: 'MALE', folds: 5 } as const;
    const { metrics } = await fitAndEvaluate(task, presetTable('penguins.json'), undefined, 1);
    expect(metrics.sandbox_accuracy).toBeGreaterThan(0.85);
  });

  it('predicts the weather from dates and numbers', async () => {
    const task = { type: 'multi_classification', target: 'weather' } as const;
    const { metrics } = await fitAndEvaluate(task, weather(), undefined, 1);
    expect(metrics.sandbox_accuracy! - metrics.sandbox_baseline_accuracy!).toBeGreaterThan(0.2);
  });

  it('balances classes only when asked', async () => {
    const share = async (balanced: boolean) => {
      const model = await fitModel(weather(), { type: 'multi_classification', target: 'weather', balanced });
      return model.predict(() => '').probabilities?.snow ?? 0;
    };
    expect(await share(true)).toBeGreaterThan(3 * (await share(false)));
  });
});

it('is the same for the same rows', async () => {
  const task = { type: 'regression', target: 'Miles_per_Gallon' } as const;
  const [first, second] = await Promise.all([
    fitModel(presetTable('cars.json'), task),
    fitModel(presetTable('cars.json'), task),
  ]);
  const row = (column: string) => ({ Weight_in_lbs: '3000', Origin: 'Japan' })[column] ?? '';
  expect(first.predict(row)).toEqual(second.predict(row));
  expect(first.explain(row)).toEqual(second.explain(row));
});

it('names the column that moved a prediction most', async () => {
  const rows = Array.from({ length: 100 }, (_unused, i) => [
    String(i % 10),
    String((i * 7) % 13),
    String((i % 10) * 5),
  ]);
  const model = await fitModel(
    { columns: ['cause', 'noise', 'y'], rows, rowCount: 100 },
    { type: 'regression', target: 'y' },
  );
  expect(model.explain((column) => ({ cause: '9', noise: '6' })[column] ?? '')[0]?.column).toBe('cause');
  expect(Number(model.predict((column) => ({ cause: '4', noise: '6' })[column] ?? '').value)).toBeCloseTo(
    20,
    0,
  );
});

it.each([
  ['a target that is not there', 'z', 'regression', /no column "z"/],
  ['a target without numbers', 'name', 'regression', /Only 0 rows/],
  ['a target with one value', 'same', 'multi_classification', /only one value/],
  ['three values where two belong', 'three', 'binary_classification', /3 values, not two/],
  ['too many classes', 'id', 'multi_classification', /more than 200 classes/],
] as const)('refuses %s', async (_name, target, type, message) => {
  const columns = ['id', 'name', 'same', 'three', 'x'];
  const rows = Array.from({ length: 300 }, (_unused, i) => [`i${i}`, `n${i}`, 'a', `t${i % 3}`, String(i)]);
  await expect(fitModel({ columns, rows, rowCount: 300 }, { type, target })).rejects.toThrow(message);
});

it('fits 50,000 rows without holding the others up', async () => {
  const random = pseudoRandom(1);
  const columns = [...Array.from({ length: 12 }, (_unused, i) => `x${i}`), 'y'];
  const rows = Array.from({ length: 50_000 }, () => {
    const values = Array.from({ length: 12 }, random);
    return [...values, (values[0] ?? 0) * 3].map((value) => value.toFixed(4));
  });
  // Others get their turn often: counted, since how long a turn takes is the machine's affair
  let turns = 0;
  let fitting = true;
  const takeTurn = () => {
    turns += 1;
    if (fitting) setImmediate(takeTurn);
  };
  setImmediate(takeTurn);
  const model = await fitModel({ columns, rows, rowCount: rows.length }, { type: 'regression', target: 'y' });
  fitting = false;
  expect(Number(model.predict((column) => (column === 'x0' ? '0.5' : '0.1')).value)).toBeCloseTo(1.5, 1);
  expect(turns).toBeGreaterThan(10);
});

it('reads numbers and dates, and nothing else, as such', () => {
  expect(['1', '-2.5', '1e3', '.5', '', 'x', '0x10', '1,000'].map(toNumber)).toEqual([
    1,
    -2.5,
    1000,
    0.5,
    NaN,
    NaN,
    NaN,
    NaN,
  ]);
  expect(['1970-01-02', '1970/1/3', '1970-01-01 12:00', '1970', 'x'].map(toDays)).toEqual([
    1,
    2,
    0.5,
    NaN,
    NaN,
  ]);
  expect(guessType(['1', '2', '', '3'])).toBe('number');
  expect(guessType(['1970-01-02', '1970-01-03'])).toBe('date');
  expect(guessType(['a', '1'])).toBe('category');
});
