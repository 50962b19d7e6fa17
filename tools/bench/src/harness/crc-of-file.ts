import { createReadStream } from 'node:fs';
import { crc32 } from 'node:zlib';

/** The CRC-32 of a file's contents. */
export async function crcOfFile(path: string): Promise<number> {
  let crc = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    crc = crc32(chunk as Buffer, crc);
  }
  return crc;
}
