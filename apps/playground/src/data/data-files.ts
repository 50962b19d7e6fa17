import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { splitRows } from './split-rows.ts';
import { toCsv, type Row } from './to-csv.ts';

/** A table that the examples' files are cut from. */
interface Table {
  readonly name: string;
  readonly source: string;
  /** The column that a model of this table learns to tell. */
  readonly target: string;
}

const tables: readonly Table[] = [
  { name: 'cars', source: 'cars.json', target: 'Miles_per_Gallon' },
  { name: 'penguins', source: 'penguins.json', target: 'Species' },
];
const rowsToScore = 8;

/**
 * Writes the data that the examples read into the only folder where n8n's file node may read, and gives that folder.
 * They are measurements of real cars and penguins, from the npm package `vega-datasets`.
 */
export async function writeDataFiles(userFolder: string): Promise<string> {
  const folder = join(userFolder, '.n8n-files');
  await mkdir(folder, { recursive: true });
  for (const { name, source, target } of tables) {
    const rows = (await readRows(source)).filter((row) => row[target] !== null);
    const { train, evaluation } = splitRows(rows);
    const toScore = evaluation.slice(0, rowsToScore).map(({ [target]: _known, ...row }) => row);
    await writeFile(join(folder, `${name}-train.csv`), toCsv(train));
    await writeFile(join(folder, `${name}-evaluation.csv`), toCsv(evaluation));
    await writeFile(join(folder, `${name}-to-score.csv`), toCsv(toScore));
  }
  return folder;
}

async function readRows(source: string): Promise<readonly Row[]> {
  // The package exports its entry alone, beside which the data lie
  const entry = createRequire(import.meta.url).resolve('vega-datasets');
  const file = join(dirname(entry), '..', 'data', source);
  return JSON.parse(await readFile(file, 'utf8')) as readonly Row[];
}
