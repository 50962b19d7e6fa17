import { presetTable } from '../../tables/preset-table.ts';
import { BadTable } from '../../tables/table.ts';
import type { Table } from '../../tables/table.ts';
import type { AbejaPlatform } from '../platform.ts';

/** The table to train on, and the column that is to be predicted. */
export interface TrainingData {
  readonly table: Table;
  /** @default the last column */
  readonly target: string | undefined;
}

const datalakeUri = /^datalake:\/\/([^/]+)\/([^/]+)$/;

/**
 * The data that a job names: datasets by their id, files as `datalake://<channel>/<file>` wherever a value can stand. One
 * that names none is given the cars.
 *
 * @throws BadTable when what is named is not there, or is no table
 */
export async function trainingData(
  platform: AbejaPlatform,
  named: Readonly<Record<string, unknown>>,
  target: unknown,
): Promise<TrainingData> {
  const wanted = typeof target === 'string' ? target : undefined;
  const tables: Table[] = [];
  for (const value of Object.values(named)) {
    const text = String(value);
    if (datalakeUri.test(text)) tables.push(await fileTable(platform, text));
    else if (platform.datasets.has(text)) tables.push(...(await datasetTables(platform, text)));
  }
  const [first, ...others] = tables;
  if (first === undefined) return { table: presetTable('cars.json'), target: wanted ?? 'Miles_per_Gallon' };
  const alike = others.filter(({ columns }) => columns.join() === first.columns.join());
  const rows = [first, ...alike].flatMap((table) => table.rows);
  return { table: { columns: first.columns, rows, rowCount: rows.length }, target: wanted };
}

async function datasetTables(platform: AbejaPlatform, id: string): Promise<readonly Table[]> {
  const uris = (platform.datasets.get(id)?.items ?? []).flatMap(({ sourceData }) =>
    sourceData.map(({ data_uri: uri }) => uri),
  );
  const files = uris.filter((uri) => datalakeUri.test(uri));
  if (files.length === 0) throw new BadTable(`sandbox: the dataset ${id} has no items in the datalake.`);
  const tables: Table[] = [];
  for (const uri of files) tables.push(await fileTable(platform, uri));
  return tables;
}

async function fileTable(platform: AbejaPlatform, uri: string): Promise<Table> {
  const [, channelId = '', fileId = ''] = datalakeUri.exec(uri) ?? [];
  const file = platform.channels.get(channelId)?.files.get(fileId);
  if (file?.contents === undefined) throw new BadTable(`sandbox: there is nothing at ${uri}.`);
  return file.contents.table();
}
