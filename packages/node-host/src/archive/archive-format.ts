import type { ZipEntry } from '@modelferry/upload';
import type { FileSource } from '../file-source.ts';

/** A file ready to be packed. */
export interface ArchiveEntry extends ZipEntry {
  readonly source: FileSource;
}

/** How to pack. */
export interface PackOptions {
  /** From 1 (fast) to 9 (small). */
  readonly level: number;
  readonly signal: AbortSignal;
}

/** A way to make one file of many. */
export interface ArchiveFormat {
  /** Without its dot: `tar.gz`. */
  readonly extension: string;
  readonly contentType: string;
  /** The bytes, as they are made. Entries are read one after the other; one that changes meanwhile fails. */
  pack(entries: readonly ArchiveEntry[], options: PackOptions): AsyncIterable<Uint8Array>;
}
