import { open, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';

/** A CSV that a bench sends. */
export interface TableFile {
  readonly path: string;
  readonly bytes: number;
  /** Without the header. */
  readonly rows: number;
  readonly crc: number;
}

/**
 * Writes a CSV of at least `bytes` bytes: real rows, over and over. The first column numbers the repetitions, so that a
 * block lost, doubled or out of order changes the sum.
 * @param lines what is repeated, its header first; some MB of it, or the writing takes long
 * @default 2 MB: the postal codes of the United States, from the npm package `vega-datasets`
 */
export async function makeTable(
  path: string,
  bytes: number,
  signal: AbortSignal,
  lines?: readonly string[],
): Promise<TableFile> {
  const [head = '', ...rows] = lines ?? (await postalCodes());
  const file = await open(path, 'wx');
  let crc = 0;
  let written = 0;
  let count = 0;
  const write = async (text: string) => {
    const part = Buffer.from(text);
    crc = crc32(part, crc);
    written += part.length;
    await file.write(part);
  };
  try {
    await write(`round,${head}\r\n`);
    const rowBytes = Buffer.byteLength(rows.join('\r\n')) / rows.length;
    for (let round = 0; written < bytes; round++) {
      signal.throwIfAborted();
      const some = rows.slice(0, Math.ceil((bytes - written) / rowBytes));
      await write(some.map((row) => `${round},${row}\r\n`).join(''));
      count += some.length;
    }
    await file.sync(); // Or the disk is still busy with it while others are measured
  } finally {
    await file.close();
  }
  return { path, bytes: written, rows: count, crc };
}

async function postalCodes(): Promise<readonly string[]> {
  // The package exports its entry alone, beside which the data lie
  const entry = createRequire(import.meta.url).resolve('vega-datasets');
  const text = await readFile(join(dirname(entry), '..', 'data', 'zipcodes.csv'), 'utf8');
  return text.trimEnd().split(/\r?\n/);
}
