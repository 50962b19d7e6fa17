import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cars, cutTable } from '../../data/tables.ts';
import { Unexpected, type Example } from '../example.ts';
import { predictedColumn } from './predicted-column.ts';

/** A model of these cars is off by 2 to 3 miles per gallon; one that learnt nothing, by 6.5. */
const bearableError = 4.5;

export const scoreAndWriteBack: Example = {
  file: 'score-and-write-back.json',
  limitMs: 60_000,
  async outcome(execution, { filesFolder }) {
    const known = cutTable(cars).toScore.map((row) => Number(row[cars.target]));
    const predicted = predictedColumn(execution.items('Predict'), 'sandbox_prediction', known.length).map(
      Number,
    );
    const errors = known.map((value, index) => Math.abs(value - (predicted[index] ?? NaN)));
    const meanError = errors.reduce((sum, error) => sum + error, 0) / errors.length;
    if (!(meanError < bearableError))
      throw new Unexpected(`the predictions are off by ${meanError} on average`);
    const written = await readFile(join(filesFolder, 'cars-scored.csv'), 'utf8');
    const lines = written.trim().split('\n').length;
    if (lines !== known.length + 1) throw new Unexpected(`the file written back has ${lines} lines`);
    return `${known.length} rows scored and written back, off by ${meanError.toFixed(1)} miles per gallon on average`;
  },
};
