import {
  plainCause,
  TransportError,
  type BodyTaken,
  type ResponseHeaders,
  type Transport,
  type TransportRequest,
  type TransportResponse,
} from '@modelferry/http';
import { isNodeReadable } from '../streams/node-readable.ts';
import type { Readables } from '../streams/readables.ts';
import { answerBody } from './answer-body.ts';
import { helperCall, type HelperCall, type SendingContext } from './helper-call.ts';
import { prepareBody, type PreparedBody } from './prepare-body.ts';
import { requestOptions } from './request-options.ts';
import { readFailure, sourceFailure } from './transport-failure.ts';

export interface N8nTransportOptions {
  readonly context: SendingContext;
  readonly readables: Readables;
  /** Name of the credential that signs, resolved by n8n for the first item. @default signs nothing, for presigned URLs */
  readonly credentialType?: string;
}

/**
 * Sends through n8n's HTTP helper, and so through its proxy, its guard against inner addresses and its credentials. It keeps
 * the whole transport contract; connections are not kept, since n8n makes an agent for each request.
 */
export function n8nTransport({ context, readables, credentialType }: N8nTransportOptions): Transport {
  const call = helperCall(context, credentialType);
  return {
    async send(request) {
      if (request.signal.aborted) throw aborted('none');
      return exchange(request, await prepareBody(request, readables), call, readables);
    },
  };
}

async function exchange(
  request: TransportRequest,
  { body, headers, outgoing }: PreparedBody,
  call: HelperCall,
  readables: Readables,
): Promise<TransportResponse> {
  const stop = new AbortController();
  // With an error: n8n's helper then closes the connection, whatever has come of the answer
  const breakOff = () => {
    if (isNodeReadable(body) && !outgoing?.complete) body.destroy(new Error('The request has ended.'));
  };
  const onAbort = () => {
    stop.abort(request.signal.reason);
    breakOff(); // Where n8n lost the signal, nothing else ends an upload that has stalled
  };
  request.signal.addEventListener('abort', onAbort, { once: true });
  if (request.signal.aborted) onAbort();

  const end = () => {
    request.signal.removeEventListener('abort', onAbort);
    outgoing?.release();
    breakOff();
    stop.abort();
  };
  // Bytes leave in one piece
  const taken = (): BodyTaken => outgoing?.taken ?? 'all';
  const failureOf = (error: unknown): TransportError => {
    if (request.signal.aborted) return aborted(taken());
    if (outgoing?.failure !== undefined) return sourceFailure(outgoing.failure, taken());
    const { kind, message, remedy, beforeSending } = readFailure(error);
    // What was read ahead of a connection that never came was not taken by anyone
    if (beforeSending) request.onBytesTaken?.(0);
    return new TransportError({
      kind,
      message,
      remedy,
      bodyTaken: beforeSending ? 'none' : taken(),
      cause: plainCause(error), // axios keeps the request on it, credential included
    });
  };

  try {
    const answer = await call(requestOptions({ ...request, signal: stop.signal }, body, headers));
    const data: unknown = answer.body;
    if (isNodeReadable(data)) {
      data.on('error', () => undefined); // Told to the reader of the body
      readables.learn(data);
    }
    // A refusal while sending: no further byte is wanted, but the reason is still to be read
    if (answer.statusCode >= 300) outgoing?.hold();
    const endBody = () => {
      end();
      if (isNodeReadable(data)) data.destroy();
    };
    return {
      status: answer.statusCode,
      headers: lowerCased(answer.headers),
      body: answerBody(data, endBody, failureOf),
    };
  } catch (error) {
    const failure = failureOf(error);
    end();
    throw failure;
  }
}

const aborted = (bodyTaken: BodyTaken): TransportError =>
  new TransportError({ kind: 'aborted', message: 'the request was stopped.', bodyTaken });

function lowerCased(headers: Readonly<Record<string, unknown>>): ResponseHeaders {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(', ') : String(value),
    ]),
  );
}
