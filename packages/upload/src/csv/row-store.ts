import type { ByteRange, ByteSource } from '@modelferry/http';
import { concatSource } from '../concat-source.ts';
import { rangeSource } from '../range-source.ts';
import { bytesSource, type Source } from '../source.ts';
import { passingChunks } from './passing-chunks.ts';

/** Gives the bytes of a table once in order, and ranges of what went by again. Positions count from its beginning. */
export interface RowStore {
  /** To be read, and not kept: a file's are read into the same buffers over and over. */
  chunks(): AsyncIterable<Uint8Array>;
  /** A range that has gone by, as a source that can be read later. */
  take(range: ByteRange): TakenRows;
  /** Forgets what is before a position. */
  forget(before: number): void;
}

/** Rows that were taken out of a store. */
export interface TakenRows {
  readonly source: ByteSource;
  /** Says that nobody reads them any more: the memory they are in is used again. */
  release(): void;
}

/** Over a table that can be read by ranges nothing is kept; over another, what has not been forgotten. */
export const rowStore = (table: Source): RowStore =>
  table.ranged && table.replayable
    ? {
        chunks: () => passingChunks(table),
        take: (range) => ({ source: rangeSource(table, range), release: () => undefined }),
        forget: () => undefined,
      }
    : keptRows(table);

/** Length of a block that rows are kept in. */
const blockBytes = 512 * 1024;

interface Block {
  readonly start: number;
  readonly bytes: Uint8Array;
  /** How many of its bytes have not been released. */
  unreleased: number;
}

/**
 * Keeps rows in blocks that are used again. Left to the garbage collector they would pile up: it collects soon what died
 * young, and a part lives for long.
 */
function keptRows(table: Source): RowStore {
  let kept: readonly Block[] = [];
  const spare: Uint8Array[] = [];
  const begin = (start: number): Block => {
    const block = { start, bytes: spare.pop() ?? new Uint8Array(blockBytes), unreleased: blockBytes };
    kept = [...kept, block];
    return block;
  };
  const release = (block: Block, bytes: number) => {
    block.unreleased -= bytes;
    if (block.unreleased > 0) return;
    kept = kept.filter((one) => one !== block);
    spare.push(block.bytes);
  };
  return {
    async *chunks() {
      let position = 0;
      let block: Block | undefined;
      for await (const chunk of table.open()) {
        for (let rest = chunk; rest.length > 0;) {
          const at = position % blockBytes;
          if (!block || at === 0) block = begin(position);
          const piece = rest.subarray(0, blockBytes - at);
          block.bytes.set(piece, at);
          position += piece.length;
          rest = rest.subarray(piece.length);
        }
        yield chunk;
      }
    },
    take: ({ start, end }) => {
      const pieces = kept
        .map((block) => ({
          block,
          bytes: block.bytes.subarray(Math.max(0, start - block.start), Math.max(0, end - block.start)),
        }))
        .filter(({ bytes }) => bytes.length > 0);
      return {
        source: concatSource(
          table.name,
          pieces.map(({ bytes }) => bytesSource(table.name, bytes)),
        ),
        release: () => pieces.splice(0).forEach(({ block, bytes }) => release(block, bytes.length)),
      };
    },
    forget: (before) => {
      kept = kept.filter(({ start }) => start + blockBytes > before);
    },
  };
}
