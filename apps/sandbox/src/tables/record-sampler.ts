import { Reservoir } from './reservoir.ts';

/** Some records of a delimited file, as their bytes came. */
export interface RecordSample {
  /** Bytes as latin1 characters: a string costs one byte per byte and, unlike a Buffer, pins no pool. */
  readonly header: string;
  readonly records: readonly string[];
  /** Records in the file without the header and without blank lines. */
  readonly recordCount: number;
  /** The file cannot be a table: one record went on beyond {@link maxRecordBytes}. */
  readonly overlong: boolean;
}

const quote = 0x22;
const newline = 0x0a;
const carriageReturn = 0x0d;
const maxRecordBytes = 1024 * 1024;

/**
 * Splits a delimited file into records as it passes (a newline within quotes does not end one) and keeps a sample
 * of them. A record that is not kept never becomes a string: most of a large file leaves nothing to the garbage collector.
 */
export class RecordSampler {
  readonly #reservoir: Reservoir;
  #header: string | undefined;
  #partial = '';
  #inQuotes = false;
  #overlong = false;

  constructor(seed: number, capacity = 50_000) {
    this.#reservoir = new Reservoir(seed, capacity);
  }

  push(chunk: Buffer): void {
    if (this.#overlong) return;
    let recordStart = 0;
    let at = 0;
    let nextQuote = chunk.indexOf(quote);
    let nextNewline = chunk.indexOf(newline);
    while (at < chunk.length) {
      if (nextQuote !== -1 && nextQuote < at) nextQuote = chunk.indexOf(quote, at);
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
        this.#take(chunk, recordStart, nextNewline);
        at = recordStart = nextNewline + 1;
      } else break;
    }
    this.#partial += chunk.toString('latin1', recordStart, chunk.length);
    if (this.#partial.length > maxRecordBytes) this.#giveUp();
  }

  finish(): RecordSample {
    this.#take(Buffer.alloc(0), 0, 0);
    return {
      header: this.#header ?? '',
      records: this.#reservoir.finish(),
      recordCount: this.#reservoir.count,
      overlong: this.#overlong,
    };
  }

  /** One record: what came before this chunk, and `from` to `to` of it. */
  #take(chunk: Buffer, from: number, to: number): void {
    const end = to > from && chunk[to - 1] === carriageReturn ? to - 1 : to;
    // A line end may be cut in two
    const start = to === from && this.#partial.endsWith('\r') ? this.#partial.slice(0, -1) : this.#partial;
    this.#partial = '';
    if (start === '' && end === from) return;
    if (this.#header === undefined) {
      this.#header = start + chunk.toString('latin1', from, end);
      return;
    }
    const place = this.#reservoir.place();
    if (place !== -1) this.#reservoir.keep(place, start + chunk.toString('latin1', from, end));
  }

  #giveUp(): void {
    this.#overlong = true;
    this.#partial = '';
    this.#reservoir.clear();
  }
}
