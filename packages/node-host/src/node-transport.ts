import type { TransportRequest } from '@modelferry/http';
import { bulkOver } from './bulk-transport.ts';
import { encodingForms } from './encoded-form.ts';
import { newNetwork } from './network.ts';
import { isSized } from './sized-source.ts';
import type { NodeTransport, NodeTransportOptions } from './transport-options.ts';
import { undiciOver } from './undici-transport.ts';

/** From this length, in bytes, a body goes the fast way; below, asking first and large buffers cost too much. */
const bulkFromBytes = 256 * 1024;

const isBulk = ({ body }: TransportRequest): boolean =>
  body?.kind === 'stream' && isSized(body.source) && body.source.length >= bulkFromBytes;

/**
 * The transport of the Node.js host: large bodies go the way of `bulkTransport`, everything else that of
 * `undiciTransport`. Both share 8 connections to an origin, of which large bodies take 6 at most. One is held until its
 * answer has arrived: who neither reads nor cancels a large answer holds it until the request's signal, and a request
 * that finds no free one by then waits.
 */
export function nodeTransport(options: NodeTransportOptions = {}): NodeTransport {
  const network = newNetwork(options);
  const undici = undiciOver(network);
  const bulk = bulkOver(network);
  return encodingForms({
    send: (request) => (isBulk(request) ? bulk : undici).send(request),
    close: () => network.close(),
  });
}
