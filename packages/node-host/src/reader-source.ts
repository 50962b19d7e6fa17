import type { RandomReader } from '@modelferry/http';
import type { Source } from '@modelferry/upload';

/**
 * Bytes of a chunk: a block of the parallel deflate, which then need not copy. Each chunk is a buffer of its own, since
 * nobody knows how long the reader of a stream keeps it.
 */
const chunkBytes = 512 * 1024;

export interface ReaderSourceOptions {
  readonly name: string;
  readonly contentType?: string;
  /** In bytes. */
  readonly length: number;
  /** Called once for every reading. */
  reader(): Promise<RandomReader>;
}

/** A source with a known length that can be read at any place. */
export interface ReaderSource extends Source {
  /** In bytes. */
  readonly length: number;
  reader(): Promise<RandomReader>;
}

/** A source over random access: it has a length, can be opened again, and at any range. */
export function readerSource(options: ReaderSourceOptions): ReaderSource {
  const { name, contentType, length, reader } = options;
  return {
    name,
    contentType,
    length,
    replayable: true,
    ranged: true,
    reader,
    async *open(range = { start: 0, end: length }) {
      const end = Math.min(range.end, length);
      const bytes = await reader();
      try {
        for (let position = range.start; position < end;) {
          const chunk = Buffer.allocUnsafeSlow(Math.min(chunkBytes, end - position));
          const read = await bytes.read(chunk, position);
          if (read === 0) return; // Whoever asked for a length notices that it is missing
          position += read;
          yield chunk.subarray(0, read);
        }
      } finally {
        await bytes.close();
      }
    },
  };
}
