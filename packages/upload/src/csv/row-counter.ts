import {
  allLanes,
  countLanes,
  equalAnyLanes,
  equalLanes,
  inEveryLane,
  lanesAreInOrder,
  oddUpTo,
} from './lanes.ts';
import type { RecordFormat } from './record-scanner.ts';

const quote = 0x22;
const lf = 0x0a;
const cr = 0x0d;
const bom: readonly number[] = [0xef, 0xbb, 0xbf];

/** A row that has ended. */
export interface CountedRow {
  /** From 1, the header being row 1; blank lines are no rows. */
  readonly row: number;
  readonly fields: number;
  /** Where it begins, in bytes. */
  readonly start: number;
}

/**
 * Counts the fields of every row, in bytes that come in pieces, by the rules of {@link RecordScanner}. Four bytes are
 * looked at together where they end no row.
 */
export class RowCounter {
  readonly #delimiter: number;
  readonly #lineEnd: number;
  readonly #onOddRow: (row: CountedRow) => void;
  #inQuotes = false;
  #mayOpen = true;
  #previous = 0;
  #rows = 0;
  #columns = 0;
  #fields = 1;
  #start = 0;
  #position = 0;

  /** @param onOddRow called with every row that has another number of fields than the first */
  constructor({ delimiter, lineEnd = 'lf' }: RecordFormat, onOddRow: (row: CountedRow) => void) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#lineEnd = lineEnd === 'lf' ? lf : cr;
    this.#onOddRow = onOddRow;
  }

  /** Rows that have ended, the header included. */
  get rows(): number {
    return this.#rows;
  }

  /** Number of fields in the first row. */
  get columns(): number {
    return this.#columns;
  }

  /** Where the row begins that has not ended. */
  get start(): number {
    return this.#start;
  }

  get inQuotes(): boolean {
    return this.#inQuotes;
  }

  feed(bytes: Uint8Array): void {
    let from = 0;
    while (this.#rows === 0 && from < bytes.length) this.#step(bytes[from++]!);
    const unaligned = (bytes.byteOffset + from) % 4;
    const wordsFrom = from + (unaligned === 0 ? 0 : 4 - unaligned);
    const words = lanesAreInOrder ? (bytes.length - wordsFrom) >> 2 : 0;
    if (words > 0) {
      this.#feedBytes(bytes, from, wordsFrom);
      this.#feedWords(bytes, wordsFrom, words);
      from = wordsFrom + 4 * words;
    }
    this.#feedBytes(bytes, from, bytes.length);
  }

  /** The last row may have no line end. */
  end(): void {
    this.#endRow();
  }

  #feedBytes(bytes: Uint8Array, from: number, to: number): void {
    for (let at = from; at < to; at++) this.#step(bytes[at]!);
  }

  #step(byte: number): void {
    if (byte === quote) {
      if (this.#inQuotes || this.#mayOpen) {
        this.#mayOpen = this.#inQuotes;
        this.#inQuotes = !this.#inQuotes;
      }
    } else if (!this.#inQuotes && bom[this.#position] !== byte) {
      this.#mayOpen = this.#separates(byte);
      if (byte === this.#delimiter) this.#fields += 1;
      else if (byte === this.#lineEnd) this.#endRow();
    }
    this.#previous = byte;
    this.#position += 1;
  }

  #separates(byte: number): boolean {
    return byte === this.#delimiter || byte === lf || byte === cr;
  }

  /** The byte at the present position, or the table's end, ends a row. */
  #endRow(): void {
    const length = this.#position - this.#start;
    const blank = length === 0 || (length === 1 && this.#previous === cr);
    if (!blank) {
      this.#rows += 1;
      if (this.#rows === 1) this.#columns = this.#fields;
      else if (this.#fields !== this.#columns) {
        this.#onOddRow({ row: this.#rows, fields: this.#fields, start: this.#start });
      }
    }
    this.#start = this.#position + 1;
    this.#fields = 1;
  }

  /**
   * As in the scanner: quotes count by parity, and a word goes byte by byte where one stands where none may open, or
   * where more than one row ends. The header has gone by.
   */
  #feedWords(bytes: Uint8Array, from: number, count: number): void {
    const words = new Int32Array(bytes.buffer, bytes.byteOffset + from, count);
    // Constants of a module are looked up at each use, which shows in a loop as hot as this
    const all = allLanes;
    const quotes = inEveryLane(quote);
    const lfs = inEveryLane(lf);
    const crs = inEveryLane(cr);
    const delimiters = inEveryLane(this.#delimiter);
    const lineEnds = inEveryLane(this.#lineEnd);
    const begin = this.#position;
    const columns = this.#columns;
    let fields = this.#fields;
    let inside = this.#inQuotes ? all : 0;
    let mayOpen = this.#mayOpen ? 0x80 : 0; // as the lane before lane 0
    let mayOpenAt = 0; // The word for which it is known; at others, the byte before tells
    for (let at = 0; at < count; at++) {
      const word = words[at]!;
      const found = equalLanes(word, quotes);
      if (found === 0 && inside !== 0) continue; // Within quotes only a quote means anything
      const insideAfter = oddUpTo(found) ^ inside;
      const ends = equalLanes(word, lineEnds) & ~insideAfter;
      let simple = (ends & (ends - 1)) === 0;
      if (found !== 0) {
        if (at !== mayOpenAt) mayOpen = this.#separates(bytes[from + 4 * at - 1]!) ? 0x80 : 0;
        const openers = equalAnyLanes(word, delimiters, lfs, crs) | found;
        simple &&= (found & insideAfter & ~((openers << 8) | mayOpen)) === 0;
        if (simple) {
          mayOpen = (openers >>> 24) & 0x80;
          mayOpenAt = at + 1;
        }
      }
      if (simple) {
        const delimited = equalLanes(word, delimiters) & ~insideAfter;
        inside = (insideAfter >> 31) & all;
        if (ends === 0) {
          fields += countLanes(delimited);
          continue;
        }
        const before = ends - 1; // All lanes before the one in which the row ends
        fields += countLanes(delimited & before);
        const lane = (31 - Math.clz32(ends)) >> 3;
        const position = begin + 4 * at + lane;
        if (fields === columns && position - this.#start > 1) {
          this.#rows += 1;
          this.#start = position + 1;
        } else {
          this.#position = position;
          this.#fields = fields;
          this.#previous = from + 4 * at + lane > 0 ? bytes[from + 4 * at + lane - 1]! : this.#previous;
          this.#endRow();
        }
        fields = 1 + countLanes(delimited & ~before);
        continue;
      }
      this.#inQuotes = inside !== 0;
      this.#mayOpen = mayOpen !== 0;
      this.#fields = fields;
      this.#position = begin + 4 * at;
      if (at > 0) this.#previous = bytes[from + 4 * at - 1]!;
      this.#feedBytes(bytes, from + 4 * at, from + 4 * at + 4);
      inside = this.#inQuotes ? all : 0;
      mayOpen = this.#mayOpen ? 0x80 : 0;
      mayOpenAt = at + 1;
      fields = this.#fields;
    }
    this.#fields = fields;
    this.#previous = bytes[from + 4 * count - 1]!;
    this.#inQuotes = inside !== 0;
    this.#mayOpen = mayOpenAt === count ? mayOpen !== 0 : this.#separates(this.#previous);
    this.#position = begin + 4 * count;
  }
}
