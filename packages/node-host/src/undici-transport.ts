import { abortable, type BodyTaken, type TransportRequest, type TransportResponse } from '@modelferry/http';
import type { Client } from 'undici';
import type { Connection, Path } from './connection-gate.ts';
import { encodingForms } from './encoded-form.ts';
import { networkError, stoppedError } from './network-error.ts';
import { newNetwork, type Network } from './network.ts';
import { onTheWay } from './on-the-way.ts';
import { outgoingBody } from './outgoing-body.ts';
import { refuseProxyAnswer } from './proxy-error.ts';
import { requestHeaders } from './request-headers.ts';
import { responseBody } from './response-body.ts';
import { responseHeaders } from './response-headers.ts';
import type { Route } from './route.ts';
import { keepAliveMs, type NodeTransport, type NodeTransportOptions } from './transport-options.ts';
import type * as undiciParts from './undici-parts.ts';

type Undici = typeof undiciParts;

interface UndiciConnection extends Connection {
  readonly client: Client;
  readonly route: Route;
}

/** Sends requests of every kind through undici, over HTTP/1.1. */
export const undiciTransport = (options: NodeTransportOptions = {}): NodeTransport =>
  undiciOver(newNetwork(options));

/** As {@link undiciTransport}, over a network that others use too. */
export function undiciOver(network: Network): NodeTransport {
  let loaded: Promise<Undici> | undefined;
  let path: Path<UndiciConnection> | undefined;
  return encodingForms({
    async send(request) {
      // It takes long to load and much memory: who only sends files (see bulkTransport) goes without
      const undici = await (loaded ??= import('./undici-parts.ts'));
      path ??= { most: 8, open: (origin) => openConnection(undici, network, origin) };
      return send(undici, network, path, request);
    },
    close: () => network.close(),
  });
}

function openConnection({ newClient }: Undici, network: Network, origin: string): UndiciConnection {
  const route = network.route(origin);
  const closed = new AbortController();
  const client = newClient(origin, {
    keepAliveTimeout: keepAliveMs,
    // Whoever sends watches for silence: a second watch would give a second error for the same fault
    headersTimeout: 0,
    bodyTimeout: 0,
    allowH2: false,
    connect: (_, connected) => {
      network.dial(route, closed.signal).then(
        (socket) => connected(null, socket),
        (error: Error) => connected(error, null),
      );
    },
  });
  const close = async () => {
    closed.abort();
    await client.destroy();
  };
  return { client, route, close };
}

async function send(
  { request }: Undici,
  network: Network,
  path: Path<UndiciConnection>,
  { method, url, headers, signal, body, onBytesTaken, onHeldBack }: TransportRequest,
): Promise<TransportResponse> {
  const streamed = body?.kind === 'stream' ? body.source : undefined;
  const stream = streamed && outgoingBody(streamed, onBytesTaken);
  let asking = false;
  // A body in memory leaves in one piece
  const taken = (): BodyTaken => stream?.taken() ?? (asking ? 'all' : 'none');
  const explain = (error: unknown) => {
    stream?.release();
    return signal.aborted ? stoppedError(signal, taken()) : networkError(error, url, taken());
  };
  try {
    const target = new URL(url);
    const place = await network.enter(path, target.origin, signal, onHeldBack);
    const { client, route } = place.connection;
    const leave = () => {
      client.off('drain', leave);
      place.keep();
    };
    // The connection is free as soon as the answer is here, whether or not somebody has read it
    client.on('drain', leave);
    try {
      asking = true;
      const way = onTheWay(route, target);
      const asked = request(client, {
        path: way.path,
        method,
        headers: {
          ...requestHeaders(headers),
          ...(streamed?.length !== undefined && { 'content-length': String(streamed.length) }),
          ...way.headers,
        },
        body: stream ? (stream as never) : body?.kind === 'bytes' ? body.bytes : null,
        signal,
      });
      const answer = await abortable(asked, signal); // undici hears of an abort only once it is connected
      stream?.stop();
      answer.body.once('close', () => {
        stream?.release();
        leave(); // undici drains a turn later, when the next request is here already
      });
      refuseProxyAnswer(answer.statusCode, route);
      const answerHeaders = responseHeaders(answer.headers);
      return {
        status: answer.statusCode,
        headers: answerHeaders,
        body: responseBody(answer.body, answerHeaders, () => taken() === 'all', explain),
      };
    } catch (error) {
      client.off('drain', leave);
      place.drop();
      throw error;
    }
  } catch (error) {
    throw explain(error);
  }
}
