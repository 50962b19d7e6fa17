import type { RecordWatch } from './record-watch.ts';
import type { TableScanner } from './table-scanner.ts';

/** Leads a watch through a table, step by step. */
export interface TableWalk {
  /** Goes on up to a position, in bytes. @returns whether the table goes on after it */
  to(limit: number): Promise<boolean>;
  /** How far it has come. */
  readonly position: number;
  /** Whether going on takes no time from this thread, so that it can be done ahead. */
  readonly elsewhere: boolean;
  close(): Promise<void>;
}

/** Over chunks, which are looked at here. */
export function walkChunks(chunks: AsyncIterable<Uint8Array>, records: RecordWatch): TableWalk {
  const iterator = chunks[Symbol.asyncIterator]();
  let chunk: Uint8Array = new Uint8Array();
  let position = 0;
  return {
    get position() {
      return position;
    },
    elsewhere: false,
    async to(limit) {
      for (;;) {
        const piece = chunk.subarray(0, limit - position);
        records.see(piece);
        position += piece.length;
        chunk = chunk.subarray(piece.length);
        if (chunk.length > 0) return true;
        const next = await iterator.next();
        if (next.done) return false;
        chunk = next.value;
      }
    },
    close: async () => {
      await iterator.return?.();
    },
  };
}

/** Over a table that somebody else goes over. The watch must have seen its header. */
export function walkElsewhere(scanner: TableScanner, length: number, records: RecordWatch): TableWalk {
  return {
    get position() {
      return records.state.position;
    },
    elsewhere: true,
    async to(limit) {
      const end = Math.min(limit, length);
      const { state } = records;
      if (state.position < end) records.take(await scanner.scan(state, end));
      return end < length;
    },
    close: () => scanner.close(),
  };
}
