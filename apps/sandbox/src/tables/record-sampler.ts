import { pseudoRandom } from '../random.ts';

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
const maxSampleBytes = 32 * 1024 * 1024;

/**
 * Splits a delimited file into records as it passes (a newline within quotes does not end one) and keeps a seeded
 * reservoir of them: every record is equally likely to be kept, however many there are.
 */
export class RecordSampler {
  readonly #random: () => number;
  #capacity: number;
  #header: string | undefined;
  #kept: { readonly index: number; readonly text: string }[] = [];
  #keptBytes = 0;
  #count = 0;
  #partial = '';
  #inQuotes = false;
  #overlong = false;

  constructor(seed: number, capacity = 50_000) {
    this.#random = pseudoRandom(seed);
    this.#capacity = capacity;
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
    const records = this.#kept.sort((a, b) => a.index - b.index).map(({ text }) => text);
    return { header: this.#header ?? '', records, recordCount: this.#count, overlong: this.#overlong };
  }

  #take(chunk: Buffer, from: number, to: number): void {
    const partial = to === from && this.#partial.endsWith('\r') ? this.#partial.slice(0, -1) : this.#partial;
    const end = to > from && chunk[to - 1] === carriageReturn ? to - 1 : to;
    this.#partial = '';
    this.#record(partial === '' && end === from, () => partial + chunk.toString('latin1', from, end));
  }

  /** @param text only asked for when the record is kept: most of a large file never becomes a string */
  #record(blank: boolean, text: () => string): void {
    if (blank) return;
    if (this.#header === undefined) {
      this.#header = text();
      return;
    }
    const index = this.#count++;
    if (this.#kept.length < this.#capacity) {
      this.#kept.push({ index, text: text() });
      this.#keptBytes += this.#kept.at(-1)?.text.length ?? 0;
      if (this.#keptBytes > maxSampleBytes) this.#halve();
      return;
    }
    const slot = Math.floor(this.#random() * (index + 1));
    const dropped = this.#kept[slot];
    if (dropped === undefined) return;
    this.#kept[slot] = { index, text: text() };
    this.#keptBytes += (this.#kept[slot]?.text.length ?? 0) - dropped.text.length;
  }

  /** Long records: fewer of them are kept, so that the memory stays bounded. */
  #halve(): void {
    this.#capacity = Math.max(1, Math.floor(this.#kept.length / 2));
    this.#kept = this.#kept.filter((_record, position) => position % 2 === 1).slice(0, this.#capacity);
    this.#keptBytes = this.#kept.reduce((sum, { text }) => sum + text.length, 0);
  }

  #giveUp(): void {
    this.#overlong = true;
    this.#partial = '';
    this.#kept = [];
  }
}
