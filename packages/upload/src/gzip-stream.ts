import { crc32, type Crc32 } from './zip/crc32.ts';
import type { Deflater } from './zip/deflater.ts';
import { RecordWriter } from './zip/record-writer.ts';

/** What a gzip stream is made with. */
export interface GzipStreamOptions {
  readonly deflater: Deflater;
  /** @default the one in plain JavaScript */
  readonly crc32?: Crc32;
  readonly signal: AbortSignal;
}

const deflate = 8;
const unknownSystem = 255;

/**
 * Compresses bytes to gzip (RFC 1952) by a host's deflater. The head tells neither time nor system: the same bytes, the same
 * stream.
 */
export async function* gzipStream(
  bytes: AsyncIterable<Uint8Array>,
  { deflater, crc32: update = crc32, signal }: GzipStreamOptions,
): AsyncGenerator<Uint8Array, void, undefined> {
  let crc = 0;
  let length = 0;
  async function* counted() {
    for await (const chunk of bytes) {
      crc = update(chunk, crc);
      length += chunk.length;
      yield chunk;
    }
  }
  yield Uint8Array.of(0x1f, 0x8b, deflate, 0, 0, 0, 0, 0, 0, unknownSystem);
  yield* deflater(counted(), signal);
  yield new RecordWriter(8)
    .u32(crc)
    .u32(length % 2 ** 32)
    .done();
}
