import { presetCsv } from '@modelferry/sandbox';
import { makeTable, type TableFile } from '../harness/index.ts';

/** How often the 406 rows are put one after another for one block to be written. */
const repetitions = 100;

/** Writes a CSV of real rows that the sandbox's models can score and be trained on. */
export function makeCarTable(path: string, bytes: number, signal: AbortSignal): Promise<TableFile> {
  const [head = '', ...rows] = presetCsv('cars.json').trimEnd().split('\r\n');
  return makeTable(path, bytes, signal, [head, ...Array<string[]>(repetitions).fill(rows).flat()]);
}
