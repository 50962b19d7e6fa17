import type { Writable } from 'node:stream';
import type { RandomReader } from '@modelferry/http';
import { lengthMismatch } from './exact-chunks.ts';
import type { SizedSource } from './sized-source.ts';
import { writeChunk } from './write-chunk.ts';

/** Bytes of a buffer. Smaller ones cost turns between the threads, larger ones win nothing. */
const blockBytes = 2 * 1024 * 1024;
/** One is written while the others are read into: with only two, a reader that is late for once stops the writing. */
const bufferCount = 3;
/** Where several sources are sent at a time, another is written meanwhile, and fewer stay in the processor's caches. */
const sharedBufferCount = 2;
/** Buffers kept for the next source, enough for two at a time: as garbage they would pile up before they are collected. */
const spareCount = 2 * sharedBufferCount;
const spare: Uint8Array[] = [];
/** Sources that are being sent. */
let underWay = 0;
/** How far to look, beyond the end of a source, for bytes that should not be there. */
const probeBytes = 4 * 1024;
const firstWriteBytes = 64 * 1024;
const leastWriteBytes = 16 * 1024;
/** A write that took longer than this, in milliseconds, is smaller next time: a slow line shall be heard of often. */
const slowWriteMs = 500;

/**
 * Writes a source to a request and ends it, through a few buffers that are used over and over. One is filled anew only
 * after the callback of its last write. The last bytes leave only once the source has proved to be as long as it said, so
 * that a wrong body is never a whole one for the server.
 * @param reader is closed at the end
 * @param onTaken hears the total once bytes have left; of the last ones, just before they leave
 * @throws TransportError `source-mismatch` when the source has fewer or more bytes than it said
 * @throws the reason of `stopped`, after which no more is written
 */
export async function pumpBlocks(
  source: SizedSource,
  reader: RandomReader,
  outgoing: Writable,
  stopped: AbortSignal,
  onTaken: (totalBytes: number) => void,
): Promise<void> {
  const { length } = source;
  const ahead: Promise<Uint8Array>[] = [];
  let readTo = 0;
  let last: Promise<unknown> = Promise.resolve();
  const readInto = (buffer: Uint8Array) => {
    if (readTo > 0 && readTo >= length) return;
    const [target, position] = [buffer.subarray(0, length - readTo), readTo];
    // One after the other: a source may check its bytes as they pass
    const block = last.then(() => readBlock(reader, target, position, length));
    block.catch(() => undefined); // It may fail while the blocks before it are still being written
    ahead.push(block);
    last = block;
    readTo += blockBytes;
  };

  underWay += 1;
  try {
    const buffers = Array.from(
      { length: underWay > 1 ? sharedBufferCount : bufferCount },
      () => spare.pop() ?? Buffer.allocUnsafeSlow(blockBytes),
    );
    buffers.forEach(readInto);
    let position = 0;
    let writeBytes = firstWriteBytes;
    for (let reading = ahead.shift(); reading; reading = ahead.shift()) {
      const block = await reading;
      stopped.throwIfAborted();
      for (let rest = block; rest.length > 0;) {
        const bytes = rest.subarray(0, writeBytes);
        rest = rest.subarray(bytes.length);
        position += bytes.length;
        if (position === length) onTaken(position);
        const startedAt = performance.now();
        await writeChunk(outgoing, bytes);
        stopped.throwIfAborted();
        if (position < length) onTaken(position);
        writeBytes = nextWriteBytes(writeBytes, performance.now() - startedAt);
      }
      readInto(new Uint8Array(block.buffer));
    }
    outgoing.end();
    // All writes have called back: nobody looks at them any more
    spare.push(...buffers.slice(0, spareCount - spare.length));
  } finally {
    underWay -= 1;
    await Promise.allSettled(ahead);
    await reader.close();
  }
}

const nextWriteBytes = (writeBytes: number, tookMs: number): number =>
  tookMs > slowWriteMs ? Math.max(leastWriteBytes, writeBytes / 2) : Math.min(blockBytes, writeBytes * 2);

/** Fills a block whole. The one that ends the source also proves that nothing follows. */
async function readBlock(
  reader: RandomReader,
  block: Uint8Array,
  position: number,
  length: number,
): Promise<Uint8Array> {
  const taken = position === 0 ? 'none' : 'part';
  for (let filled = 0; filled < block.length;) {
    const read = await reader.read(block.subarray(filled), position + filled);
    if (read === 0) throw lengthMismatch(length, String(position + filled), taken);
    filled += read;
  }
  if (position + block.length === length) {
    const surplus = await reader.read(new Uint8Array(probeBytes), length);
    if (surplus > 0) throw lengthMismatch(length, `at least ${length + surplus}`, taken);
  }
  return block;
}
