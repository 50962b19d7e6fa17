import { exactLength } from '../exact-length.ts';

/** Most bytes that one stored block holds (RFC 1951, 3.2.4: its length has 16 bits). */
const storedBlockBytes = 65_535;
const blockHeaderBytes = 5;
/**
 * Most bytes of the input in one buffer of the output. Buffers that were sent are freed with the small objects around them:
 * of large ones, with few of these, more than 60 MB pile up before that.
 */
const pieceBytes = 2 * storedBlockBytes;

/** Length of `bytes` bytes as deflate with stored blocks: five bytes more for each block, and always one block. */
export const storedDeflateBytes = (bytes: number): number =>
  bytes + blockHeaderBytes * Math.max(1, Math.ceil(bytes / storedBlockBytes));

/**
 * Wraps bytes in deflate without compressing them. Every reader of deflate takes it, and its length is known before the
 * first byte, which is what a presigned PUT needs.
 * @param name the file as the user knows it, for the error
 * @throws EngineError with code `source-mismatch` when not exactly `length` bytes come
 */
export async function* storedDeflate(
  chunks: AsyncIterable<Uint8Array>,
  length: number,
  name: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (length === 0) yield blockHeader(0, true);
  let at = 0; // in the input
  for await (const chunk of exactLength(chunks, length, name)) {
    for (let taken = 0; taken < chunk.length; taken += pieceBytes) {
      const piece = chunk.subarray(taken, taken + pieceBytes);
      yield wrapped(piece, at, length);
      at += piece.length;
    }
  }
}

/** Bytes from `at` on, of `length` in all, in one buffer: block headers of their own would be five-byte writes. */
function wrapped(bytes: Uint8Array, at: number, length: number): Uint8Array {
  const headers = Math.ceil((at + bytes.length) / storedBlockBytes) - Math.ceil(at / storedBlockBytes);
  const out = new Uint8Array(bytes.length + headers * blockHeaderBytes);
  let written = 0;
  for (let taken = 0; taken < bytes.length;) {
    const inBlock = (at + taken) % storedBlockBytes;
    if (inBlock === 0) {
      const block = Math.min(storedBlockBytes, length - at - taken);
      out.set(blockHeader(block, at + taken + block === length), written);
      written += blockHeaderBytes;
    }
    const inside = bytes.subarray(taken, taken + storedBlockBytes - inBlock);
    out.set(inside, written);
    written += inside.length;
    taken += inside.length;
  }
  return out;
}

const blockHeader = (bytes: number, last: boolean): Uint8Array =>
  Uint8Array.of(last ? 1 : 0, bytes & 0xff, bytes >> 8, ~bytes & 0xff, (~bytes >> 8) & 0xff);
