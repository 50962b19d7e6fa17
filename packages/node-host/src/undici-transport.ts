import { abortable, type BodyTaken, type TransportRequest, type TransportResponse } from '@modelferry/http';
import type { Agent } from 'undici';
import { encodingForms } from './encoded-form.ts';
import { networkError, stoppedError } from './network-error.ts';
import { outgoingBody } from './outgoing-body.ts';
import { requestHeaders } from './request-headers.ts';
import { joinHeaders, responseBody } from './response-body.ts';
import {
  connectTimeoutMs,
  keepAliveMs,
  socketsPerOrigin,
  trusted,
  type NodeTransport,
  type NodeTransportOptions,
} from './transport-options.ts';

/** Sends requests of every kind through undici, over HTTP/1.1. */
export function undiciTransport(options: NodeTransportOptions = {}): NodeTransport {
  let agent: Promise<Agent> | undefined;
  return encodingForms({
    send: (request) => send((agent ??= newAgent(options)), request),
    close: async () => {
      await (await agent)?.destroy();
    },
  });
}

/** undici takes long to load and 25 MB of memory: who only sends files (see bulkTransport) goes without. */
async function newAgent({ ca }: NodeTransportOptions): Promise<Agent> {
  const { Agent } = await import('undici');
  return new Agent({
    connections: socketsPerOrigin,
    keepAliveTimeout: keepAliveMs,
    // Whoever sends watches for silence: a second watch would give a second error for the same fault
    headersTimeout: 0,
    bodyTimeout: 0,
    allowH2: false,
    connect: { timeout: connectTimeoutMs, ca: trusted(ca) },
  });
}

async function send(agent: Promise<Agent>, request: TransportRequest): Promise<TransportResponse> {
  const { method, url, signal, body } = request;
  const headers = requestHeaders(request.headers);
  const streamed = body?.kind === 'stream' ? body.source : undefined;
  const stream = streamed && outgoingBody(streamed, request.onBytesTaken);
  if (streamed?.length !== undefined) headers['content-length'] = String(streamed.length);
  let asking = false;
  // A body in memory leaves in one piece
  const taken = (): BodyTaken => stream?.taken() ?? (asking ? 'all' : 'none');
  const explain = (error: unknown) => {
    stream?.release();
    return signal.aborted ? stoppedError(signal, taken()) : networkError(error, url, taken());
  };
  try {
    const { origin, pathname, search } = new URL(url);
    const client = await agent;
    signal.throwIfAborted();
    asking = true;
    const asked = client.request({
      origin,
      path: pathname + search,
      method,
      headers,
      body: stream ? (stream as never) : body?.kind === 'bytes' ? body.bytes : null,
      signal,
    });
    const answer = await abortable(asked, signal); // undici hears of an abort only once it is connected
    stream?.stop();
    answer.body.once('close', () => stream?.release());
    const answerHeaders = joinHeaders(answer.headers);
    return {
      status: answer.statusCode,
      headers: answerHeaders,
      body: responseBody(answer.body, answerHeaders, () => taken() === 'all', explain),
    };
  } catch (error) {
    throw explain(error);
  }
}
