import { once } from 'node:events';
import {
  Agent as HttpAgent,
  request as httpRequest,
  type ClientRequest,
  type IncomingMessage,
} from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { abortable, type TransportRequest, type TransportResponse } from '@modelferry/http';
import { isBulkSource, type BulkSource } from './bulk-source.ts';
import { networkError, stoppedError } from './network-error.ts';
import { pumpBlocks } from './pump-blocks.ts';
import { requestHeaders } from './request-headers.ts';
import { joinHeaders, responseBody } from './response-body.ts';
import {
  keepAliveMs,
  socketsPerOrigin,
  trusted,
  type NodeTransport,
  type NodeTransportOptions,
} from './transport-options.ts';

/**
 * Sends bodies with random access, at the speed of the disk and the wire: two buffers are used over and over, one read
 * into while the other is written. Over node:http(s), because a buffer may be used again only once its bytes have left,
 * and undici does not tell when that is.
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
      if (body?.kind !== 'stream' || !isBulkSource(body.source)) {
        throw networkError(new Error('its body is not one for this transport.'), url, 'none');
      }
      headers['content-length'] = String(body.source.length);
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
  source: BulkSource,
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
    const writing = connected(outgoing, stopped.signal).then(() =>
      pumpBlocks(source, outgoing, stopped.signal, count),
    );
    writing.catch((error: unknown) => {
      if (!stopped.signal.aborted) outgoing.destroy(explain(error));
    });

    const response = await abortable(answer, signal).finally(() => stopped.abort());
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

/** Resolves once a request has a connection that is ready for it. */
async function connected(outgoing: ClientRequest, signal: AbortSignal): Promise<void> {
  const socket: Socket = outgoing.socket ?? (await once(outgoing, 'socket', { signal }))[0];
  if (!socket.connecting) return;
  await once(socket, socket instanceof TLSSocket ? 'secureConnect' : 'connect', { signal });
}
