import { testSource } from '@modelferry/testkit';
import type { HttpCall, RequestBody } from '../src/index.ts';
import { asIs, call, errorOf, harness } from './harness.ts';

const bytes = new TextEncoder().encode('{"a":1}');
const create = (change: Partial<HttpCall> = {}) =>
  call({ doing: 'start the job', method: 'POST', idempotent: false, ...change });
const stream = (replayable: boolean): RequestBody => ({
  kind: 'stream',
  source: testSource(bytes, { replayable }),
});

describe('an idempotent call', () => {
  test.each([408, 429, 500, 502, 503, 504, 570])('is repeated after status %i', async (status) => {
    const { client, transport, clock } = harness([{ status }, { status }, { status: 200, json: { id: 7 } }]);
    expect(await client.json(call(), asIs)).toEqual({ id: 7 });
    transport.expectConsumed();
    expect(clock.pending).toBe(0);
  });

  test.each([400, 401, 403, 404, 409, 410, 413, 422, 501, 304, 302])(
    'is not repeated after status %i',
    async (status) => {
      const { client, transport } = harness([{ status, text: 'no' }]);
      expect(await errorOf(client.json(call(), asIs))).toMatchObject({ status, vendorMessage: 'no' });
      transport.expectConsumed();
    },
  );

  test.each(['network', 'timeout'] as const)('is repeated after a transport failed by %s', async (fail) => {
    const { client, transport } = harness([{ fail }, { status: 200, json: 1 }]);
    expect(await client.json(call(), asIs)).toBe(1);
    transport.expectConsumed();
  });

  test.each(['fatal', 'source-mismatch'] as const)('is not repeated after %s', async (fail) => {
    const { client, transport } = harness([{ fail }]);
    expect(await errorOf(client.json(call(), asIs))).toMatchObject({ kind: fail });
    transport.expectConsumed();
  });

  test('is repeated when the answer breaks off while it is read', async () => {
    const { client, transport } = harness([
      { status: 200, text: '{"id":', bodyEnds: 'broken' },
      { status: 200, json: { id: 7 } },
    ]);
    expect(await client.json(call(), asIs)).toEqual({ id: 7 });
    transport.expectConsumed();
  });

  test('is repeated when a 2xx holds an error that the vendor says will pass', async () => {
    const { client, transport } = harness(
      [
        { status: 200, json: { error: 'busy' } },
        { status: 200, json: { id: 7 } },
      ],
      { readError: ({ text }) => (text.includes('busy') ? { retryable: true } : undefined) },
    );
    const decode = (value: unknown) => {
      if (!(value as { id?: number }).id) throw new Error('id is missing');
      return value;
    };
    expect(await client.json(call(), decode)).toEqual({ id: 7 });
    transport.expectConsumed();
  });

  test('is not repeated after a 500 that the vendor says is for good', async () => {
    const { client, transport } = harness([{ status: 500 }], { readError: () => ({ retryable: false }) });
    expect(await errorOf(client.json(call(), asIs))).toMatchObject({ status: 500, retryable: false });
    transport.expectConsumed();
  });

  test('ends after the attempts that are allowed, with the last error', async () => {
    const { client, transport, clock } = harness([
      { status: 500 },
      { fail: 'network' },
      { status: 502 },
      { status: 503 },
      { status: 504 },
    ]);
    expect(await errorOf(client.json(call(), asIs))).toMatchObject({ status: 504 });
    transport.expectConsumed();
    expect(clock.pending).toBe(0);
  });
});

describe('a call that is not idempotent', () => {
  test.each([408, 429, 500, 503])('is not repeated after status %i', async (status) => {
    const { client, transport } = harness([{ status }]);
    expect(await errorOf(client.send(create()))).toMatchObject({ status });
    transport.expectConsumed();
  });

  test('is not repeated when the server may have it, and the error says so', async () => {
    const { client, transport } = harness([{ fail: 'network' }]);
    const error = await errorOf(client.send(create({ body: { kind: 'bytes', bytes } })));
    expect(error).toMatchObject({ bodyTaken: 'all', kind: 'network' });
    expect(error).toMatchObject({ remedy: expect.stringContaining('look before you send it again') });
    transport.expectConsumed();
  });

  test('is repeated when nothing of it had left', async () => {
    const { client, transport } = harness([{ fail: 'network', takeBytes: 0 }, { status: 201 }]);
    await client.send(create({ body: { kind: 'bytes', bytes } }));
    transport.expectConsumed();
  });

  test('is not repeated when a part of it had left', async () => {
    const { client, transport } = harness([{ fail: 'network', takeBytes: 2 }]);
    expect(await errorOf(client.send(create({ body: stream(true) })))).toMatchObject({ bodyTaken: 'part' });
    transport.expectConsumed();
  });

  test('is not repeated when the answer breaks off', async () => {
    const { client, transport } = harness([{ status: 201, text: '{"id":', bodyEnds: 'broken' }]);
    expect(await errorOf(client.json(create(), asIs))).toMatchObject({ kind: 'network', bodyTaken: 'all' });
    transport.expectConsumed();
  });
});

describe('a body', () => {
  const form = (replayable: boolean): RequestBody => ({
    kind: 'form',
    parts: [
      { name: 'a', value: 'b' },
      { name: 'file', value: testSource(bytes, { replayable }) },
    ],
  });

  test.each([
    ['stream', stream],
    ['form', form],
  ])('that is a replayable %s is sent again, whole', async (_, bodyOf) => {
    const { client, transport } = harness([{ status: 503 }, { status: 200 }]);
    await client.send(call({ method: 'PUT', body: bodyOf(true) }));
    transport.expectConsumed();
    const [first, second] = transport.requests;
    expect(second?.bytes).toEqual(first?.bytes);
    expect(second?.parts).toEqual(first?.parts);
  });

  test.each([
    ['stream', stream],
    ['form', form],
  ])('that is a %s for one reading is never sent again', async (_, bodyOf) => {
    for (const step of [{ status: 503 }, { status: 401 }, { fail: 'network', takeBytes: 0 } as const]) {
      const { client, transport } = harness([step], {
        authorizer: { headers: async () => ({}), renew: async () => true },
      });
      await errorOf(client.send(call({ method: 'PUT', body: bodyOf(false) })));
      transport.expectConsumed();
    }
  });
});

describe('a refused credential', () => {
  const renewable = (renews: boolean) => {
    let key = 0;
    return { headers: async () => ({ 'x-api-key': `key-${key}` }), renew: async () => (key++, renews) };
  };

  test('is renewed once, also for a call that is not idempotent', async () => {
    const { client, transport } = harness(
      [
        { status: 401, expect: ({ headers }) => expect(headers['x-api-key']).toBe('key-0') },
        { status: 201, expect: ({ headers }) => expect(headers['x-api-key']).toBe('key-1') },
      ],
      { authorizer: renewable(true) },
    );
    await client.send(create());
    transport.expectConsumed();
  });

  test('is not renewed twice', async () => {
    const { client, transport } = harness([{ status: 401 }, { status: 401 }], {
      authorizer: renewable(true),
    });
    expect(await errorOf(client.send(call()))).toMatchObject({ code: 'unauthorized' });
    transport.expectConsumed();
  });

  test('ends the call when there is no fresh one', async () => {
    const { client, transport } = harness([{ status: 401 }], { authorizer: renewable(false) });
    expect(await errorOf(client.send(call()))).toMatchObject({ code: 'unauthorized' });
    transport.expectConsumed();
  });

  test('is told from a vendor error that says so with another status', async () => {
    const { client, transport } = harness([{ status: 400, text: 'inactive' }, { status: 200 }], {
      authorizer: renewable(true),
      readError: ({ text }) => (text === 'inactive' ? { code: 'unauthorized' } : undefined),
    });
    await client.send(call());
    transport.expectConsumed();
  });
});
