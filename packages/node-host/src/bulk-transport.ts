import { once } from 'node:events';
import {
  Agent as HttpAgent,
  request as httpRequest,
  type ClientRequest,
  type IncomingMessage,
} from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { TLSSocket } from 'node:tls';
import { abortable, type TransportRequest, type TransportResponse } from '@modelferry/http';
import { networkError, stoppedError } from './network-error.ts';
import { pumpBlocks } from './pump-blocks.ts';
import { pumpChunks } from './pump-chunks.ts';
import { requestHeaders } from './request-headers.ts';
import { joinHeaders, responseBody } from './response-body.ts';
import { isSized, type SizedSource } from './sized-source.ts';
import {
  keepAliveMs,
  socketsPerOrigin,
  trusted,
  type NodeTransport,
  type NodeTransportOptions,
} from './transport-options.ts';

/** How long a server may take to say that it wants the body, in milliseconds; the same as curl's. */
const patienceMs = 1_000;

/**
 * Sends streams of known length over node:http(s), which asks the server before it sends the body. What can be read at
 * any place (a file) goes at the speed of the disk and the wire, through a few buffers that are used over and over;
 * undici could not do that, since it does not tell when a buffer has left.
 */
export function bulkTransport(options: NodeTransportOptions = {}): NodeTransport {
  const kept = {
    keepAlive: true,
    maxSockets: socketsPerOrigin,
    maxFreeSockets: socketsPerOrigin,
    timeout: keepAliveMs,
  };
  const http = new HttpAgent(kept);
  const https = new HttpsAgent({ ...kept, ca: trusted(options.ca) });
  return {
    async send(request) {
      const { url, method, body } = request;
      const headers = requestHeaders(request.headers);
      if (body?.kind !== 'stream' || !isSized(body.source)) {
        throw networkError(new Error('its body is no stream of known length.'), url, 'none');
      }
      headers['content-length'] = String(body.source.length);
      headers['expect'] = '100-continue';
      return send(request, body.source, () =>
        url.startsWith('https:')
          ? httpsRequest(url, { method, headers, agent: https })
          : httpRequest(url, { method, headers, agent: http }),
      );
    },
    async close() {
      http.destroy();
      https.destroy();
    },
  };
}

async function send(
  { url, signal, onBytesTaken }: TransportRequest,
  source: SizedSource,
  start: () => ClientRequest,
): Promise<TransportResponse> {
  const stopped = new AbortController();
  let takenBytes = 0;
  let whole = false;
  const taken = () => (whole ? 'all' : takenBytes > 0 ? 'part' : 'none');
  const explain = (error: unknown) =>
    signal.aborted ? stoppedError(signal, taken()) : networkError(error, url, taken());

  try {
    signal.throwIfAborted();
    const outgoing = start();
    const abort = () => outgoing.destroy(stoppedError(signal, taken()));
    signal.addEventListener('abort', abort, { once: true });
    outgoing.once('close', () => signal.removeEventListener('abort', abort));

    const answer = new Promise<IncomingMessage>((resolve, reject) => {
      outgoing.once('response', resolve);
      outgoing.on('error', reject);
      outgoing.once('close', () => reject(Object.assign(new Error('closed'), { code: 'ECONNRESET' })));
    });
    const count = (totalBytes: number) => {
      takenBytes = totalBytes;
      whole = totalBytes === source.length;
      onBytesTaken?.(totalBytes);
    };
    outgoing.flushHeaders();
    // A request that waits for its turn, or for its server, has taken nothing and holds no file open
    const writing = invited(outgoing, stopped.signal).then(async () =>
      source.reader
        ? pumpBlocks(source, await source.reader(), outgoing, stopped.signal, count)
        : pumpChunks(source, outgoing, stopped.signal, count),
    );
    writing.catch((error: unknown) => {
      if (!stopped.signal.aborted) outgoing.destroy(explain(error));
    });

    const response = await abortable(answer, signal).finally(() => stopped.abort());
    if (whole) outgoing.end(); // The answer can be faster than the callback of the last write
    const headers = joinHeaders(response.headers);
    // What has not left by now never will: the connection cannot be used again
    response.once('end', () => whole || outgoing.destroy());
    return {
      status: response.statusCode ?? 0,
      headers,
      body: responseBody(response, headers, () => whole, explain),
    };
  } catch (error) {
    throw explain(error);
  }
}

/**
 * Resolves once a request has its connection and the server wants its body. A server that refuses does so before it is
 * sent anything: one that hangs up in the middle of a body often takes its answer along. One that does not know the
 * question gets the body after a second.
 */
async function invited(outgoing: ClientRequest, signal: AbortSignal): Promise<void> {
  const asked = once(outgoing, 'continue', { signal });
  asked.catch(() => undefined);
  const socket: Socket = outgoing.socket ?? (await once(outgoing, 'socket', { signal }))[0];
  if (socket.connecting) {
    await once(socket, socket instanceof TLSSocket ? 'secureConnect' : 'connect', { signal });
  }
  const patience = new AbortController();
  try {
    await Promise.race([asked, wait(patienceMs, undefined, { signal: patience.signal })]);
  } finally {
    patience.abort();
  }
}
