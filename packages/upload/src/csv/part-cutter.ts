import type { RecordScanner } from './record-scanner.ts';

/** This far before a part's limit the ends of records are searched; elsewhere only quotes are looked at. */
const windowBytes = 64 * 1024;

/** What came of going over some bytes. */
export interface Advance {
  /** Index in the chunk up to which it is done. */
  readonly done: number;
  /** Whether the part is full while bytes are left, so that it must be cut. */
  readonly full: boolean;
  /** Where to cut; undefined when no record ended near the part's limit. */
  readonly end?: number;
}

/** Decides where parts end: with the last record that still fits. Positions are bytes from the table's beginning. */
export class PartCutter {
  readonly #scanner: RecordScanner;
  readonly #maxBytes: number;
  #start: number;
  #position: number;
  #lastEnd: number | undefined;

  /**
   * @param start where the first part begins
   * @param maxBytes longest part
   */
  constructor(scanner: RecordScanner, start: number, maxBytes: number) {
    this.#scanner = scanner;
    this.#maxBytes = maxBytes;
    this.#start = start;
    this.#position = start;
  }

  /** Where the part begins that is not cut yet. */
  get start(): number {
    return this.#start;
  }

  /** How far the bytes were gone over. */
  get position(): number {
    return this.#position;
  }

  /** Goes over the chunk from index `from` on, as far as the part reaches. */
  advance(chunk: Uint8Array, from: number): Advance {
    const limit = this.#start + this.#maxBytes;
    const searchFrom = Math.min(chunk.length, from + Math.max(0, limit - windowBytes - this.#position));
    this.#scanner.feed(chunk, from, searchFrom);
    this.#position += searchFrom - from;

    const done = Math.min(chunk.length, searchFrom + limit - this.#position);
    const end = this.#scanner.lastEnd(chunk, searchFrom, done);
    if (end !== undefined) this.#lastEnd = this.#position + end - searchFrom;
    this.#position += done - searchFrom;
    const full = done < chunk.length;
    return { done, full, end: full ? this.#lastEnd : undefined };
  }

  /** Begins the next part where the full one ends. */
  cutAt(end: number): void {
    this.#start = end;
    this.#lastEnd = undefined;
  }
}
