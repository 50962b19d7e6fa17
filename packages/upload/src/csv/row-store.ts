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
  take(range: ByteRange): ByteSource;
  /** Forgets what is before a position. */
  forget(before: number): void;
}

/** Over a table that can be read by ranges nothing is kept; over another, what has not been forgotten. */
export const rowStore = (table: Source): RowStore =>
  table.ranged && table.replayable
    ? {
        chunks: () => passingChunks(table),
        take: (range) => rangeSource(table, range),
        forget: () => undefined,
      }
    : keptRows(table);

function keptRows(table: Source): RowStore {
  let kept: { readonly start: number; readonly bytes: Uint8Array }[] = [];
  return {
    async *chunks() {
      let start = 0;
      for await (const bytes of table.open()) {
        kept.push({ start, bytes });
        start += bytes.length;
        yield bytes;
      }
    },
    take: (range) =>
      concatSource(
        table.name,
        kept
          .map(({ start, bytes }) =>
            bytes.subarray(Math.max(0, range.start - start), Math.max(0, range.end - start)),
          )
          .filter(({ length }) => length > 0)
          .map((bytes) => bytesSource(table.name, bytes)),
      ),
    forget: (before) => {
      kept = kept.filter(({ start, bytes }) => start + bytes.length > before);
    },
  };
}
