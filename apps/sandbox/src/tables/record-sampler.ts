import { RecordSplitter } from './record-splitter.ts';
import { Reservoir } from './reservoir.ts';

/** Some records of a delimited file, as their bytes came. */
export interface RecordSample {
  /** Bytes as latin1 characters. */
  readonly header: string;
  readonly records: readonly string[];
  /** Records in the file without the header and without blank lines. */
  readonly recordCount: number;
  /** The file cannot be a table: one record went on beyond 1 MiB. */
  readonly overlong: boolean;
}

/**
 * Keeps a sample of a delimited file's records as it passes. A record that is not kept never becomes a string: most of a
 * large file leaves nothing to the garbage collector.
 */
export class RecordSampler {
  readonly #reservoir: Reservoir;
  readonly #splitter = new RecordSplitter((start, chunk, from, to) => this.#take(start, chunk, from, to));
  #header: string | undefined;

  constructor(seed: number, capacity = 50_000) {
    this.#reservoir = new Reservoir(seed, capacity);
  }

  push(chunk: Buffer): void {
    if (this.#splitter.overlong) return;
    this.#splitter.push(chunk);
    if (this.#splitter.overlong) this.#reservoir.clear();
  }

  finish(): RecordSample {
    this.#splitter.finish();
    return {
      header: this.#header ?? '',
      records: this.#reservoir.finish(),
      recordCount: this.#reservoir.count,
      overlong: this.#splitter.overlong,
    };
  }

  #take(start: string, chunk: Buffer, from: number, to: number): void {
    if (this.#header === undefined) {
      this.#header = start + chunk.toString('latin1', from, to);
      return;
    }
    const place = this.#reservoir.place();
    if (place !== -1) this.#reservoir.keep(place, start + chunk.toString('latin1', from, to));
  }
}
