import { HttpClient } from '@modelferry/http';
import { autoClock, scriptedTransport, testSource, type ScriptStep } from '@modelferry/testkit';
import * as v from 'valibot';
import { createCallPort, type VendorCall } from '../src/index.ts';

const timeouts = { jsonMs: 1, uploadMs: 2, downloadMs: 3 };
const { signal } = new AbortController();
const call: VendorCall = { doing: 'try it', method: 'GET', path: '/it', signal };
const source = testSource(new Uint8Array([1, 2]), { name: 'a.bin' });

function setUp(steps: readonly ScriptStep[], place?: (given: VendorCall) => VendorCall) {
  const transport = scriptedTransport(steps);
  const http = new HttpClient({ transport, clock: autoClock(), baseUrl: 'https://api.example' });
  return { transport, port: createCallPort({ http, timeouts, place }) };
}

test('each kind of call has the longest silence of its kind', async () => {
  const { port, transport } = setUp(Array.from({ length: 7 }, () => ({ status: 200, json: {} })));
  await port.json(call, v.object({}));
  await port.text(call);
  await port.send({ ...call, method: 'POST', body: { kind: 'stream', source } });
  await port.send({ ...call, method: 'POST', body: { kind: 'form', parts: [] } });
  await port.send({ ...call, method: 'POST', body: { kind: 'stream', source }, timeout: 'jsonMs' });
  (await port.stream(call)).body.cancel();
  (await port.download(call)).body.cancel();
  expect(transport.requests.map(({ timeoutMs }) => timeoutMs)).toEqual([1, 1, 2, 2, 1, 1, 3]);
});

test('a value is sent as JSON, and its media type may be another', async () => {
  const { port, transport } = setUp([{ status: 200 }, { status: 200 }, { status: 200 }]);
  await port.send({ ...call, method: 'PUT', json: { a: [] } });
  await port.send({ ...call, method: 'PUT', json: null, headers: { 'content-type': 'application/x' } });
  await port.send({ ...call, method: 'POST' });
  expect(transport.requests.map(({ headers, text }) => [headers['content-type'], text])).toEqual([
    ['application/json', '{"a":[]}'],
    ['application/x', 'null'],
    [undefined, ''],
  ]);
});

test('only reads are sent again by themselves', async () => {
  const { port, transport } = setUp([{ status: 503 }, { status: 200 }, { status: 503 }, { status: 503 }]);
  await port.send(call);
  await expect(port.send({ ...call, method: 'DELETE' })).rejects.toMatchObject({ status: 503 });
  await expect(port.send({ ...call, idempotent: false })).rejects.toMatchObject({ status: 503 });
  transport.expectConsumed();
});

test('an answer that lacks what was promised is an error; an empty one is nothing where that is allowed', async () => {
  const { port } = setUp([{ status: 200, json: {} }, { status: 200 }, { status: 204 }]);
  const schema = v.object({ id: v.string() });
  await expect(port.json(call, schema)).rejects.toThrow('the field "id" is missing');
  await expect(port.json(call, schema)).rejects.toThrow('an empty body');
  expect(await port.json(call, v.optional(schema))).toBeUndefined();
});

test('a vendor may place its calls elsewhere', async () => {
  const { port, transport } = setUp([{ status: 200 }], (given) => ({ ...given, path: `/v2${given.path}` }));
  await port.send(call);
  expect(transport.requests[0]?.url).toBe('https://api.example/v2/it');
});
