import {
  allLanes,
  equalAnyLanes,
  equalLanes,
  inEveryLane,
  lanesAreInOrder,
  mayHold,
  oddUpTo,
} from './lanes.ts';

const quote = 0x22;
const lf = 0x0a;
const cr = 0x0d;

const everyQuote = inEveryLane(quote);
const everyLf = inEveryLane(lf);
const everyCr = inEveryLane(cr);

/** After so many words without a quote, quotes count as rare and words are skipped four at a time. */
const wordsBeforeSkipping = 8;

/** How a table's records are told apart. */
export interface RecordFormat {
  /** One ASCII character. `|` is not safe in Shift_JIS, where it can be half of a character. */
  readonly delimiter: string;
  /** What ends a record: LF, also as a part of CRLF; or CR alone, as old Macs wrote it. @default 'lf' */
  readonly lineEnd?: 'lf' | 'cr';
}

/**
 * Finds where records end, in bytes that come in pieces of any size. Quotes are taken as RFC 4180 has them: one opens
 * only at the beginning of a field, so a stray one in an unquoted field (`5" pipe`) is text. Bytes are enough for UTF-8
 * and for every encoding that only adds to ASCII, Shift_JIS included: no later byte of a character equals a quote, a
 * line end, a comma, a semicolon or a tab.
 *
 * About 1 GB/s where every field is quoted, several where quotes are rare.
 */
export class RecordScanner {
  readonly #delimiter: number;
  readonly #delimiters: number;
  readonly #lineEnd: number;
  #inQuotes = false;
  /** Whether a quote would open here: at the beginning of a field, or after a closing one, which it then undoes. */
  #mayOpen = true;

  constructor({ delimiter, lineEnd = 'lf' }: RecordFormat) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#delimiters = inEveryLane(this.#delimiter);
    this.#lineEnd = lineEnd === 'lf' ? lf : cr;
  }

  /** Whether the bytes so far end within quotes. */
  get inQuotes(): boolean {
    return this.#inQuotes;
  }

  /** Goes over bytes, from `from` up to, not including, `to`. */
  feed(bytes: Uint8Array, from = 0, to = bytes.length): void {
    const unaligned = (bytes.byteOffset + from) % 4;
    const wordsFrom = from + (unaligned === 0 ? 0 : 4 - unaligned);
    const words = (to - wordsFrom) >> 2;
    if (words <= 0 || !lanesAreInOrder) return this.#feedBytes(bytes, from, to);
    this.#feedBytes(bytes, from, wordsFrom);
    this.#feedWords(bytes, wordsFrom, words);
    this.#feedBytes(bytes, wordsFrom + 4 * words, to);
  }

  /**
   * Goes over bytes until the first end of a record.
   * @returns the index after the record, which the next call begins with; undefined when `to` came first
   */
  firstEnd(bytes: Uint8Array, from = 0, to = bytes.length): number | undefined {
    const limited = to === bytes.length ? bytes : bytes.subarray(0, to);
    for (let at = from; at < to;) {
      const found = limited.indexOf(this.#lineEnd, at);
      const next = found < 0 ? to : found + 1;
      this.feed(bytes, at, next);
      if (found >= 0 && !this.#inQuotes) return next;
      at = next;
    }
    return undefined;
  }

  /** Goes over bytes up to `to`. @returns the index after the last record that ends there, if one does */
  lastEnd(bytes: Uint8Array, from = 0, to = bytes.length): number | undefined {
    let last: number | undefined;
    for (let next = this.firstEnd(bytes, from, to); next !== undefined;) {
      last = next;
      next = this.firstEnd(bytes, next, to);
    }
    return last;
  }

  #separates(byte: number | undefined): boolean {
    return byte === this.#delimiter || byte === lf || byte === cr;
  }

  #feedBytes(bytes: Uint8Array, from: number, to: number): void {
    for (let at = from; at < to; at++) {
      if (bytes[at] === quote) {
        if (this.#inQuotes || this.#mayOpen) {
          this.#mayOpen = this.#inQuotes;
          this.#inQuotes = !this.#inQuotes;
        }
      } else if (!this.#inQuotes) this.#mayOpen = this.#separates(bytes[at]);
    }
  }

  /**
   * In well-formed tables every quote opens or closes, so quotes are counted by parity, four bytes at once. Whether each
   * opening quote stands where one may open is checked along the way; a word in which one does not goes byte by byte.
   */
  #feedWords(bytes: Uint8Array, from: number, count: number): void {
    const words = new Int32Array(bytes.buffer, bytes.byteOffset + from, count);
    // Constants of a module are looked up at each use; in a loop this hot that is a fifth of the time
    const quotes = everyQuote;
    const lfs = everyLf;
    const crs = everyCr;
    const all = allLanes;
    const delimiters = this.#delimiters;
    let inside = this.#inQuotes ? all : 0;
    let mayOpen = this.#mayOpen ? 0x80 : 0; // as the lane before lane 0
    let afterQuotes = 0; // The word after the last one with a quote in it, where `mayOpen` holds
    for (let at = 0; at < count; at++) {
      const word = words[at]!;
      const found = equalLanes(word, quotes);
      if (found === 0) {
        if (at - afterQuotes >= wordsBeforeSkipping) at = skipWithoutQuotes(words, at + 1) - 1;
        continue;
      }
      if (at !== afterQuotes) mayOpen = this.#separates(bytes[from + 4 * at - 1]) ? 0x80 : 0;
      const openers = equalAnyLanes(word, delimiters, lfs, crs) | found;
      const insideAfter = oddUpTo(found) ^ inside;
      if ((found & insideAfter & ~((openers << 8) | mayOpen)) === 0) {
        inside = (insideAfter >> 31) & all; // without a branch that nobody could predict
        mayOpen = (openers >>> 24) & 0x80;
      } else {
        this.#inQuotes = inside !== 0;
        this.#mayOpen = mayOpen !== 0;
        this.#feedBytes(bytes, from + 4 * at, from + 4 * at + 4);
        inside = this.#inQuotes ? all : 0;
        mayOpen = this.#mayOpen ? 0x80 : 0;
      }
      afterQuotes = at + 1;
    }
    this.#inQuotes = inside !== 0;
    this.#mayOpen = afterQuotes === count ? mayOpen !== 0 : this.#separates(bytes[from + 4 * count - 1]);
  }
}

/** The first word from `from` on that may hold a quote, or one of the last three. */
function skipWithoutQuotes(words: Int32Array, from: number): number {
  const last = words.length - 3;
  let at = from;
  while (
    at < last &&
    ((mayHold(words[at]!, everyQuote) |
      mayHold(words[at + 1]!, everyQuote) |
      mayHold(words[at + 2]!, everyQuote) |
      mayHold(words[at + 3]!, everyQuote)) &
      allLanes) ===
      0
  ) {
    at += 4;
  }
  return at;
}
