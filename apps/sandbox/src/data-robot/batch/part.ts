import { Checksums } from '../../storage/checksums.ts';
import { RecordSplitter } from '../../tables/record-splitter.ts';
import { invalid } from '../errors.ts';
import type { JobSpec } from './job-spec.ts';
import type { KeptRoom } from './kept-room.ts';
import { Utf8Check } from './utf8-check.ts';

/** An upload, or one part of it, by what proves its contents. */
export interface PartProof {
  /** 0 for a job without parts. */
  readonly part: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly crc32: number;
  /** Without the header. */
  readonly rows: number;
}

const gzipMagic = Buffer.from([0x1f, 0x8b]);

/** One CSV on its way in: counted whole, its first rows kept as far as there is room. */
export class Part {
  readonly number: number;
  /** Bytes as latin1 characters, until they are scored. */
  readonly kept: string[] = [];
  header: string | undefined;
  proof: PartProof | undefined;
  #rows = 0;
  readonly #spec: JobSpec;
  readonly #checksums = new Checksums();
  readonly #utf8 = new Utf8Check();
  readonly #splitter: RecordSplitter;

  constructor(number: number, spec: JobSpec, room: KeptRoom) {
    this.number = number;
    this.#spec = spec;
    this.#splitter = new RecordSplitter((start, chunk, from, to) => {
      if (this.header === undefined) {
        this.header = start + chunk.toString('latin1', from, to);
        return;
      }
      this.#rows += 1;
      if (room.take(start.length + to - from)) this.kept.push(start + chunk.toString('latin1', from, to));
    }, spec.dialect.quote.charCodeAt(0));
  }

  /** Rows so far, without the header. */
  get rows(): number {
    return this.#rows;
  }

  get bytes(): number {
    return this.#checksums.bytes;
  }

  /** @throws ApiError 422 for what cannot be a CSV in the job's encoding */
  push(chunk: Buffer): void {
    const isStart = this.bytes === 0;
    this.#checksums.update(chunk);
    if (isStart && chunk.subarray(0, 2).equals(gzipMagic))
      throw invalid('sandbox: the data are not valid CSV.');
    if (this.#spec.codec.isUtf8) {
      this.#utf8.push(chunk);
      if (!this.#utf8.ok) throw this.#notUtf8();
    }
    this.#splitter.push(chunk);
    if (this.#splitter.overlong)
      throw invalid('sandbox: the data are not valid CSV: a record is longer than 1 MiB.');
  }

  /** @throws ApiError 422 for a body that is empty or breaks off within quotes */
  finish(): void {
    if (this.#spec.codec.isUtf8 && !this.#utf8.finish()) throw this.#notUtf8();
    if (this.#splitter.inQuotes) throw invalid('sandbox: the data are not valid CSV: a quote is left open.');
    this.#splitter.finish();
    if (this.#rows === 0) throw invalid('sandbox: the data are empty.');
    this.proof = { part: this.number, ...this.#checksums.finish(), rows: this.#rows };
  }

  #notUtf8(): Error {
    const hint = this.#spec.encodingGiven ? '' : '; name their encoding in csvSettings';
    return invalid(`sandbox: the data are not UTF-8${hint}.`);
  }
}
