import { jsonBody, type HttpCall, type HttpClient, type TransportResponse } from '@modelferry/http';
import type * as v from 'valibot';
import { decodeAs } from '../decode-as.ts';

/** Longest silences, in milliseconds. The whole of an upload or download may take as long as it likes. */
export interface CallTimeouts {
  /** Of calls that answer JSON. */
  readonly jsonMs: number;
  /** Of uploads: no byte taken, or no answer after the last one. */
  readonly uploadMs: number;
  /** Of downloads, between two pieces. */
  readonly downloadMs: number;
}

/** One call of a vendor's API. */
export interface VendorCall extends Omit<HttpCall, 'timeoutMs' | 'idempotent'> {
  /** Sent as JSON, in place of `body`. */
  readonly json?: unknown;
  /** Whether sending it twice does the same as sending it once. @default true for a GET, false for all others */
  readonly idempotent?: boolean;
  /** Which of the longest silences is its own. @default by its body and its answer */
  readonly timeout?: keyof CallTimeouts;
}

/** Sends calls and reads their answers; the only thing the groups of calls know of hosts, limits and retries. */
export interface CallPort<Call extends VendorCall = VendorCall> {
  /** A call whose answer has documented fields: one without them is an error, whatever its status. */
  json<Schema extends v.GenericSchema>(call: Call, schema: Schema): Promise<v.InferOutput<Schema>>;
  /** A call whose answer is a text. */
  text(call: Call): Promise<string>;
  /** A call whose answer's body does not matter. */
  send(call: Call): Promise<void>;
  /** A call whose answer the caller reads by itself. */
  stream(call: Call): Promise<TransportResponse>;
  /** A call whose answer is a file. */
  download(call: Call): Promise<TransportResponse>;
}

/** What a port is made of. */
export interface CallPortOptions<Call> {
  readonly http: HttpClient;
  readonly timeouts: CallTimeouts;
  /** Turns a vendor's own kind of call into an ordinary one. @default as it is */
  place?(call: Call): VendorCall;
}

/** Makes a port over a client. */
export function createCallPort<Call extends VendorCall = VendorCall>({
  http,
  timeouts,
  place = (call) => call,
}: CallPortOptions<Call>): CallPort<Call> {
  const httpCall = (given: Call): HttpCall => {
    const { json, timeout, ...call } = place(given);
    return {
      idempotent: call.method === 'GET',
      ...call,
      ...(json !== undefined && {
        body: jsonBody(json),
        headers: { 'content-type': 'application/json', ...call.headers },
      }),
      timeoutMs: timeouts[timeout ?? (isUpload(call) ? 'uploadMs' : 'jsonMs')],
    };
  };
  return {
    json: (call, schema) => http.json(httpCall(call), decodeAs(schema)),
    text: (call) => http.text(httpCall(call)),
    send: (call) => http.send(httpCall(call)),
    stream: (call) => http.stream(httpCall(call)),
    download: (call) => http.stream(httpCall({ timeout: 'downloadMs', ...call })),
  };
}

/** A large body may need long, and its answer, too. */
const isUpload = ({ body }: Pick<VendorCall, 'body'>): boolean =>
  body?.kind === 'stream' || body?.kind === 'form';
