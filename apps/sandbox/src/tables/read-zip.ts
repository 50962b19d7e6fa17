import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { openPromise } from 'yauzl';
import type { Entry } from 'yauzl';
import { RecordSampler } from './record-sampler.ts';
import { parseSample } from './parse-sample.ts';
import { BadTable } from './table.ts';
import type { Table } from './table.ts';

/** The two tables of an upload, and what else the archive held. */
export interface ZipTables {
  readonly train: Table;
  readonly evaluation?: Table;
  readonly entryNames: readonly string[];
}

/**
 * Reads `train_src/<file>` and `eval_src/<file>` of a stored ZIP (stored or deflate entries, with data descriptors or
 * ZIP64 records as they come), streaming, with checksums proven.
 *
 * @throws BadTable when it is no ZIP, is damaged, or has no training file
 */
export async function readZip(path: string, seed: number): Promise<ZipTables> {
  const zip = await openPromise(path).catch((error: Error) => {
    throw new BadTable(`Not a readable ZIP: ${error.message}`);
  });
  const tables = new Map<string, Table>();
  const entryNames: string[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue;
      entryNames.push(entry.fileName);
      const folder = /^(train_src|eval_src)\/[^/]+$/.exec(entry.fileName)?.[1];
      if (folder === undefined || tables.has(folder)) continue;
      tables.set(folder, await readEntry(await zip.openReadStreamPromise(entry), entry, seed));
    }
  } catch (error) {
    if (error instanceof BadTable) throw error;
    throw new BadTable(`Damaged ZIP: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    zip.close();
  }
  const train = tables.get('train_src');
  if (train === undefined) throw new BadTable('The ZIP has no train_src/<file>.');
  const evaluation = tables.get('eval_src');
  return { train, entryNames, ...(evaluation === undefined ? {} : { evaluation }) };
}

async function readEntry(stream: Readable, entry: Entry, seed: number): Promise<Table> {
  const sampler = new RecordSampler(seed);
  let checksum = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    checksum = crc32(chunk, checksum);
    sampler.push(chunk);
  }
  if (checksum !== entry.crc32) throw new BadTable(`${entry.fileName}: the checksum is wrong.`);
  return parseSample(sampler.finish(), entry.fileName);
}
