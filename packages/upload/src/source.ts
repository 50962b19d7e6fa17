import type { ByteRange, ByteSource } from '@modelferry/http';
import type { ScannerOf } from './csv/table-scanner.ts';

/** A named file to carry to a vendor, wherever its bytes lie. */
export interface Source extends ByteSource {
  /** Base name with extension, as the vendor should see it: `sales.csv`. */
  readonly name: string;
  /** Media type, where the place it comes from knows one. */
  readonly contentType?: string;
  /** Goes over it as a table, on another core: where the host has that for the place it comes from. */
  readonly scanner?: ScannerOf;
}

/** A source over bytes that are already in memory. */
export function bytesSource(name: string, bytes: Uint8Array, contentType?: string): Source {
  return {
    name,
    contentType,
    length: bytes.length,
    replayable: true,
    ranged: true,
    async *open(range: ByteRange = { start: 0, end: bytes.length }) {
      if (range.end > range.start) yield bytes.subarray(range.start, range.end);
    },
    reader: async () => ({
      async read(target, position) {
        const piece = bytes.subarray(position, position + target.length);
        target.set(piece);
        return piece.length;
      },
      close: async () => undefined,
    }),
  };
}
