const newline = 0x0a;
const carriageReturn = 0x0d;
const maxRecordBytes = 1024 * 1024;

/**
 * One record of a delimited file, as its bytes came: `start` (latin1) stood in earlier chunks, the rest is `from` to `to`
 * of this one. Whoever needs no text makes none.
 */
export type RecordTaker = (start: string, chunk: Buffer, from: number, to: number) => void;

/**
 * Splits a delimited file into records as it passes: a newline within quotes does not end one, a blank line is none.
 * Bytes are carried as latin1 characters: a string costs one byte per byte and, unlike a Buffer, pins no pool.
 */
export class RecordSplitter {
  readonly #take: RecordTaker;
  readonly #quote: number;
  #partial = '';
  #inQuotes = false;
  #overlong = false;

  /** @param quote the byte of the quote character */
  constructor(take: RecordTaker, quote = 0x22) {
    this.#take = take;
    this.#quote = quote;
  }

  /** The file cannot be a table: one record went on beyond 1 MiB, and no more were taken. */
  get overlong(): boolean {
    return this.#overlong;
  }

  /** The file ends (so far) within quotes. */
  get inQuotes(): boolean {
    return this.#inQuotes;
  }

  push(chunk: Buffer): void {
    if (this.#overlong) return;
    let recordStart = 0;
    let at = 0;
    let nextQuote = chunk.indexOf(this.#quote);
    let nextNewline = chunk.indexOf(newline);
    while (at < chunk.length) {
      if (nextQuote !== -1 && nextQuote < at) nextQuote = chunk.indexOf(this.#quote, at);
      if (this.#inQuotes) {
        if (nextQuote === -1) break;
        this.#inQuotes = false;
        at = nextQuote + 1;
        continue;
      }
      if (nextNewline !== -1 && nextNewline < at) nextNewline = chunk.indexOf(newline, at);
      if (nextQuote !== -1 && (nextNewline === -1 || nextQuote < nextNewline)) {
        this.#inQuotes = true;
        at = nextQuote + 1;
      } else if (nextNewline !== -1) {
        this.#end(chunk, recordStart, nextNewline);
        at = recordStart = nextNewline + 1;
      } else break;
    }
    this.#partial += chunk.toString('latin1', recordStart, chunk.length);
    if (this.#partial.length <= maxRecordBytes) return;
    this.#overlong = true;
    this.#partial = '';
  }

  /** The last record may have no newline. */
  finish(): void {
    this.#end(Buffer.alloc(0), 0, 0);
  }

  #end(chunk: Buffer, from: number, to: number): void {
    const end = to > from && chunk[to - 1] === carriageReturn ? to - 1 : to;
    // A line end may be cut in two
    const start = to === from && this.#partial.endsWith('\r') ? this.#partial.slice(0, -1) : this.#partial;
    this.#partial = '';
    if (start !== '' || end !== from) this.#take(start, chunk, from, end);
  }
}
