import { createCipheriv } from 'node:crypto';
import { open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';

const blockBytes = 4 * 1024 * 1024;

/**
 * Writes a file of bytes that no compression shortens, the same at every run: one block over and over, with the number
 * of each repetition at its beginning, so that a block lost, doubled or out of order changes the sum.
 * @returns the CRC-32 of the whole
 */
export async function makeFile(path: string, bytes: number, signal: AbortSignal): Promise<number> {
  const cipher = createCipheriv('aes-128-ctr', Buffer.alloc(16, 'modelferry'), Buffer.alloc(16));
  const block = cipher.update(Buffer.alloc(blockBytes));
  const file = await open(path, 'wx');
  let crc = 0;
  try {
    for (let position = 0; position < bytes; position += blockBytes) {
      signal.throwIfAborted();
      block.writeBigUInt64LE(BigInt(position), 0);
      const part = block.subarray(0, bytes - position);
      crc = crc32(part, crc);
      await file.write(part);
    }
    await file.sync(); // Or the disk is still busy with it while others are measured
  } finally {
    await file.close();
  }
  return crc;
}
