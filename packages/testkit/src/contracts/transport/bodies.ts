import type { IncomingMessage } from 'node:http';
import { collectBytes, patternedBytes } from '../../bytes.ts';
import { rawHeader } from '../../test-server.ts';
import { testSource, zerosSource } from '../../test-source.ts';
import { transportErrorOf, within, type Suite } from './suite.ts';

/** What goes out: exact lengths, exact bytes, nothing that was not asked for. */
export function bodiesContract({ send, serve }: Suite): void {
  const serveReader = async () => {
    const bodies: Uint8Array[] = [];
    const server = await serve(async (request, response) => {
      bodies.push(await collectBytes(request));
      response.end('taken');
    });
    return { server, bodies };
  };

  const expectExactLength = (request: IncomingMessage | undefined, length: number) => {
    if (!request) throw new Error('No request came.');
    expect(rawHeader(request, 'content-length')).toEqual([String(length)]);
    expect(rawHeader(request, 'transfer-encoding')).toEqual([]);
  };

  const cases = [
    { title: 'one chunk', length: 70_000, chunkBytes: [70_000] },
    { title: 'single bytes', length: 257, chunkBytes: [1] },
    { title: 'odd chunks', length: 1_234_567, chunkBytes: [1, 7, 65_537, 3, 16_385, 100_003] },
    { title: 'large chunks', length: 9_000_001, chunkBytes: [4_194_305] },
  ];
  test.each(cases)('sends a stream in $title with its exact length', async ({ length, chunkBytes }) => {
    const { server, bodies } = await serveReader();
    const bytes = patternedBytes(length);
    const source = testSource(bytes, { chunkBytes });
    const taken: number[] = [];
    const answer = await send({
      url: server.url,
      method: 'PUT',
      headers: { 'content-type': null },
      body: { kind: 'stream', source },
      onBytesTaken: (total) => taken.push(total),
    });
    expect(new TextDecoder().decode(await collectBytes(answer.body))).toBe('taken');
    expectExactLength(server.requests[0], length);
    expect(Buffer.compare(bodies[0] ?? new Uint8Array(), bytes)).toBe(0);
    expect(taken).toEqual(taken.toSorted((a, b) => a - b));
    expect(taken.at(-1)).toBe(length);
    expect(source).toMatchObject({ opened: 1, closed: 1 });
  });

  test('sends bytes with their length and the content type that was asked for', async () => {
    const { server, bodies } = await serveReader();
    const bytes = new TextEncoder().encode('{"name":"売上"}');
    const headers = { 'content-type': 'application/json', 'x-one': '1' };
    const { body } = await send({
      ...{ url: server.url, method: 'POST', headers },
      body: { kind: 'bytes', bytes },
    });
    body.cancel();
    expectExactLength(server.requests[0], bytes.length);
    expect(bodies[0]).toEqual(bytes);
    expect(server.requests[0] && rawHeader(server.requests[0], 'content-type')).toEqual(['application/json']);
    expect(server.requests[0]?.headers['x-one']).toBe('1');
  });

  test.each(['bytes', 'stream'] as const)('sends no content type with %s when it is null', async (kind) => {
    const { server } = await serveReader();
    const bytes = patternedBytes(1_000);
    const body =
      kind === 'bytes' ? ({ kind, bytes } as const) : ({ kind, source: testSource(bytes) } as const);
    const answer = await send({ url: server.url, method: 'PUT', headers: { 'content-type': null }, body });
    answer.body.cancel();
    expect(server.requests[0] && rawHeader(server.requests[0], 'content-type')).toEqual([]);
  });

  test.each(['no body', 'no bytes', 'an empty stream'])('sends a PUT of length 0 with %s', async (what) => {
    const { server, bodies } = await serveReader();
    const source = testSource(new Uint8Array());
    const body = {
      'no body': undefined,
      'no bytes': { kind: 'bytes' as const, bytes: new Uint8Array() },
    };
    const answer = await send({
      ...{ url: server.url, method: 'PUT' },
      body: what in body ? body[what as keyof typeof body] : { kind: 'stream', source },
    });
    answer.body.cancel();
    expectExactLength(server.requests[0], 0);
    expect(bodies[0]).toHaveLength(0);
  });

  test('sends a DELETE without a body', async () => {
    const { server, bodies } = await serveReader();
    (await send({ url: server.url, method: 'DELETE' })).body.cancel();
    expect(server.requests[0] && rawHeader(server.requests[0], 'transfer-encoding')).toEqual([]);
    expect(bodies[0]).toHaveLength(0);
  });

  test('sends a stream of unknown length whole', async () => {
    const { server, bodies } = await serveReader();
    const bytes = patternedBytes(300_001);
    const source = testSource(bytes, { declaredLength: null, chunkBytes: [9_973] });
    (await send({ url: server.url, method: 'POST', body: { kind: 'stream', source } })).body.cancel();
    expect(Buffer.compare(bodies[0] ?? new Uint8Array(), bytes)).toBe(0);
  });

  test('refuses a source that ends early, naming both numbers', async () => {
    const server = await serve(() => undefined);
    const source = testSource(patternedBytes(90_001), { declaredLength: 100_003, chunkBytes: [30_000] });
    const sent = send({ url: server.url, method: 'PUT', body: { kind: 'stream', source } });
    const error = await within(3_000, transportErrorOf(sent));
    expect(error.kind).toBe('source-mismatch');
    expect(error.message).toMatch(/90,?001/);
    expect(error.message).toMatch(/100,?003/);
    await server.allClosed(1_000);
  });

  test('refuses a source that gives too much, naming both numbers', async () => {
    const server = await serve(() => undefined);
    const source = testSource(patternedBytes(100_103), { declaredLength: 100_003, chunkBytes: [50_000] });
    const sent = send({ url: server.url, method: 'PUT', body: { kind: 'stream', source } });
    const error = await within(3_000, transportErrorOf(sent));
    expect(error.kind).toBe('source-mismatch');
    expect(error.message).toMatch(/100,?003/);
    expect(error.message).toMatch(/100,?103/);
    await server.allClosed(1_000);
    expect(source.closed).toBe(1);
  });

  test('fails when the source fails, and keeps its error as the cause', async () => {
    const server = await serve(() => undefined);
    const broken = new Error('the disk is gone');
    const source = testSource(patternedBytes(200_000), {
      chunkBytes: [50_000],
      beforeChunk: (given) => (given >= 100_000 ? Promise.reject(broken) : undefined),
    });
    const sent = send({ url: server.url, method: 'PUT', body: { kind: 'stream', source } });
    const error = await within(3_000, transportErrorOf(sent));
    expect(error.kind).toBe('fatal');
    expect(`${error.message} ${String(error.cause)}`).toContain('the disk is gone');
    await server.allClosed(1_000);
  });

  test('resolves with an early answer while the body is still being sent', async () => {
    const server = await serve((_, response) => {
      response.writeHead(403, { 'content-type': 'text/plain' });
      response.end('the signature has expired');
    });
    const source = zerosSource(256 * 1024 * 1024);
    const sent = send({ url: server.url, method: 'PUT', body: { kind: 'stream', source } });
    const answer = await within(3_000, sent);
    expect(answer.status).toBe(403);
    expect(new TextDecoder().decode(await collectBytes(answer.body))).toBe('the signature has expired');
    await server.allClosed(1_000);
    expect(source.givenBytes).toBeLessThan(source.length ?? 0);
    expect(source.closed).toBe(1);
  });

  test('takes no more of the source than the connection takes', async () => {
    const server = await serve(() => undefined); // Never reads
    const abort = new AbortController();
    const source = zerosSource(512 * 1024 * 1024);
    const sent = send({
      ...{ url: server.url, method: 'PUT', signal: abort.signal },
      body: { kind: 'stream', source },
    });
    const ended = transportErrorOf(sent);
    await server.arrived(1);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(source.givenBytes).toBeLessThan(64 * 1024 * 1024);
    abort.abort();
    await ended;
  });
}
