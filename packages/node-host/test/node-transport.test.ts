import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { HttpClient, type RequestBody, type Transport } from '@modelferry/http';
import { collectBytes, zerosSource } from '@modelferry/testkit';
import { nodeClock, nodeTransport } from '../src/index.ts';
import { testServers } from './support/test-servers.ts';

const transport = nodeTransport();
const serve = testServers();
afterAll(() => transport.close());

const file: RequestBody = { kind: 'stream', source: zerosSource(400_000) };
const send = (url: string, body?: RequestBody, over: Transport = transport) =>
  over.send({
    ...{ method: body ? 'PUT' : 'GET', url, headers: {}, body, timeoutMs: 20_000 },
    ...{ signal: new AbortController().signal, streamResponse: false },
  });

test('mixed bursts take eight connections to an origin in all', async () => {
  let answers = 0;
  let most = 0;
  const open = new Set<unknown>();
  const server = createServer({ keepAliveTimeout: 60_000 }, async (request, response) => {
    await collectBytes(request);
    await wait(10);
    response.end('taken');
    answers += 1;
  });
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('end', () => open.delete(socket)).once('close', () => open.delete(socket));
    setImmediate(() => (most = Math.max(most, open.size))); // One that was closed for this one may be told of after it
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const burst = (isFile: (turn: number) => boolean) =>
    Promise.all(
      Array.from({ length: 60 }, async (_, turn) =>
        collectBytes((await send(url, isFile(turn) ? file : undefined)).body),
      ),
    );
  await burst((turn) => turn % 3 === 0);
  await burst(() => false); // Leaves eight idle ones
  await burst(() => true);
  await burst((turn) => turn % 2 === 0);
  server.closeAllConnections();
  server.close();
  expect(answers).toBe(240);
  expect(most).toBe(8);
});

test('a short request does not wait until files have left', async () => {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const server = await serve(async (request, response) => {
    await collectBytes(request);
    if (request.method === 'PUT') await released;
    response.end('taken');
  });
  const uploads = Array.from({ length: 12 }, () => send(server.url, file));
  await server.arrived(6);
  const { body } = await send(server.url);
  expect(String(Buffer.from(await collectBytes(body)))).toBe('taken');
  release();
  for (const { body: answer } of await Promise.all(uploads)) answer.cancel();
});

test('a file that waits until others have left is not taken for a silent one', async () => {
  const server = await serve(async (request, response) => {
    await collectBytes(request);
    setTimeout(() => response.end('taken'), 300);
  });
  const client = new HttpClient({ transport, clock: nodeClock, timeoutMs: 1_500 });
  const sent = Array.from({ length: 42 }, () =>
    client.text({
      ...{ doing: 'send', method: 'PUT', path: server.url, idempotent: true, body: file },
      ...{ signal: new AbortController().signal, retry: { maxAttempts: 1 } },
    }),
  );
  expect(await Promise.all(sent)).toEqual(Array(42).fill('taken'));
});

test('calls after each other share one connection', async () => {
  const server = await serve((_, response) => void response.end('taken'));
  for (let turn = 0; turn < 30; turn++) await collectBytes((await send(server.url)).body);
  expect(new Set(server.requests.map(({ socket }) => socket)).size).toBe(1);
});

describe('an answer that nobody reads', () => {
  test.each([
    ['of a call', undefined],
    ['of a file', file],
  ])('holds no connection once it is here (%s)', async (_, body) => {
    const server = await serve(async (request, response) => {
      await collectBytes(request);
      response.end('x'.repeat(10_000));
    });
    const answers = [];
    for (let turn = 0; turn < 20; turn++) answers.push(await send(server.url, body));
    for (const answer of answers) expect(await collectBytes(answer.body)).toHaveLength(10_000);
  });

  test('and is too large to be kept holds its connection until it is given up', async () => {
    const server = await serve((_, response) => void response.end(Buffer.alloc(20_000_000)));
    const client = new HttpClient({ transport, clock: nodeClock, timeoutMs: 500 });
    const ask = () =>
      client.stream({
        ...{ doing: 'ask', method: 'GET', path: server.url, idempotent: true },
        ...{ signal: new AbortController().signal, retry: { maxAttempts: 1 } },
      });
    await Promise.all(Array.from({ length: 8 }, ask));
    // All eight places are taken by answers that nobody reads; the silence ends them, and the ninth gets its turn
    await wait(1_000);
    const { body } = await ask();
    expect(await collectBytes(body)).toHaveLength(20_000_000);
  });
});
