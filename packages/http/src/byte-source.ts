/** Reads bytes at a position. The target may be reused by the caller once the promise is settled. */
export interface RandomReader {
  /** Fills `target` from `position` (bytes) and resolves to the number of bytes read; 0 means the end. */
  read(target: Uint8Array, position: number): Promise<number>;
  close(): Promise<void>;
}

/** A part of a source: from `start` up to, not including, `end`, in bytes. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Where the bytes of a body come from. Nothing is held: they are read when the transport asks for them. */
export interface ByteSource {
  /** Exact length in bytes, or undefined when it cannot be known before the end. */
  readonly length: number | undefined;
  /** Whether `open` may be called again and gives the same bytes. A body that is not replayable is never retried. */
  readonly replayable: boolean;
  /**
   * The bytes, in chunks of any size, each the caller's to keep: it is not written to again. A range is honoured only
   * where {@link ByteSource.ranged} says so.
   */
  open(range?: ByteRange): AsyncIterable<Uint8Array>;
  /** Whether `open` honours a range. */
  readonly ranged: boolean;
  /** Random access, where the source has it (files): lets a transport read into buffers of its own. */
  reader?(): Promise<RandomReader>;
}
