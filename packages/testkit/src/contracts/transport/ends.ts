import {
  sendAttempt,
  type Method,
  type RequestBody,
  type Transport,
  type TransportRequest,
} from '@modelferry/http';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { collectBytes, patternedBytes } from '../../bytes.ts';
import { openDeafPort } from '../../deaf-port.ts';
import { expectNoSecrets } from '../../no-secrets.ts';
import { testSource, zerosSource } from '../../test-source.ts';
import { transportErrorOf, within, type Suite } from './suite.ts';

const bodies: { title: string; method: Method; body: () => RequestBody | undefined }[] = [
  { title: 'no body', method: 'GET', body: () => undefined },
  { title: 'bytes', method: 'POST', body: () => ({ kind: 'bytes', bytes: patternedBytes(1_000) }) },
  {
    title: 'a stream',
    method: 'PUT',
    body: () => ({ kind: 'stream', source: testSource(patternedBytes(100_000), { chunkBytes: [9_999] }) }),
  },
];

/** How a request ends when it does not go well: refused, reset, stopped, silent. */
export function endsContract({ send, serve }: Suite): void {
  describe('when the connection fails', () => {
    test.each(bodies)('says that a refused connection took nothing ($title)', async ({ method, body }) => {
      const sent = send({ url: `http://127.0.0.1:${await freePort()}`, method, body: body() });
      const error = await within(3_000, transportErrorOf(sent));
      expect(error).toMatchObject({ kind: 'network', bodyTaken: 'none' });
    });

    test('says that a connection reset before the body was read did not take it all', async () => {
      const server = await serve((request) => void request.socket.resetAndDestroy());
      const sent = send({
        ...{ url: server.url, method: 'PUT' },
        body: { kind: 'stream', source: zerosSource(128 * 1024 * 1024) },
      });
      const error = await within(5_000, transportErrorOf(sent));
      expect(error.kind).toBe('network');
      expect(error.bodyTaken).not.toBe('all');
    });

    test.each(bodies)(
      'says that the server may have everything when the connection breaks after it ($title)',
      async ({ method, body }) => {
        const server = await serve(async (request) => {
          await collectBytes(request);
          request.socket.resetAndDestroy();
        });
        const error = await within(3_000, transportErrorOf(send({ url: server.url, method, body: body() })));
        expect(error).toMatchObject({ kind: 'network', bodyTaken: 'all' });
        expect(server.requests).toHaveLength(1);
      },
    );

    test.each([false, true])(
      'fails when the answer breaks off (streamResponse %s)',
      async (streamResponse) => {
        const server = await serve((request, response) => {
          response.writeHead(200, { 'content-length': '1000' });
          response.write(patternedBytes(10), () => request.socket.destroy());
        });
        const read = async () => {
          const answer = await send({ url: server.url, streamResponse });
          return collectBytes(answer.body);
        };
        expect(await within(3_000, transportErrorOf(read()))).toMatchObject({ kind: 'network' });
      },
    );
  });

  test.each(['refused', 'reset', 'stopped', 'too short'])(
    'repeats no secret of the request: %s',
    async (how) => {
      const server = await serve(async (request) => {
        await collectBytes(request);
        if (how === 'reset') request.socket.resetAndDestroy();
      });
      const abort = new AbortController();
      const secrets = ['sk-0123456789abcdef', 'f00dBABEf00dBABE'];
      const origin = how === 'refused' ? `http://127.0.0.1:${await freePort()}` : server.url;
      const declaredLength = how === 'too short' ? 2_000 : 1_000;
      const sent = send({
        ...{ url: `${origin}/a?X-Signature=${secrets[1]}`, method: 'PUT', signal: abort.signal },
        headers: { 'x-api-key': `${secrets[0]}` },
        body: { kind: 'stream', source: testSource(patternedBytes(1_000), { declaredLength }) },
      });
      const failed = transportErrorOf(sent);
      if (how === 'stopped') await server.arrived(1).then(() => abort.abort());
      expectNoSecrets(await failed, secrets);
    },
  );

  describe('when it is stopped', () => {
    const stopAfter = async (
      start: (signal: AbortSignal) => Promise<unknown>,
      ready: () => Promise<unknown> = () => setTimeout(100),
    ) => {
      const abort = new AbortController();
      const ended = transportErrorOf(start(abort.signal));
      await ready();
      abort.abort(new Error('stopped by the test'));
      expect((await within(1_000, ended)).kind).toBe('aborted');
    };

    test('sends nothing when it was stopped before', async () => {
      const server = await serve((_, response) => void response.end());
      const source = testSource(patternedBytes(10));
      const sent = send({
        ...{ url: server.url, method: 'PUT', signal: AbortSignal.abort() },
        body: { kind: 'stream', source },
      });
      expect(await transportErrorOf(sent)).toMatchObject({ kind: 'aborted', bodyTaken: 'none' });
      await setTimeout(50);
      expect(server.requests).toHaveLength(0);
    });

    test('ends while it connects', async () => {
      const port = await openDeafPort();
      if (!port) return; // This kernel leaves no connection waiting
      try {
        await stopAfter((signal) => send({ url: port.url, signal }));
      } finally {
        await port.close();
      }
    });

    test('ends while it sends, and lets go of the source', async () => {
      const server = await serve(() => undefined); // Never reads
      const source = zerosSource(512 * 1024 * 1024);
      await stopAfter(
        (signal) => send({ url: server.url, method: 'PUT', signal, body: { kind: 'stream', source } }),
        () => server.arrived(1).then(() => setTimeout(100)),
      );
      await server.allClosed(1_000);
      expect(source).toMatchObject({ opened: 1, closed: 1 });
    });

    test('ends while the source hangs', async () => {
      const server = await serve(() => undefined);
      const source = testSource(patternedBytes(100_000), {
        chunkBytes: [50_000],
        beforeChunk: (given) => (given === 0 ? undefined : new Promise(() => undefined)),
      });
      await stopAfter(
        (signal) => send({ url: server.url, method: 'PUT', signal, body: { kind: 'stream', source } }),
        () => server.arrived(1).then(() => setTimeout(50)),
      );
      await server.allClosed(1_000);
    });

    test('ends while it waits for the answer', async () => {
      const server = await serve(() => undefined);
      await stopAfter(
        (signal) => send({ url: server.url, signal }),
        () => server.arrived(1),
      );
      await server.allClosed(1_000);
    });

    test('ends while it reads the answer', async () => {
      const server = await serve((_, response) => {
        response.writeHead(200);
        response.write('the beginning');
      });
      await stopAfter(
        async (signal) => {
          const answer = await send({ url: server.url, signal, streamResponse: true });
          await collectBytes(answer.body);
        },
        () => server.arrived(1).then(() => setTimeout(50)),
      );
      await server.allClosed(1_000);
    });

    test.each(['cancel', 'break'])('closes the connection of an unread body on %s', async (how) => {
      const server = await serve((_, response) => {
        response.writeHead(200);
        const timer = setInterval(() => response.write(patternedBytes(100_000)), 5);
        response.on('close', () => clearInterval(timer));
      });
      const { body } = await send({ url: server.url, streamResponse: true });
      if (how === 'cancel') body.cancel();
      else for await (const chunk of body) if (chunk.length > 0) break;
      await server.allClosed(1_000);
    });
  });

  describe('when it takes long', () => {
    test('lets a slow exchange go on as long as it is never silent', async () => {
      const server = await serve(async (request, response) => {
        await collectBytes(request);
        response.writeHead(200);
        for (let turn = 0; turn < 6; turn++) {
          await setTimeout(200);
          response.write('x');
        }
        response.end();
      });
      const source = testSource(patternedBytes(600), {
        chunkBytes: [100],
        beforeChunk: () => setTimeout(200),
      });
      const { body } = await send({
        ...{ url: server.url, method: 'PUT', timeoutMs: 1_000, streamResponse: true },
        body: { kind: 'stream', source },
      });
      expect(await collectBytes(body)).toHaveLength(6);
    });

    const attempt = (doing: string, request: Partial<TransportRequest> & { readonly url: string }) => {
      const transport: Transport = { send };
      const clock = { now: () => Date.now(), sleep: sleepFor };
      return sendAttempt(transport, clock, doing, {
        ...{ method: 'GET', headers: {}, streamResponse: false, timeoutMs: 400 },
        ...{ signal: new AbortController().signal, ...request },
      });
    };

    test('ends after the silence that is allowed, in the pipeline', async () => {
      const server = await serve(() => undefined);
      const sent = attempt('ask', { url: server.url });
      expect(await within(2_000, transportErrorOf(sent))).toMatchObject({ kind: 'timeout' });
      await server.allClosed(1_000);
    });

    test('ends an upload of which nothing leaves any more, in the pipeline', async () => {
      const server = await serve(() => undefined); // Never reads
      const source = zerosSource(512 * 1024 * 1024);
      const sent = attempt('send', { url: server.url, method: 'PUT', body: { kind: 'stream', source } });
      const error = await within(5_000, transportErrorOf(sent));
      expect(error).toMatchObject({ kind: 'timeout', bodyTaken: 'part' });
      expect(error.message).toMatch(
        /^Could not send: no byte of the body left after the first \d+ for 0.4 s\.$/,
      );
      await server.allClosed(1_000);
      expect(source).toMatchObject({ opened: 1, closed: 1 });
    });
  });
}

async function sleepFor(ms: number, signal?: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal });
}

/** A port on which nobody listens. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
