import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { collectBytes, zerosSource } from '@modelferry/testkit';
import { bulkTransport, fileSource } from '../src/index.ts';
import { eventually, openDescriptors } from './support/open-descriptors.ts';
import { putSource } from './support/put-source.ts';
import { tempFolder } from './support/temp-folder.ts';
import { testServers } from './support/test-servers.ts';

const temp = tempFolder();
const serve = testServers();
const bulk = bulkTransport();
const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));
afterAll(() => bulk.close());

test('an early answer stops the sending, closes the file and the connection', async () => {
  const path = await temp.newFile('early', 64_000_000);
  const server = await serve((_, response) => {
    response.writeHead(403, { 'content-type': 'application/xml' });
    response.end('<Error><Code>AccessDenied</Code></Error>');
  });
  const { status, body } = await putSource(bulk, server.url, await fileSource(path));
  expect(status).toBe(403);
  expect(Buffer.from(await collectBytes(body)).toString()).toContain('AccessDenied');
  await server.allClosed(1_000);
  await eventually(() => !openDescriptors().includes(path));
});

test.each(['a file', 'a stream'])(
  'an early answer reaches us from a server that hangs up after it (%s)',
  async (what) => {
    const path = await temp.newFile('hangs-up', 8_000_000);
    const server = await serve((request, response) => {
      response.writeHead(403, { connection: 'close', 'content-length': '6' });
      response.end('denied', () => request.socket.destroySoon());
    });
    for (let turn = 0; turn < 40; turn++) {
      const source = what === 'a file' ? fileSource(path) : Promise.resolve(zerosSource(8_000_000));
      const { status, body } = await putSource(bulk, server.url, await source);
      await wait(turn % 4 === 0 ? 30 : 0); // Whether it is read before or after the connection breaks
      expect([status, String(Buffer.from(await collectBytes(body)))]).toEqual([403, 'denied']);
    }
  },
);

test('an invitation is not waited for when the server does not know the question', async () => {
  const path = await temp.newFile('unasked', 1_000_000);
  const plain = createTcpServer((socket) => {
    let bytes = 0;
    socket.on('data', (chunk) => {
      bytes += chunk.length;
      if (bytes > 1_000_000) socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok');
    });
  });
  await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
  const { status, body } = await putSource(
    bulk,
    `http://127.0.0.1:${(plain.address() as AddressInfo).port}`,
    await fileSource(path),
  );
  body.cancel();
  expect(status).toBe(200);
  plain.close();
});

describe('a server that refuses the question', () => {
  const refuse: RequestListener = (_, response) => void response.writeHead(417).end();
  const refusing = async (answer: RequestListener) => {
    const server = createServer(answer).on('checkContinue', refuse).listen(0, '127.0.0.1');
    await once(server, 'listening');
    closing.push(() => server.close().closeAllConnections());
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };

  test('gets the body unasked', async () => {
    const path = await temp.newFile('refused', 1_000_000);
    const url = await refusing(async (request, response) => {
      response.end(String((await collectBytes(request)).length));
    });
    for (let turn = 0; turn < 10; turn++) {
      const { status, body } = await putSource(bulk, url, await fileSource(path));
      expect([status, String(Buffer.from(await collectBytes(body)))]).toEqual([200, '1000000']);
    }
    await eventually(() => !openDescriptors().includes(path));
  });

  test('is sent nothing that cannot be read again', async () => {
    const url = await refusing((_, response) => void response.end());
    const source = { ...zerosSource(1_000_000), replayable: false };
    const { status, body } = await putSource(bulk, url, source);
    body.cancel();
    expect(status).toBe(417);
  });

  test('is believed when it refuses that, too', async () => {
    let refused = 0;
    const url = await refusing((request, response) => {
      refused += 1;
      refuse(request, response);
    });
    const { status, body } = await putSource(bulk, url, zerosSource(1_000_000));
    body.cancel();
    expect([status, refused]).toEqual([417, 1]);
  });
});
