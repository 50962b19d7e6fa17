import type { TransportRequest } from '@modelferry/http';
import { isBulkSource } from './bulk-source.ts';
import { bulkTransport } from './bulk-transport.ts';
import type { NodeTransport, NodeTransportOptions } from './transport-options.ts';
import { undiciTransport } from './undici-transport.ts';

/** From this length, in bytes, a file goes the fast way; below it, two large buffers would cost more than they save. */
const bulkFromBytes = 256 * 1024;

const isBulk = ({ body }: TransportRequest): boolean =>
  body?.kind === 'stream' && isBulkSource(body.source) && body.source.length >= bulkFromBytes;

/** The transport of the Node.js host: large files straight from the disk, everything else through undici. */
export function nodeTransport(options: NodeTransportOptions = {}): NodeTransport {
  const undici = undiciTransport(options);
  const bulk = bulkTransport(options);
  return {
    send: (request) => (isBulk(request) ? bulk : undici).send(request),
    close: async () => {
      await Promise.all([undici.close(), bulk.close()]);
    },
  };
}
