import type { Source } from './source.ts';

/** A file kept for the time of one operation. Its source has a known length and is replayable. */
export interface ScratchFile {
  readonly source: Source;
  /** Removes it. Never throws: cleaning up must not hide the first cause. */
  dispose(): Promise<void>;
}

/**
 * Keeps what must be complete before it can be sent: a compressed ZIP has no known length until it is written.
 * A temporary file on Node.js (mode 0600, always removed); in n8n the binary store, where that is the file system.
 */
export interface ScratchStore {
  write(
    file: { readonly name: string; readonly contentType: string; readonly body: AsyncIterable<Uint8Array> },
    signal: AbortSignal,
  ): Promise<ScratchFile>;
}
