import { createWriteStream } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { runChild, type BenchContext } from '../harness/index.ts';

/** Lets a program send an archive, and looks into what arrived. @returns the CRC-32 of each entry, by its path */
export async function receivedArchive(
  { folder, signal }: BenchContext,
  commandTo: (url: string) => readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const path = join(folder, 'received.zip');
  const server = createServer((request, response) => {
    pipeline(request, createWriteStream(path)).then(
      () => response.end(),
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await runChild(commandTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}/archive`), signal);
  } finally {
    server.close();
  }
  await runChild(['unzip', '-tq', path], signal); // Also that the contents have the sums they are listed with
  const listed = await runChild(['unzip', '-v', path], signal);
  return new Map(
    [...listed.matchAll(/\s([0-9a-f]{8})\s+(\S+)$/gm)].map(([, crc = '', name = '']) => [
      name,
      Number.parseInt(crc, 16),
    ]),
  );
}
