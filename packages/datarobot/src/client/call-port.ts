import {
  apiErrorFrom,
  CancelledError,
  jsonBody,
  parseJson,
  readBeginning,
  type Clock,
  type HttpCall,
  type HttpClient,
  type Redactor,
  type TransportResponse,
} from '@modelferry/http';
import { decodeAs } from '@modelferry/operation';
import type * as v from 'valibot';
import type { Timeouts } from './limits.ts';
import { reRoot } from './re-root.ts';

/** One call. */
export interface VendorCall extends Omit<HttpCall, 'timeoutMs' | 'idempotent'> {
  /** The documented path below the endpoint, with its final slash. */
  readonly path: string;
  /** Used in its place: one out of an answer, put onto the endpoint's origin. */
  readonly link?: string;
  /** Sent as JSON, in place of `body`. */
  readonly json?: unknown;
  /** Whether sending it twice does the same as sending it once. @default true for a GET, false for all others */
  readonly idempotent?: boolean;
  /** Which of the longest silences is its own. @default by its body and its answer */
  readonly timeout?: keyof Timeouts;
}

/** An answer of which more than the body counts. */
export interface LocatedAnswer<T> {
  readonly status: number;
  /** The body, where it is what it should be. */
  readonly value: T | undefined;
  /** Where the thing is that was made or found, as the vendor names it. */
  readonly location: string | undefined;
  /** The error for an answer that tells too little. @param missing `no job in it` */
  unusable(missing: string): Error;
}

/** Sends calls and reads their answers; the only thing the groups of calls know of hosts, limits and retries. */
export interface CallPort {
  /** A call whose answer has documented fields: one without them is an error, whatever its status. */
  json<Schema extends v.GenericSchema>(call: VendorCall, schema: Schema): Promise<v.InferOutput<Schema>>;
  /** A call whose answer names something by its body, by its `Location`, or by both. */
  located<Schema extends v.GenericSchema>(
    call: VendorCall,
    schema: Schema,
  ): Promise<LocatedAnswer<v.InferOutput<Schema>>>;
  /** A call whose answer is a text. */
  text(call: VendorCall): Promise<string>;
  /** A call whose answer's body does not matter. */
  send(call: VendorCall): Promise<void>;
  /** A call whose answer is a file. */
  download(call: VendorCall): Promise<TransportResponse>;
}

export interface CallPortOptions {
  readonly http: HttpClient;
  /** In its normal form. */
  readonly endpoint: string;
  readonly timeouts: Timeouts;
  readonly clock: Clock;
  readonly redact: Redactor;
}

/** An answer that names something is short. */
const maxLocatedBytes = 4 * 1024 * 1024;

export function createCallPort({ http, endpoint, timeouts, clock, redact }: CallPortOptions): CallPort {
  const placed = ({ link, path, json, timeout, ...call }: VendorCall): HttpCall => ({
    idempotent: call.method === 'GET',
    ...call,
    ...(json !== undefined && {
      body: jsonBody(json),
      headers: { 'content-type': 'application/json', ...call.headers },
    }),
    path: (link === undefined ? undefined : reRoot(endpoint, link)) ?? path,
    timeoutMs: timeouts[timeout ?? (isUpload(call) ? 'uploadMs' : 'jsonMs')],
  });
  return {
    json: (call, schema) => http.json(placed(call), decodeAs(schema)),
    text: (call) => http.text(placed(call)),
    send: (call) => http.send(placed(call)),
    download: (call) => http.stream(placed({ timeout: 'downloadMs', ...call })),
    async located(call, schema) {
      const { status, headers, body } = await http.stream(placed(call));
      const text = await readBeginning(body, maxLocatedBytes);
      if (call.signal.aborted) throw new CancelledError(call.doing);
      return {
        status,
        value: attempt(() => decodeAs(schema)(parseJson(text))),
        location: headers['location'],
        unusable: (missing) =>
          apiErrorFrom(
            call.doing,
            { status, headers, text },
            { code: 'unexpected-answer', vendorMessage: `${text.slice(0, 200)} (${missing})` },
            redact,
            clock.now(),
          ),
      };
    },
  };
}

/** A large body may need long, and its answer, too. */
const isUpload = ({ body }: Pick<VendorCall, 'body'>): boolean =>
  body?.kind === 'stream' || body?.kind === 'form';

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
