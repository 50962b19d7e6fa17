import type { Tap } from '../tap-source.ts';

/** Goes over a table's bytes from their beginning, and knows where its records begin. */
export interface RecordWatch extends Tap {
  /** Where the record begins that has not ended, in bytes from the beginning: there a table can be cut. */
  readonly start: number;
  /** Whether the bytes so far end within quotes. */
  readonly inQuotes: boolean;
}

/** What came of going over some bytes. */
export interface Advance {
  /** Index in the chunk up to which it is done. */
  readonly done: number;
  /** Whether the part is full while bytes are left, so that it must be cut. */
  readonly full: boolean;
  /** Where to cut; undefined when no record ended within the part. */
  readonly end?: number;
}

/** Decides where parts end: with the last record that still fits. Positions are bytes from the table's beginning. */
export class PartCutter {
  readonly #records: RecordWatch;
  readonly #maxBytes: number;
  #start: number;
  #position: number;

  /**
   * @param records has seen the table up to `start`
   * @param start where the first part begins
   * @param maxBytes longest part
   */
  constructor(records: RecordWatch, start: number, maxBytes: number) {
    this.#records = records;
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
    const done = Math.min(chunk.length, from + this.#start + this.#maxBytes - this.#position);
    this.#records.see(chunk.subarray(from, done));
    this.#position += done - from;
    const full = done < chunk.length;
    const { start } = this.#records;
    return { done, full, end: full && start > this.#start ? start : undefined };
  }

  /** Begins the next part where the full one ends. */
  cutAt(end: number): void {
    this.#start = end;
  }
}
