import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';
import { constants, deflateRaw, deflateRawSync } from 'node:zlib';
import type { Deflater } from '@modelferry/upload';
import { fullBlocks, type Block } from './full-blocks.ts';
import { inOrder } from './in-order.ts';

/** How to compress. */
export interface ParallelDeflateOptions {
  /**
   * From 1 (fast) to 9 (small). Only on lines of less than about 100 Mbit/s do the levels above 1 gain more time than
   * they cost.
   * @default 1
   */
  readonly level?: number;
}

/**
 * Bytes of a block: long enough to cost no size and few turns between the threads, short enough not to keep other users of
 * the threads waiting.
 */
const blockBytes = 512 * 1024;
/** Blocks that may be done before an earlier one is. Each costs memory; beyond two they win nothing. */
const blocksWaiting = 2;
/** How far back deflate may refer (RFC 1951): a block that knows so much of the one before compresses as well as the whole. */
const windowBytes = 32 * 1024;
/** Up to this, in bytes, compressing takes less time than handing over to another thread. */
const atOnceUpToBytes = 16 * 1024;
/** Room for what a block becomes: ordinary rows take no more than half of theirs; one that takes more has another turn. */
const leastOutputBytes = 1024;

const deflateBlock = promisify<Uint8Array, object, Buffer>(deflateRaw);

/**
 * Compresses on several cores: a body is cut into blocks, each deflated on one of the threads that Node.js keeps for files
 * and zlib, and put together in order. The same body gives the same bytes, on however many cores and in whatever chunks it
 * comes. About 2 MiB of memory for each of the threads (`UV_THREADPOOL_SIZE`, 4 where that is not set).
 * @throws RangeError for a level that there is not
 */
export function parallelDeflater({ level = 1 }: ParallelDeflateOptions = {}): Deflater {
  if (!(Number.isInteger(level) && level >= 1 && level <= 9)) {
    throw new RangeError(`The level of compression must be a whole number from 1 to 9, not ${level}.`);
  }
  const deflate = async ({ bytes, before, last }: Block): Promise<Buffer> => {
    const options = {
      level,
      chunkSize: Math.max(leastOutputBytes, Math.ceil(bytes.length / 2)),
      dictionary: before.length > 0 ? before.subarray(-windowBytes) : undefined,
      finishFlush: last ? constants.Z_FINISH : constants.Z_SYNC_FLUSH,
    };
    return bytes.length <= atOnceUpToBytes ? deflateRawSync(bytes, options) : deflateBlock(bytes, options);
  };
  return (bytes, signal) => {
    const atOnce = blocksAtOnce();
    return inOrder(
      fullBlocks(bytes, blockBytes, signal),
      { atOnce, begun: atOnce + blocksWaiting },
      deflate,
      signal,
    );
  };
}

/**
 * One more than there are cores, so that a core that is done has its next block at once; but no more than there are
 * threads, so that whatever else wants a thread finds no queue: 5 to 10 ms at level 6, for 99 of 100 calls.
 */
function blocksAtOnce(): number {
  const threads = Math.trunc(Number(process.env['UV_THREADPOOL_SIZE']));
  return Math.min(threads >= 1 ? threads : 4, availableParallelism() + 1);
}
