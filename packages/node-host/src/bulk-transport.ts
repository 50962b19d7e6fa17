import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { abortable, type BodyTaken, type TransportRequest, type TransportResponse } from '@modelferry/http';
import { bulkConnection, type BulkConnection } from './bulk-connection.ts';
import type { Path } from './connection-gate.ts';
import { invited } from './invited.ts';
import { networkError, stoppedError } from './network-error.ts';
import { newNetwork, type Network } from './network.ts';
import { onTheWay } from './on-the-way.ts';
import { refuseProxyAnswer } from './proxy-error.ts';
import { pumpBlocks } from './pump-blocks.ts';
import { pumpChunks } from './pump-chunks.ts';
import { readAhead } from './read-ahead.ts';
import { requestHeaders } from './request-headers.ts';
import { responseBody } from './response-body.ts';
import { responseHeaders } from './response-headers.ts';
import { isSized, type SizedSource } from './sized-source.ts';
import type { NodeTransport, NodeTransportOptions } from './transport-options.ts';

/** Most connections to one origin that files take. The rest is left for short requests, which would wait for minutes. */
const mostPerOrigin = 6;

/**
 * Sends streams of known length over node:http(s), which asks the server before it sends the body. What can be read at
 * any place (a file) goes at the speed of the disk and the wire, through a few buffers that are used over and over;
 * undici could not do that, since it does not tell when a buffer has left.
 */
export const bulkTransport = (options: NodeTransportOptions = {}): NodeTransport =>
  bulkOver(newNetwork(options));

/** As {@link bulkTransport}, over a network that others use too. */
export function bulkOver(network: Network): NodeTransport {
  const path = { most: mostPerOrigin, open: (origin: string) => bulkConnection(network, origin) };
  return {
    async send(request) {
      const { url, body } = request;
      if (body?.kind !== 'stream' || !isSized(body.source)) {
        throw networkError(new Error('its body is no stream of known length.'), url, 'none');
      }
      const answer = await send(network, path, request, body.source, true);
      if (answer.status !== 417 || !body.source.replayable) return answer;
      answer.body.cancel(); // It refused the question, not the body
      return send(network, path, request, body.source, false);
    },
    close: () => network.close(),
  };
}

/** @param asks whether the server is asked before it is sent the body */
async function send(
  network: Network,
  path: Path<BulkConnection>,
  request: TransportRequest,
  source: SizedSource,
  asks: boolean,
): Promise<TransportResponse> {
  const { url, signal } = request;
  const stopped = new AbortController();
  let takenBytes = 0;
  const whole = () => takenBytes === source.length;
  const taken = (): BodyTaken => (whole() ? 'all' : takenBytes > 0 ? 'part' : 'none');
  const explain = (error: unknown) =>
    signal.aborted ? stoppedError(signal, taken()) : networkError(error, url, taken());
  const count = (totalBytes: number) => {
    takenBytes = totalBytes;
    request.onBytesTaken?.(totalBytes);
  };

  try {
    const place = await network.enter(path, new URL(url).origin, signal, request.onHeldBack);
    const { route } = place.connection;
    try {
      const outgoing = start(request, source, place.connection, asks);
      const abort = () => outgoing.destroy(stoppedError(signal, taken()));
      signal.addEventListener('abort', abort, { once: true });
      outgoing.once('close', () => signal.removeEventListener('abort', abort));

      const answer = new Promise<IncomingMessage>((resolve, reject) => {
        outgoing.once('response', resolve);
        outgoing.on('error', reject);
        outgoing.once('close', () => reject(Object.assign(new Error('closed'), { code: 'ECONNRESET' })));
      });
      outgoing.flushHeaders();
      // A request that waits for its server has taken nothing and holds no file open
      const writing = invited(outgoing, asks, stopped.signal).then(async () =>
        source.reader
          ? pumpBlocks(source, await source.reader(), outgoing, stopped.signal, count)
          : pumpChunks(source, outgoing, stopped.signal, count),
      );
      writing.catch((error: unknown) => {
        if (!stopped.signal.aborted) outgoing.destroy(explain(error));
      });

      const response = await abortable(answer, signal).finally(() => stopped.abort());
      refuseProxyAnswer(response.statusCode, route);
      outgoing.once('close', place.keep);
      if (whole()) outgoing.end(); // The answer can be faster than the callback of the last write
      // What has not left by now never will: the connection cannot be used again
      response.once('end', () => whole() || outgoing.destroy());
      const headers = responseHeaders(response.headers);
      return {
        status: response.statusCode ?? 0,
        headers,
        body: responseBody(response, headers, whole, explain, readAhead(response)),
      };
    } catch (error) {
      place.drop();
      throw error;
    }
  } catch (error) {
    throw explain(error);
  }
}

function start(
  { url, method, headers }: TransportRequest,
  { length }: SizedSource,
  { agent, route }: BulkConnection,
  asks: boolean,
): ClientRequest {
  const way = onTheWay(route, new URL(url));
  const request = route.target.isSecure ? httpsRequest : httpRequest;
  return request(url, {
    ...{ method, agent, path: way.path },
    headers: {
      ...requestHeaders(headers),
      ...{ 'content-length': String(length), ...(asks && { expect: '100-continue' }), ...way.headers },
    },
  });
}
