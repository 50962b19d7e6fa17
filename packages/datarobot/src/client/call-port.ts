import {
  apiErrorFrom,
  CancelledError,
  parseJson,
  readBeginning,
  type Clock,
  type HttpClient,
  type Redactor,
} from '@modelferry/http';
import {
  createCallPort as createPort,
  decodeAs,
  type CallPort as Port,
  type VendorCall as Call,
} from '@modelferry/operation';
import type * as v from 'valibot';
import type { Timeouts } from './limits.ts';
import { reRoot } from './re-root.ts';

/** One call. */
export interface VendorCall extends Call {
  /** The documented path below the endpoint, with its final slash. */
  readonly path: string;
  /** Used in its place: one out of an answer, put onto the endpoint's origin. */
  readonly link?: string;
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

/** Sends calls and reads their answers. */
export interface CallPort extends Port<VendorCall> {
  /** A call whose answer names something by its body, by its `Location`, or by both. */
  located<Schema extends v.GenericSchema>(
    call: VendorCall,
    schema: Schema,
  ): Promise<LocatedAnswer<v.InferOutput<Schema>>>;
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
  const port = createPort<VendorCall>({
    http,
    timeouts,
    place: ({ link, path, ...call }) => ({
      ...call,
      path: (link === undefined ? undefined : reRoot(endpoint, link)) ?? path,
    }),
  });
  return {
    ...port,
    async located(call, schema) {
      const { status, headers, body } = await port.stream(call);
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

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
