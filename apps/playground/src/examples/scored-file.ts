import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cars, cutTable } from '../data/tables.ts';
import type { Execution } from '../n8n/execution.ts';
import type { Scene } from '../scene.ts';
import { Unexpected } from './example.ts';

/**
 * Says what was scored as a batch, after comparing the file that was written with the one that was sent.
 * @throws {Unexpected} when rows are missing, or the job has not ended
 */
export async function scoredFile(
  execution: Pick<Execution, 'items'>,
  { filesFolder }: Pick<Scene, 'filesFolder'>,
  file: string,
): Promise<string> {
  const sent = cutTable(cars).toScore.length;
  const { jobId, finished, scoredRows } = execution.items('Score')[0]?.json ?? {};
  if (finished !== true) throw new Unexpected(`batch job ${String(jobId)} has not ended`);
  const written = (await readFile(join(filesFolder, file), 'utf8')).trim().split('\n').length - 1;
  if (scoredRows !== sent || written !== sent)
    throw new Unexpected(`of ${sent} rows, ${String(scoredRows)} were scored and ${written} written`);
  return `batch job ${String(jobId).slice(0, 8)}: ${sent} rows sent, scored and written to ${file}`;
}
