import { ApiError, apiErrorFrom, jsonBody, type Clock, type HttpCall, type Redactor } from '@modelferry/http';
import { decodeAs } from '@modelferry/operation';
import type * as v from 'valibot';
import { isMissingApi } from './is-missing-api.ts';
import { keyHint } from './key-hint.ts';
import type { KeyKind } from './key-kind.ts';
import type { KeyChoice, KeyRing } from './key-ring.ts';
import { readFailure } from './read-failure.ts';
import { basePath, type Region } from './regions.ts';

/** One call of the management host. */
export interface VendorCall extends Pick<HttpCall, 'doing' | 'method' | 'query' | 'idempotent' | 'signal'> {
  readonly key: KeyKind;
  readonly choice?: KeyChoice;
  /** Below the base path: `/models`. */
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Whether it is unknown that the API exists outside Japan (specification, Q9). @default false */
  readonly perhapsJapanOnly?: boolean;
}

/** Sends calls and reads their answers; the only thing the groups of calls know of keys and hosts. */
export interface CallPort {
  /** A call whose answer has documented fields: one without them is an error, whatever its status. */
  json<Schema extends v.GenericSchema>(call: VendorCall, schema: Schema): Promise<v.InferOutput<Schema>>;
  /** A call whose answer may be empty. */
  empty(call: VendorCall): Promise<void>;
}

export interface CallPortOptions {
  readonly keys: KeyRing;
  readonly region: Region | undefined;
  readonly clock: Clock;
  readonly redact: Redactor;
}

export function createCallPort({ keys, region, clock, redact }: CallPortOptions): CallPort {
  const http = ({ key, doing, choice }: VendorCall) => keys.http(key, doing, choice);
  return {
    json: (call, schema) => withHints(call, region, () => http(call).json(httpCall(call), decodeAs(schema))),
    empty: (call) =>
      withHints(call, region, async () => {
        const text = await http(call).text(httpCall(call));
        // Some say success and mean failure (specification, Q2)
        const answer = { status: 200, headers: {}, text };
        const failure = readFailure(answer);
        if (failure) throw apiErrorFrom(call.doing, answer, failure, redact, clock.now());
      }),
  };
}

function httpCall({ path, body, doing, method, query, idempotent, signal }: VendorCall): HttpCall {
  const sent =
    body === undefined ? {} : { body: jsonBody(body), headers: { 'content-type': 'application/json' } };
  return { doing, method, query, idempotent, signal, path: `${basePath}${path}`, ...sent };
}

async function withHints<T>(
  call: VendorCall,
  region: Region | undefined,
  send: () => Promise<T>,
): Promise<T> {
  try {
    return await send();
  } catch (error) {
    const hinted = keyHint(error, call.key);
    throw call.perhapsJapanOnly && region !== 'japan' ? regionHint(hinted) : hinted;
  }
}

function regionHint(error: unknown): unknown {
  if (!isMissingApi(error)) return error;
  return new ApiError({
    ...error,
    message: error.message,
    remedy:
      'This call may not exist in this region: it is known from Japan only. Check the region or the base URL, or take this step in the web app.',
    cause: error,
  });
}
