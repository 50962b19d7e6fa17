import type { Source } from '@modelferry/upload';

/** A piece of a file that is scored by itself. */
export interface Slice {
  /** From 0. */
  readonly index: number;
  /** Whole and replayable: a CSV with the file's header, or a JSON list. */
  readonly source: Source;
  readonly contentType: 'text/csv' | 'application/json';
  /** Names of its columns, where a header tells them. */
  readonly columns?: readonly string[];
  /** Which bytes of the file it holds. */
  readonly fromByte: number;
  readonly toByte: number;
  /** Rows in it; known once it was sent. */
  sentRows(): number | undefined;
}

/** How to cut a file. */
export interface SliceRules {
  /** Longest slice, in bytes. */
  readonly sliceBytes: number;
  readonly passthroughColumns: readonly string[];
  readonly signal: AbortSignal;
  warn(message: string): void;
}
