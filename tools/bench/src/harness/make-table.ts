import { open, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';

/** A CSV that a bench sends. */
export interface TableFile {
  readonly path: string;
  readonly bytes: number;
  readonly crc: number;
}

/**
 * Writes a CSV of at least `bytes` bytes: real rows (the postal codes of the United States, from the npm package
 * `vega-datasets`), 2 MB of them over and over. The first column numbers the repetitions, so that a block lost, doubled or
 * out of order changes the sum.
 */
export async function makeTable(path: string, bytes: number, signal: AbortSignal): Promise<TableFile> {
  const [head = '', ...rows] = await postalCodes();
  const file = await open(path, 'wx');
  let crc = 0;
  let written = 0;
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
    }
    await file.sync(); // Or the disk is still busy with it while others are measured
  } finally {
    await file.close();
  }
  return { path, bytes: written, crc };
}

async function postalCodes(): Promise<readonly string[]> {
  // The package exports its entry alone, beside which the data lie
  const entry = createRequire(import.meta.url).resolve('vega-datasets');
  const text = await readFile(join(dirname(entry), '..', 'data', 'zipcodes.csv'), 'utf8');
  return text.trimEnd().split(/\r?\n/);
}
