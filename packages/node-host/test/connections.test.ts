import { setTimeout as wait } from 'node:timers/promises';
import { collectBytes } from '@modelferry/testkit';
import { bulkTransport, fileSource, undiciTransport } from '../src/index.ts';
import { failureOf } from './support/failure-of.ts';
import { eventually, openDescriptors } from './support/open-descriptors.ts';
import { putSource } from './support/put-source.ts';
import { tempFolder } from './support/temp-folder.ts';
import { testServers } from './support/test-servers.ts';

const temp = tempFolder();
const serve = testServers();
const [bulk, undici] = [bulkTransport(), undiciTransport()];
afterAll(() => Promise.all([bulk, undici].map((each) => each.close())));

describe.each([
  ['undici', undici],
  ['bulk', bulk],
] as const)('%s and its connections', (_, transport) => {
  test('uses a connection again, and never more than eight', async () => {
    const path = await temp.newFile('many', 300_000);
    const ports = new Set<number | undefined>();
    const server = await serve(async (request, response) => {
      ports.add(request.socket.remotePort);
      await collectBytes(request);
      await wait(20);
      response.end('taken');
    });
    let most = 0;
    const watch = setInterval(() => (most = Math.max(most, server.connections)), 1);
    const sendAll = () =>
      Promise.all(
        Array.from({ length: 30 }, async () =>
          collectBytes((await putSource(transport, server.url, await fileSource(path))).body),
        ),
      );
    await sendAll();
    await sendAll();
    clearInterval(watch);
    expect(server.requests).toHaveLength(60);
    expect(most).toBeLessThanOrEqual(8);
    expect(ports.size).toBeLessThanOrEqual(8);
  });

  test('keeps the connection of an answer nobody wants to read', async () => {
    const path = await temp.newFile('unread', 300_000);
    const server = await serve(async (request, response) => {
      await collectBytes(request);
      response.end('taken');
    });
    for (let turn = 0; turn < 5; turn++) {
      (await putSource(transport, server.url, await fileSource(path))).body.cancel();
      await wait(20);
    }
    expect(new Set(server.requests.map(({ socket }) => socket)).size).toBe(1);
  });

  test('holds no descriptor after many requests of every kind', async () => {
    const path = await temp.newFile('leaks', 2_000_000);
    const server = await serve(async (request, response) => {
      const { pathname } = new URL(request.url ?? '', 'http://x');
      if (pathname === '/early') return void response.writeHead(403).end();
      if (pathname === '/reset') return void request.socket.resetAndDestroy();
      if (pathname === '/silent') return;
      await collectBytes(request);
      response.end('taken');
    });
    const own = transport === bulk ? bulkTransport() : undiciTransport();
    const files = () => openDescriptors().filter((held) => held === path).length;
    const before = openDescriptors().length;
    for (const pathname of ['/whole', '/early', '/reset', '/silent', '/whole']) {
      for (let turn = 0; turn < 10; turn++) {
        const signal = pathname === '/silent' ? AbortSignal.timeout(30) : new AbortController().signal;
        const sent = putSource(own, server.url + pathname, await fileSource(path), { signal });
        await sent.then(({ body }) => body.cancel()).catch(() => undefined);
      }
    }
    await eventually(() => files() === 0);
    await own.close();
    await server.allClosed(1_000);
    await eventually(() => openDescriptors().length <= before);
  });
});

test('a request that waits for its turn holds no file open and ends at once', async () => {
  const path = await temp.newFile('waiting', 1_000_000);
  const server = await serve(() => undefined);
  const send = async (signal: AbortSignal) => putSource(bulk, server.url, await fileSource(path), { signal });
  const stop = new AbortController();
  const busy = Array.from({ length: 6 }, () => failureOf(send(stop.signal)));
  await server.arrived(6);
  await wait(100);
  const abort = new AbortController();
  const waiting = failureOf(send(abort.signal));
  await wait(50);
  const openFiles = openDescriptors().filter((held) => held === path).length;
  const abortedAt = performance.now();
  abort.abort();
  expect(await waiting).toMatchObject({ kind: 'aborted', bodyTaken: 'none' });
  expect(performance.now() - abortedAt).toBeLessThan(1_000);
  expect(openFiles).toBeLessThanOrEqual(6);
  stop.abort();
  await Promise.all(busy);
  expect(server.requests).toHaveLength(6);
});
