import { open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import type { Received, TableFile } from '../harness/index.ts';

const blockBytes = 4 * 1024 * 1024;

/**
 * Holds the parts that a receiver has read, in the order of the table, against the table itself: each must be its header
 * and the range that follows the part before, byte for byte, and together they must be all of it.
 * @returns the CRC-32 of each
 * @throws Error when they are not
 */
export async function proveParts(table: TableFile, parts: readonly Received[]): Promise<readonly number[]> {
  const file = await open(table.path);
  try {
    const beginning = Buffer.alloc(blockBytes);
    await file.read(beginning, 0, blockBytes, 0);
    const header = beginning.subarray(0, beginning.indexOf('\n') + 1);
    let position = header.length;
    const block = Buffer.alloc(blockBytes);
    for (const [index, part] of parts.entries()) {
      const end = position + part.bytes - header.length;
      let crc = crc32(header);
      while (position < end) {
        const { bytesRead } = await file.read(block, 0, Math.min(blockBytes, end - position), position);
        if (bytesRead === 0) throw new Error(`Part ${index + 1} is longer than what is left of the table.`);
        crc = crc32(block.subarray(0, bytesRead), crc);
        position += bytesRead;
      }
      if (crc !== part.crc)
        throw new Error(`Part ${index + 1} is not the header and its range of the table.`);
    }
    if (position !== table.bytes) throw new Error(`The parts end at byte ${position} of ${table.bytes}.`);
    return parts.map(({ crc = 0 }) => crc);
  } finally {
    await file.close();
  }
}
