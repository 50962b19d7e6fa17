import {
  plainCause,
  TransportError,
  type BodyTaken,
  type ResponseHeaders,
  type Transport,
  type TransportRequest,
  type TransportResponse,
} from '@modelferry/http';
import type { IAllExecuteFunctions, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import { isNodeReadable, type NodeReadable } from '../node-readable.ts';
import type { Readables } from '../readables.ts';
import { answerBody } from './answer-body.ts';
import { encodeForm } from './multipart.ts';
import { outgoingBody, type OutgoingBody } from './outgoing-body.ts';
import { requestOptions } from './request-options.ts';
import { readFailure, sourceFailure } from './transport-failure.ts';

/** The part of n8n's contexts that sends: those of executions, and those that fill drop-downs. */
export interface SendingContext {
  readonly helpers: Pick<IAllExecuteFunctions['helpers'], 'httpRequest' | 'httpRequestWithAuthentication'>;
}

export interface N8nTransportOptions {
  readonly context: SendingContext;
  readonly readables: Readables;
  /** Name of the credential that signs, resolved by n8n for the first item. @default signs nothing, for presigned URLs */
  readonly credentialType?: string;
}

interface Sending {
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
  readonly outgoing?: OutgoingBody;
  readonly stream?: NodeReadable;
}

/**
 * Sends through n8n's HTTP helper, and so through its proxy, its guard against inner addresses and its credentials.
 * Documented deviations from the contract: none of its lines; connections are not kept, since n8n makes an agent for each
 * request.
 */
export function n8nTransport({ context, readables, credentialType }: N8nTransportOptions): Transport {
  const call = async (options: IHttpRequestOptions): Promise<IN8nHttpFullResponse> => {
    if (credentialType === undefined) {
      return (await context.helpers.httpRequest(options)) as IN8nHttpFullResponse;
    }
    // n8n overwrites our signal by the execution's, which it asks the caller for: so the caller gives ours
    const caller = Object.create(context, {
      getExecutionCancelSignal: { value: () => options.abortSignal },
    }) as IAllExecuteFunctions;
    return (await context.helpers.httpRequestWithAuthentication.call(
      caller,
      credentialType,
      options,
    )) as IN8nHttpFullResponse;
  };

  const prepare = async (request: TransportRequest): Promise<Sending> => {
    const { body } = request;
    if (body === undefined) return { body: undefined, headers: {} };
    if (body.kind === 'bytes') {
      // The helper sends the whole buffer behind a view; and it drops an empty body
      return body.bytes.length === 0
        ? { body: undefined, headers: { 'content-length': '0' } }
        : { body: body.bytes.slice(), headers: { 'content-length': String(body.bytes.length) } };
    }
    const form =
      body.kind === 'form' ? encodeForm(body.parts, `modelferry-${crypto.randomUUID()}`) : undefined;
    const source = body.kind === 'stream' ? body.source : form?.source;
    if (!source) return { body: undefined, headers: {} };
    const outgoing = outgoingBody(source, (totalBytes) => request.onBytesTaken?.(totalBytes));
    const stream = await readables.from(outgoing.chunks);
    stream.on('error', () => undefined); // Told by what it does to the request
    return {
      body: stream,
      headers: {
        ...(form ? { 'content-type': form.contentType } : {}),
        ...(source.length === undefined ? {} : { 'content-length': String(source.length) }),
      },
      outgoing,
      stream,
    };
  };

  return { send: (request) => sendOnce(request, prepare, call, readables) };
}

async function sendOnce(
  request: TransportRequest,
  prepare: (request: TransportRequest) => Promise<Sending>,
  call: (options: IHttpRequestOptions) => Promise<IN8nHttpFullResponse>,
  readables: Readables,
): Promise<TransportResponse> {
  if (request.signal.aborted) throw aborted('none');
  const sending = await prepare(request);
  const { outgoing, stream } = sending;
  const stop = new AbortController();
  const onAbort = () => stop.abort(request.signal.reason);
  request.signal.addEventListener('abort', onAbort, { once: true });

  const end = () => {
    request.signal.removeEventListener('abort', onAbort);
    outgoing?.release();
    // With an error: n8n's helper then closes the connection, whatever has come of the answer
    if (!outgoing?.complete) stream?.destroy(new Error('The request has ended.'));
    stop.abort();
  };
  const taken = (): BodyTaken => {
    if (!outgoing) return 'all';
    if (outgoing.takenBytes === 0 && !outgoing.complete) return 'none';
    return outgoing.complete || outgoing.takenBytes === lengthOf(request) ? 'all' : 'part';
  };
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
    const answer = await call(
      requestOptions({ ...request, signal: stop.signal }, sending.body, sending.headers),
    );
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

const lengthOf = ({ body }: TransportRequest): number | undefined =>
  body?.kind === 'stream' ? body.source.length : undefined;

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
