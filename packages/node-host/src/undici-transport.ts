import { abortable, type BodyTaken, type TransportRequest, type TransportResponse } from '@modelferry/http';
import { Agent, type Dispatcher } from 'undici';
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
  const agent = new Agent({
    connections: socketsPerOrigin,
    keepAliveTimeout: keepAliveMs,
    // Whoever sends watches for silence: a second watch would give a second error for the same fault
    headersTimeout: 0,
    bodyTimeout: 0,
    allowH2: false,
    connect: { timeout: connectTimeoutMs, ca: trusted(options.ca) },
  });
  return { send: (request) => send(agent, request), close: () => agent.destroy() };
}

async function send(agent: Dispatcher, request: TransportRequest): Promise<TransportResponse> {
  const { method, url, signal, body } = request;
  const headers = requestHeaders(request.headers);
  const stream = body?.kind === 'stream' ? outgoingBody(body.source, request.onBytesTaken) : undefined;
  if (body?.kind === 'stream' && body.source.length !== undefined) {
    headers['content-length'] = String(body.source.length);
  }
  let asking = false;
  // A body in memory leaves in one piece
  const taken = (): BodyTaken => stream?.taken() ?? (asking ? 'all' : 'none');
  const explain = (error: unknown) => {
    stream?.release();
    return signal.aborted ? stoppedError(signal, taken()) : networkError(error, url, taken());
  };
  try {
    signal.throwIfAborted();
    const { origin, pathname, search } = new URL(url);
    asking = true;
    const asked = agent.request({
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
