import { open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';

const blockBytes = 4 * 1024 * 1024;

export interface TableFile {
  readonly path: string;
  readonly bytes: number;
  readonly crc: number;
}

/** Writes a CSV of at least `bytes` bytes: the node looks at the head of what it sends, so it must be a table. */
export async function makeTable(path: string, bytes: number, signal: AbortSignal): Promise<TableFile> {
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
    await write('id,date,amount,note\r\n');
    for (let block = 0; written < bytes; block++) {
      signal.throwIfAborted();
      // Each block says its number, so that one lost, doubled or out of order changes the sum
      const row = `${block},2026-11-22,19.80,"a note, with a comma"\r\n`;
      await write(row.repeat(Math.ceil(Math.min(blockBytes, bytes - written) / row.length)));
    }
    await file.sync(); // Or the disk is still busy with it while others are measured
  } finally {
    await file.close();
  }
  return { path, bytes: written, crc };
}
