import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cars, cutTable, penguins } from './tables.ts';
import { toCsv } from './to-csv.ts';

/** Writes the data that the examples read into the only folder where n8n's file node may read, and gives that folder. */
export async function writeDataFiles(userFolder: string): Promise<string> {
  const folder = join(userFolder, '.n8n-files');
  await mkdir(folder, { recursive: true });
  for (const table of [cars, penguins]) {
    const { train, evaluation, toScore } = cutTable(table);
    const unknown = toScore.map(({ [table.target]: _known, ...row }) => row);
    await writeFile(join(folder, `${table.name}-train.csv`), toCsv(train));
    await writeFile(join(folder, `${table.name}-evaluation.csv`), toCsv(evaluation));
    await writeFile(join(folder, `${table.name}-to-score.csv`), toCsv(unknown));
  }
  return folder;
}
