import type { IncomingHttpHeaders } from 'node:http';
import { credentialHeaders } from './credential-headers.ts';
import type { SecretBook } from './secret-book.ts';

/** One request that reached the sandbox, without any secret. */
export interface TranscriptEntry {
  readonly seq: number;
  /** Which server was asked: `predictionOne.japan`, `predictionOne.international`, `dataRobot`, `dataRobot.prediction`, `portable`, `abeja` or `storage`. */
  readonly origin: string;
  /** The API's name (`retrainUpload`, `put`, `batchCreate`, ...), or `unknown`. */
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** When it arrived, in milliseconds since 1970. */
  readonly startedAtMs: number;
  /** When the answer was out, or the connection gone; `null` while it goes on. */
  endedAtMs: number | null;
  /** Body bytes that arrived, as far as they were read. */
  bodyBytes: number;
  /** `null` while unanswered, and for good when the connection was cut before an answer. */
  status: number | null;
  /** The whole answer was handed to the network. */
  answered: boolean;
  /** A fault cut the connection before any answer. */
  cut?: boolean;
  /** Since when a fault keeps still on it until the client gives up, in milliseconds since 1970. */
  quietSinceMs?: number;
  jobId?: string;
  /** The id of the planned fault that this request ran into. */
  faultId?: string;
  /** The request carried something like a credential to where none belongs. */
  credentialLeak?: boolean;
}

const secretQuery = /signature|token|key|credential/i;
/** The oldest entries go first, so that a long-running sandbox does not grow without bound. */
const maxEntries = 20_000;

/** What was asked, in order of arrival. */
export class Transcript {
  readonly #secrets: SecretBook;
  #entries: TranscriptEntry[] = [];
  #seq = 0;

  constructor(secrets: SecretBook) {
    this.#secrets = secrets;
  }

  begin(request: {
    readonly origin: string;
    readonly operation: string;
    readonly method: string;
    readonly url: string;
    readonly headers: IncomingHttpHeaders;
  }): TranscriptEntry {
    const url = new URL(request.url, 'http://sandbox');
    const entry: TranscriptEntry = {
      seq: ++this.#seq,
      origin: request.origin,
      operation: request.operation,
      method: request.method,
      path: this.#secrets.mask(url.pathname),
      query: Object.fromEntries(
        [...url.searchParams].map(([name, value]) => [name, this.#query(name, value)]),
      ),
      headers: Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, this.#header(name, String(value))]),
      ),
      startedAtMs: Date.now(),
      endedAtMs: null,
      bodyBytes: 0,
      status: null,
      answered: false,
    };
    const text = [request.url, ...Object.values(request.headers)].join('\n');
    if (this.#secrets.hasStrayed(text, request.origin)) entry.credentialLeak = true;
    this.#entries.push(entry);
    if (this.#entries.length > maxEntries) this.#entries.splice(0, maxEntries / 10);
    return entry;
  }

  /** Copies, so that a reader's list does not change under it. */
  list(): readonly TranscriptEntry[] {
    return this.#entries.map((entry) => ({ ...entry }));
  }

  get credentialLeaks(): number {
    return this.#entries.filter((entry) => entry.credentialLeak).length;
  }

  clear(): void {
    this.#entries = [];
    this.#seq = 0;
  }

  #header(name: string, value: string): string {
    if (!credentialHeaders.includes(name)) return this.#secrets.mask(value);
    const [, scheme = '', secret = ''] = /^((?:Bearer|Token|Basic) )?(.*)$/is.exec(value) ?? [];
    return scheme + this.#secrets.label(secret);
  }

  #query(name: string, value: string): string {
    return secretQuery.test(name) ? '[masked]' : this.#secrets.mask(value);
  }
}
