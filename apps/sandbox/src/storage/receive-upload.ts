import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { RecordSampler } from '../tables/record-sampler.ts';
import type { RecordSample } from '../tables/record-sampler.ts';
import { Checksums } from './checksums.ts';

/** One upload that arrived whole. */
export interface ReceivedUpload {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly crc32: number;
  readonly isZip: boolean;
  /** Header and sampled records of a table; absent for a ZIP, which is read once it is stored. */
  readonly sample?: RecordSample;
}

const zipMagic = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const emptyZipMagic = Buffer.from([0x50, 0x4b, 0x05, 0x06]);

/**
 * Streams a body to the folder. While it passes, its checksums are taken and its records are sampled, so that memory
 * stays the same however large the body is.
 *
 * @throws Error when the body ends early; what was stored of it is removed
 */
export async function receiveUpload(
  body: Readable,
  options: {
    readonly name: string;
    readonly folder: string;
    readonly seed: number;
    readonly onBytes?: (total: number) => void;
  },
): Promise<ReceivedUpload> {
  const path = join(options.folder, `${randomUUID()}.upload`);
  const checksums = new Checksums();
  const sampler = new RecordSampler(options.seed);
  let start = Buffer.alloc(0);
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (start.length < 4) start = Buffer.concat([start, chunk.subarray(0, 4 - start.length)]);
      checksums.update(chunk);
      if (!isZip(start)) sampler.push(chunk);
      options.onBytes?.(checksums.bytes);
      done(null, chunk);
    },
  });
  try {
    await pipeline(body, meter, createWriteStream(path, { mode: 0o600, highWaterMark: 1024 * 1024 }));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  const zip = isZip(start);
  return {
    name: options.name,
    path,
    ...checksums.finish(),
    isZip: zip,
    ...(zip ? {} : { sample: sampler.finish() }),
  };
}

function isZip(start: Buffer): boolean {
  return start.equals(zipMagic) || start.equals(emptyZipMagic);
}
