import { isTransportError, type TransportRequest } from '@modelferry/http';
import { collectBytes } from '../src/bytes.ts';
import { scriptedTransport } from '../src/scripted-transport.ts';
import { testSource } from '../src/test-source.ts';

const request = (change: Partial<TransportRequest> = {}): TransportRequest => ({
  ...{ method: 'GET', url: 'https://api.example/x', headers: {}, timeoutMs: 1_000 },
  ...{ signal: new AbortController().signal, streamResponse: false, ...change },
});
const bytes = new TextEncoder().encode('0123456789');

test('answers in the order of the plan and records what was asked', async () => {
  const transport = scriptedTransport([
    { status: 201, json: { id: 1 }, expect: ({ json }) => expect(json).toEqual({ a: 1 }) },
    { status: 404, text: 'gone', headers: { 'x-request-id': 'Q1' } },
  ]);
  const first = await transport.send(
    request({ method: 'POST', body: { kind: 'bytes', bytes: new TextEncoder().encode('{"a":1}') } }),
  );
  expect(first.status).toBe(201);
  expect(first.headers).toEqual({ 'content-type': 'application/json' });
  expect(new TextDecoder().decode(await collectBytes(first.body))).toBe('{"id":1}');
  const second = await transport.send(request());
  expect(second).toMatchObject({ status: 404, headers: { 'x-request-id': 'Q1' } });
  second.body.cancel();
  expect(transport.requests.map(({ method }) => method)).toEqual(['POST', 'GET']);
  transport.expectConsumed();
});

test('fails a test that leaves a step over', () => {
  expect(() => scriptedTransport([{ status: 200 }]).expectConsumed()).toThrow('Only 0 of 1 planned steps');
});

test('fails a test that sends a request too many, also where the code under test survives it', async () => {
  const transport = scriptedTransport([]);
  await expect(transport.send(request())).rejects.toThrow('No step is planned for request 1');
  expect(() => transport.expectConsumed()).toThrow('No step is planned');
});

test('fails a test whose expectation did not hold, also where the code under test survives it', async () => {
  const transport = scriptedTransport([{ status: 200, expect: ({ url }) => expect(url).toBe('other') }]);
  await transport.send(request()).catch(() => undefined);
  expect(() => transport.expectConsumed()).toThrow('other');
});

test('fails a test that neither reads nor cancels a body', async () => {
  const transport = scriptedTransport([{ status: 200, text: 'unread' }]);
  await transport.send(request());
  expect(() => transport.expectConsumed()).toThrow('neither read to its end nor cancelled');
});

test('takes as much of a body as it was told to', async () => {
  const transport = scriptedTransport([{ fail: 'network', takeBytes: 4 }]);
  const source = testSource(bytes, { chunkBytes: [3] });
  const taken: number[] = [];
  const sent = transport.send(
    request({ method: 'PUT', body: { kind: 'stream', source }, onBytesTaken: (total) => taken.push(total) }),
  );
  await expect(sent).rejects.toMatchObject({ kind: 'network', bodyTaken: 'part' });
  expect(taken).toEqual([3, 4]);
  expect(transport.requests[0]?.text).toBe('0123');
  expect(source.closed).toBe(1);
});

test('records the parts of a form', async () => {
  const transport = scriptedTransport([{ status: 204 }]);
  const parts = [
    { name: 'field', value: '値' },
    { name: 'file', value: testSource(bytes), fileName: 'a.csv', contentType: 'text/csv' },
  ];
  await transport.send(request({ method: 'POST', body: { kind: 'form', parts } }));
  expect(transport.requests[0]?.parts).toMatchObject([
    { name: 'field', bytes: new TextEncoder().encode('値') },
    { name: 'file', fileName: 'a.csv', contentType: 'text/csv', bytes },
  ]);
});

test('hangs until the abort', async () => {
  const transport = scriptedTransport([{ hang: 'until-abort' }]);
  const abort = new AbortController();
  const sent = transport.send(request({ signal: abort.signal }));
  abort.abort();
  await expect(sent).rejects.toMatchObject({ kind: 'aborted' });
});

test('breaks off in the middle of a body', async () => {
  const transport = scriptedTransport([{ status: 200, text: 'beginning', bodyEnds: 'broken' }]);
  const { body } = await transport.send(request());
  const error = await collectBytes(body).catch((reason: unknown) => reason);
  expect(isTransportError(error) && error.kind).toBe('network');
  transport.expectConsumed();
});
