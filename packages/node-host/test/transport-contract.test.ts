import type { Transport } from '@modelferry/http';
import { transportContract, type TransportOnTrial } from '@modelferry/testkit';
import { bulkTransport, nodeTransport, undiciTransport } from '../src/index.ts';
import { bulkWherePossible } from './support/reader-of.ts';
import { selfSigned } from './support/self-signed.ts';
import { startTestProxy } from './support/test-proxy.ts';
import { tlsFront } from './support/tls-front.ts';

const pair = selfSigned();
const ca = pair.cert;

transportContract('undici', async () => {
  const transport = undiciTransport();
  return { transport, close: () => transport.close() };
});

transportContract('bulk', async () => {
  const [bulk, other] = [bulkTransport(), undiciTransport()];
  return { transport: bulkWherePossible(bulk, other), close: () => closeAll(bulk, other) };
});

transportContract('node', async () => {
  const transport = nodeTransport();
  return { transport, close: () => transport.close() };
});

transportContract('bulk without random access', async () => {
  const [bulk, other] = [bulkTransport(), undiciTransport()];
  const transport: Transport = {
    send: (request) => {
      const { body } = request;
      const sized = body?.kind === 'stream' && body.source.length !== undefined;
      return (sized ? bulk : other).send(request);
    },
  };
  return { transport, close: () => closeAll(bulk, other) };
});

transportContract('undici over TLS', async () => {
  const transport = undiciTransport({ ca });
  return overTls({ transport, close: () => transport.close() });
});

transportContract('bulk over TLS', async () => {
  const [bulk, other] = [bulkTransport({ ca }), undiciTransport({ ca })];
  return overTls({ transport: bulkWherePossible(bulk, other), close: () => closeAll(bulk, other) });
});

transportContract('node through a proxy, over TLS', async () => {
  const proxy = await startTestProxy({ credentials: 'name:password' });
  const address = proxy.url.replace('//', '//name:password@');
  const transport = nodeTransport({ ca, proxy: { https: address } });
  return overTls({ transport, close: () => closeAll(proxy, transport) });
});

function overTls(onTrial: TransportOnTrial): TransportOnTrial {
  const front = tlsFront(onTrial.transport, pair);
  return { transport: front.transport, close: () => closeAll(front, onTrial) };
}

async function closeAll(...things: readonly { close(): Promise<void> }[]): Promise<void> {
  await Promise.all(things.map((thing) => thing.close()));
}
