import {
  apiErrorFrom,
  CancelledError,
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
export interface VendorCall extends Omit<HttpCall, 'timeoutMs'> {
  /** The documented path below the endpoint, with its final slash. */
  readonly path: string;
  /** Used in its place: one out of an answer, put onto the endpoint's origin. */
  readonly link?: string;
}

/** What became of a call that makes something. */
export interface Created<T> {
  /** The body, where it is what it should be. */
  readonly value: T | undefined;
  /** Where the new thing is, as the vendor names it. */
  readonly location: string | undefined;
  /** The error for an answer that tells too little. */
  unusable(): Error;
}

/** Sends calls and reads their answers; the only thing the groups of calls know of hosts, limits and retries. */
export interface CallPort {
  /** A call whose answer has documented fields: one without them is an error, whatever its status. */
  json<Schema extends v.GenericSchema>(call: VendorCall, schema: Schema): Promise<v.InferOutput<Schema>>;
  /** A call that makes something, which its body or its `Location` names. */
  created<Schema extends v.GenericSchema>(
    call: VendorCall,
    schema: Schema,
  ): Promise<Created<v.InferOutput<Schema>>>;
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

/** An answer to a call that makes something is short. */
const maxCreatedBytes = 4 * 1024 * 1024;

export function createCallPort({ http, endpoint, timeouts, clock, redact }: CallPortOptions): CallPort {
  const placed = ({ link, path, ...call }: VendorCall, timeoutMs: number): HttpCall => ({
    ...call,
    path: (link === undefined ? undefined : reRoot(endpoint, link)) ?? path,
    timeoutMs,
  });
  return {
    json: (call, schema) => http.json(placed(call, timeouts.jsonMs), decodeAs(schema)),
    send: (call) =>
      http.send(placed(call, call.body?.kind === 'stream' ? timeouts.uploadMs : timeouts.jsonMs)),
    download: (call) => http.stream(placed(call, timeouts.downloadMs)),
    async created(call, schema) {
      const { status, headers, body } = await http.stream(placed(call, timeouts.jsonMs));
      const text = await readBeginning(body, maxCreatedBytes);
      if (call.signal.aborted) throw new CancelledError(call.doing);
      return {
        value: attempt(() => decodeAs(schema)(parseJson(text))),
        location: headers['location'],
        unusable: () =>
          apiErrorFrom(
            call.doing,
            { status, headers, text },
            { code: 'unexpected-answer', vendorMessage: `${text.slice(0, 200)} (no job in it)` },
            redact,
            clock.now(),
          ),
      };
    },
  };
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
