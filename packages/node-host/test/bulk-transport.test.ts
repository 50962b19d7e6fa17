import { appendFile, truncate, utimes, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { isTransportError, type Transport, type TransportError } from '@modelferry/http';
import type { Source } from '@modelferry/upload';
import { bulkTransport, fileSource, nodeTransport, undiciTransport } from '../src/index.ts';
import {
  collectBytes,
  patternedBytes,
  startTestServer,
  testSource,
  zerosSource,
  type TestServer,
} from '@modelferry/testkit';
import { eventually, openDescriptors } from './support/open-descriptors.ts';
import { tempFolder } from './support/temp-folder.ts';

const temp = tempFolder();
const [node, bulk, undici] = [nodeTransport(), bulkTransport(), undiciTransport()];
const servers: TestServer[] = [];
const serve: typeof startTestServer = async (answer) => {
  const server = await startTestServer(answer);
  servers.push(server);
  return server;
};
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});
afterAll(() => Promise.all([node, bulk, undici].map((each) => each.close())));

const put = async (
  url: string,
  path: string,
  {
    transport = node as Transport,
    signal = new AbortController().signal,
    source = fileSource(path) as Promise<Source>,
    onBytesTaken = undefined as ((totalBytes: number) => void) | undefined,
  } = {},
) => {
  const body = { kind: 'stream', source: await source } as const;
  return transport.send({
    method: 'PUT',
    url,
    headers: {},
    body,
    timeoutMs: 20_000,
    signal,
    streamResponse: false,
    onBytesTaken,
  });
};
const failureOf = async (sent: Promise<unknown>): Promise<TransportError> => {
  const outcome: unknown = await sent.catch((error: unknown) => error);
  if (isTransportError(outcome)) return outcome;
  throw new Error('A TransportError was expected.', { cause: outcome });
};
/** What stands in it does not matter here; that every byte arrives is proved elsewhere. */
const newFile = async (name: string, length: number): Promise<string> => {
  const path = temp.path(name);
  await writeFile(path, Buffer.alloc(length, 'modelferry'));
  return path;
};
const isOpen = (path: string) => openDescriptors().includes(path);

describe('an early answer', () => {
  test('stops the sending, closes the file and the connection', async () => {
    const path = await newFile('early', 64_000_000);
    const server = await serve((_, response) => {
      response.writeHead(403, { 'content-type': 'application/xml' });
      response.end('<Error><Code>AccessDenied</Code></Error>');
    });
    const { status, body } = await put(server.url, path);
    expect(status).toBe(403);
    expect(Buffer.from(await collectBytes(body)).toString()).toContain('AccessDenied');
    await server.allClosed(1_000);
    await eventually(() => !isOpen(path));
  });

  test.each(['a file', 'a stream'])('reaches us from a server that hangs up after it (%s)', async (what) => {
    const path = await newFile('hangs-up', 8_000_000);
    const server = await serve((request, response) => {
      response.writeHead(403, { connection: 'close', 'content-length': '6' });
      response.end('denied', () => request.socket.destroySoon());
    });
    for (let turn = 0; turn < 40; turn++) {
      const source = what === 'a file' ? fileSource(path) : Promise.resolve(zerosSource(8_000_000));
      const { status, body } = await put(server.url, path, { source });
      await wait(turn % 4 === 0 ? 30 : 0); // Whether it is read before or after the connection breaks
      expect([status, String(Buffer.from(await collectBytes(body)))]).toEqual([403, 'denied']);
    }
  });

  test('is not waited for when the server does not know the question', async () => {
    const path = await newFile('unasked', 1_000_000);
    const plain = createServer((socket) => {
      let bytes = 0;
      socket.on('data', (chunk) => {
        bytes += chunk.length;
        if (bytes > 1_000_000) socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok');
      });
    });
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
    const { status, body } = await put(`http://127.0.0.1:${(plain.address() as AddressInfo).port}`, path);
    body.cancel();
    expect(status).toBe(200);
    plain.close();
  });
});

describe('a server that does not go on', () => {
  test.each(['never reads', 'reads and never answers'])(
    '%s: an abort ends all within a second',
    async (how) => {
      const path = await newFile(`stalled ${how}`, 64_000_000);
      let readAll = false;
      const server = await serve(async (request) => {
        if (how === 'never reads') return;
        await collectBytes(request);
        readAll = true;
      });
      const abort = new AbortController();
      let takenBytes = 0;
      const onBytesTaken = (totalBytes: number) => (takenBytes = totalBytes);
      const sent = failureOf(put(server.url, path, { signal: abort.signal, onBytesTaken }));
      await eventually(() => (how === 'never reads' ? takenBytes > 0 : readAll), 20_000);
      await wait(300);
      const abortedAt = performance.now();
      abort.abort(new Error('stopped by the test'));
      expect(await sent).toMatchObject({
        kind: 'aborted',
        bodyTaken: how === 'never reads' ? 'part' : 'all',
      });
      expect(performance.now() - abortedAt).toBeLessThan(1_000);
      await server.allClosed(1_000);
      await eventually(() => !isOpen(path));
    },
  );
});

describe('a file that changes while it is sent never arrives whole', () => {
  const length = 40_000_000;
  const changes = [
    ['shrinks', (path: string) => truncate(path, 20_000_000), ['40000000', '20000000']],
    ['grows', (path: string) => appendFile(path, 'more'), ['40000000']], // Its time may change before its length
    ['is written anew', (path: string) => utimes(path, 1, 1), ['40000000', '1970']],
  ] as const;
  test.each(changes)('it %s', async (_, change, numbers) => {
    const path = await newFile('changing', length);
    let received = 0;
    let whole = false;
    const server = await serve(async (request) => {
      for await (const chunk of request as AsyncIterable<Buffer>) {
        if (received === 0) await change(path);
        received += chunk.length;
      }
      whole = true;
    });
    const error = await failureOf(put(server.url, path));
    expect(error).toMatchObject({ kind: 'source-mismatch', bodyTaken: 'part', remedy: expect.any(String) });
    for (const number of numbers) expect(error.message).toContain(number);
    await server.allClosed(1_000);
    expect(received).toBeLessThan(length);
    expect(whole).toBe(false);
    expect(isOpen(path)).toBe(false);
  });

  test('a file that is gone before it is opened says so', async () => {
    const server = await serve(() => undefined);
    const gone = { ...(await fileSource(await newFile('gone', 1_000_000))), reader: readerOfNothing };
    const error = await failureOf(put(server.url, '', { source: Promise.resolve(gone) }));
    expect(error).toMatchObject({ kind: 'fatal', bodyTaken: 'none' });
    expect(error.message).toContain('there is no such file');
    await server.allClosed(1_000);
  });
  const readerOfNothing = async () => (await fileSource(temp.path('nothing'))).reader();
});

describe.each([
  ['undici', undici],
  ['bulk', bulk],
] as const)('%s and its connections', (_, transport) => {
  test('uses a connection again, and never more than eight', async () => {
    const path = await newFile('many', 300_000);
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
          collectBytes((await put(server.url, path, { transport })).body),
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
    const path = await newFile('unread', 300_000);
    const server = await serve(async (request, response) => {
      await collectBytes(request);
      response.end('taken');
    });
    for (let turn = 0; turn < 5; turn++) {
      (await put(server.url, path, { transport })).body.cancel();
      await wait(20);
    }
    expect(new Set(server.requests.map(({ socket }) => socket)).size).toBe(1);
  });

  test('holds no descriptor after many requests of every kind', async () => {
    const path = await newFile('leaks', 2_000_000);
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
        const signal = pathname === '/silent' ? AbortSignal.timeout(30) : undefined;
        const sent = put(server.url + pathname, path, { transport: own, signal });
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
  const path = await newFile('waiting', 1_000_000);
  const server = await serve(() => undefined);
  const stop = new AbortController();
  const busy = Array.from({ length: 6 }, () => failureOf(put(server.url, path, { signal: stop.signal })));
  await server.arrived(6);
  await wait(100);
  const abort = new AbortController();
  const waiting = failureOf(put(server.url, path, { signal: abort.signal }));
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

test('refuses a body of unknown length', async () => {
  const server = await serve(() => undefined);
  const source = Promise.resolve(testSource(patternedBytes(10), { declaredLength: null }));
  const error = await failureOf(put(server.url, '', { transport: bulk, source }));
  expect(error).toMatchObject({ kind: 'fatal', bodyTaken: 'none' });
  expect(server.requests).toHaveLength(0);
});
