import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cars, cutTable, penguins, penguinSexes } from './tables.ts';
import { toCsv, type Row } from './to-csv.ts';

/** How many rows the file has that stands for a big one. */
export const manyRows = 200_000;

/** Writes the data that the examples read into the only folder where n8n's file node may read, and gives that folder. */
export async function writeDataFiles(userFolder: string): Promise<string> {
  const folder = join(userFolder, '.n8n-files');
  await mkdir(folder, { recursive: true });
  const write = (name: string, rows: readonly Row[]) => writeFile(join(folder, `${name}.csv`), toCsv(rows));
  for (const table of [cars, penguins]) {
    const { train, evaluation, toScore } = cutTable(table);
    await write(`${table.name}-train`, train);
    await write(`${table.name}-evaluation`, evaluation);
    await write(`${table.name}-to-score`, without(table.target, toScore));
  }
  const { evaluation: some } = cutTable(cars);
  const unknown = without(cars.target, some);
  await write(
    'cars-many',
    Array.from({ length: manyRows }, (_, at) => unknown[at % unknown.length] ?? {}),
  );
  await write('penguins-unsexed', without(penguinSexes.target, cutTable(penguinSexes).evaluation));
  return folder;
}

const without = (column: string, rows: readonly Row[]): readonly Row[] =>
  rows.map(({ [column]: _known, ...row }) => row);
