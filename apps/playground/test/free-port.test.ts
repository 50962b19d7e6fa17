import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { freePort } from '../src/host/free-port.ts';

test('a free preferred port is taken', async () => {
  const port = await freePort();
  expect(await freePort(port)).toBe(port);
});

test('a busy one is passed over for another', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  try {
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const other = await freePort(port);
    expect(other).not.toBe(port);
    expect(other).toBeGreaterThan(0);
  } finally {
    server.close();
  }
});
