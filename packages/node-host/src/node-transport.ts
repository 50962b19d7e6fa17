import type { TransportRequest } from '@modelferry/http';
import { bulkTransport } from './bulk-transport.ts';
import { encodingForms } from './encoded-form.ts';
import { isSized } from './sized-source.ts';
import type { NodeTransport, NodeTransportOptions } from './transport-options.ts';
import { undiciTransport } from './undici-transport.ts';

/** From this length, in bytes, a body goes the fast way; below, asking first and large buffers cost too much. */
const bulkFromBytes = 256 * 1024;

const isBulk = ({ body }: TransportRequest): boolean =>
  body?.kind === 'stream' && isSized(body.source) && body.source.length >= bulkFromBytes;

/** The transport of the Node.js host: large bodies by {@link bulkTransport}, everything else by {@link undiciTransport}. */
export function nodeTransport(options: NodeTransportOptions = {}): NodeTransport {
  const undici = undiciTransport(options);
  const bulk = bulkTransport(options);
  return encodingForms({
    send: (request) => (isBulk(request) ? bulk : undici).send(request),
    close: async () => {
      await Promise.all([undici.close(), bulk.close()]);
    },
  });
}
