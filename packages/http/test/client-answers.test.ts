import { expectNoSecrets } from '@modelferry/testkit';
import { isApiError, maxAnswerBytes, redactSecrets } from '../src/index.ts';
import { asIs, call, errorOf, harness } from './harness.ts';

describe('json', () => {
  test('gives what decode makes of the answer, with large integers as their digits', async () => {
    const text = '\uFEFF{"id": 12345678901234567890, "n": 12, "name": "売上 12345678901234567890"}';
    const { client, transport } = harness([{ status: 200, text }]);
    expect(await client.json(call(), asIs)).toEqual({
      id: '12345678901234567890',
      n: 12,
      name: '売上 12345678901234567890',
    });
    transport.expectConsumed();
  });

  test.each([
    ['an HTML page', '<html>Sign in to the proxy</html>', '<html>Sign in to the proxy</html> (not JSON)'],
    ['nothing', '', 'an empty body (not JSON)'],
    ['half an answer', '{"id": 1', '{"id": 1 (not JSON)'],
    ['another shape', '{"di": 1}', '{"di": 1} (id is missing)'],
  ])('refuses %s, quoting it', async (_, text, vendorMessage) => {
    const { client, transport } = harness([{ status: 200, text }]);
    const decode = (value: unknown) => {
      if (!Object.hasOwn(value as object, 'id')) throw new Error('id is missing');
    };
    const error = await errorOf(client.json(call(), decode));
    expect(error).toMatchObject({ code: 'unexpected-answer', status: 200, vendorMessage });
    transport.expectConsumed();
  });

  test.each(['', ' \r\n'])('an empty body (%j) is nothing, for a decoder that takes that', async (text) => {
    const { client, transport } = harness([{ status: 204, text }]);
    expect(await client.json(call(), asIs)).toBeUndefined();
    transport.expectConsumed();
  });

  test('reads an error out of a 2xx where the vendor hides one there', async () => {
    const { client } = harness([{ status: 200, json: { code: 'E7', message: 'no such job' } }], {
      readError: ({ text }) => {
        const { code, message } = JSON.parse(text) as { code: string; message: string };
        return { code: 'not-found', vendorCode: code, vendorMessage: message, remedy: 'Check the ID.' };
      },
    });
    const decode = () => {
      throw new Error('id is missing');
    };
    expect(await errorOf(client.json(call(), decode))).toMatchObject({
      ...{ code: 'not-found', vendorCode: 'E7', vendorMessage: 'no such job', remedy: 'Check the ID.' },
      message: 'Could not read the job: the server answered 200, "E7 no such job".',
    });
  });

  test.each(['json', 'text'] as const)('refuses an answer without end (%s)', async (method) => {
    let given = 0;
    const block = new Uint8Array(1024 * 1024).fill(0x20);
    const { client, transport } = harness([
      {
        status: 200,
        chunks: (async function* () {
          for (;;) {
            given += block.length;
            yield block;
          }
        })(),
      },
    ]);
    const asked = method === 'json' ? client.json(call(), asIs) : client.text(call());
    expect(await errorOf(asked)).toMatchObject({
      code: 'unexpected-answer',
      vendorMessage: 'longer than 64 MiB',
    });
    expect(given).toBeLessThanOrEqual(maxAnswerBytes + 2 * block.length);
    transport.expectConsumed();
  });
});

describe('an error', () => {
  test('says what was being done, what was answered, the request ID and what to do', async () => {
    const { client, transport } = harness([
      { status: 403, text: 'not\n yours', headers: { 'x-request-id': 'Q-1' } },
    ]);
    const error = await errorOf(client.json(call(), asIs));
    expect(isApiError(error)).toBe(true);
    expect(error).toMatchObject({
      code: 'forbidden',
      message: 'Could not read the job: the server answered 403, "not yours" (request ID Q-1).',
      remedy: expect.stringContaining('key belongs to this resource'),
      requestId: 'Q-1',
    });
    transport.expectConsumed();
  });

  test('repeats 500 characters of a long body, and reads no more than 64 KiB of it', async () => {
    let given = 0;
    const { client, transport } = harness([
      {
        status: 404,
        chunks: (async function* () {
          for (;;) {
            given += 16 * 1024;
            yield new Uint8Array(16 * 1024).fill(0x61);
          }
        })(),
      },
    ]);
    const error = await errorOf(client.send(call()));
    expect(error).toMatchObject({ vendorMessage: `${'a'.repeat(500)}...` });
    expect(given).toBeLessThanOrEqual(96 * 1024);
    transport.expectConsumed();
  });

  test('is given also when its body breaks off', async () => {
    const { client } = harness([{ status: 404, text: 'no such', bodyEnds: 'broken' }]);
    expect(await errorOf(client.send(call()))).toMatchObject({ status: 404, vendorMessage: 'no such' });
  });

  test('of a redirect says that something else may be answering, and follows nothing', async () => {
    const { client, transport } = harness([
      { status: 302, headers: { location: 'https://login.example/?next=x' } },
    ]);
    expect(await errorOf(client.send(call()))).toMatchObject({
      code: 'unexpected-answer',
      remedy: expect.stringContaining('base URL'),
    });
    transport.expectConsumed();
  });
});

describe('no secret', () => {
  const secret = 'sk-0123456789abcdef';
  const signed = `https://storage.example/x?X-Signature=${'f00d'.repeat(8)}`;
  const redact = (text: string) => redactSecrets(text, [secret]);
  const echo = `your key ${secret} for ${signed}`;

  test.each([
    ['an error body', { status: 403, text: echo }],
    ['a body cut in the middle of it', { status: 403, text: 'x'.repeat(492) + secret }],
    ['a request ID', { status: 403, text: 'no', headers: { 'x-request-id': secret } }],
    ['a body that is no JSON', { status: 200, text: echo }],
    ['a body that is no JSON, cut in the middle of it', { status: 200, text: 'x'.repeat(192) + secret }],
    ['a body that is no JSON because of it', { status: 200, text: secret }],
  ])('stands in the error made of %s', async (_, step) => {
    const { client } = harness([step], {
      redact,
      authorizer: { headers: async () => ({ 'x-key': secret }) },
    });
    const error = await errorOf(client.json(call(), asIs));
    expect(isApiError(error)).toBe(true);
    expectNoSecrets(error, [secret, secret.slice(0, 8), 'f00d'.repeat(8)]);
  });

  test('stands in the error made of a vendor code', async () => {
    const { client } = harness([{ status: 400 }], {
      redact,
      readError: () => ({ vendorCode: secret, vendorMessage: signed }),
    });
    expectNoSecrets(await errorOf(client.send(call())), [secret, 'f00d'.repeat(8)]);
  });

  test('stands in the error of a transport that repeats the request', async () => {
    const { client } = harness([], {
      redact,
      transport: {
        send: async () => {
          throw new TypeError(`"${secret}" is no header, for ${signed}`);
        },
      },
    });
    const error = await errorOf(client.send(call()));
    expect(error).toMatchObject({ kind: 'fatal' });
    expectNoSecrets(error, [secret, 'f00d'.repeat(8)]);
  });
});

test("what does not matter is read all the same, for the connection's sake, and may break", async () => {
  const { client, transport } = harness([
    { status: 200, text: 'ok' },
    { status: 200, text: 'o', bodyEnds: 'broken' },
  ]);
  await client.send(call());
  await client.send(call());
  transport.expectConsumed();
});

test('headers of client, call and authorizer are joined, the later ones win', async () => {
  const { client, transport } = harness([{ status: 200 }], {
    headers: { accept: 'a/b', 'x-one': 'client' },
    authorizer: { headers: async () => ({ 'x-api-key': 'k' }) },
  });
  await client.send(call({ headers: { 'x-one': 'call', 'x-api-key': 'forged' }, query: { q: 'a b' } }));
  expect(transport.requests[0]).toMatchObject({
    url: 'https://api.example/v1/jobs/1?q=a%20b',
    headers: { accept: 'a/b', 'x-one': 'call', 'x-api-key': 'k' },
  });
});

test('a URL that is none is refused before anything is sent', async () => {
  const { client, transport } = harness([], { baseUrl: 'api.example' });
  expect(await errorOf(client.send(call()))).toMatchObject({
    code: 'invalid-input',
    faults: [{ field: 'baseUrl' }],
  });
  transport.expectConsumed();
});

test('a status that a call names is an answer, and stays a failure for all others', async () => {
  const step = { status: 303, headers: { location: 'https://api.example/v1/results/7' } };
  const { client, transport } = harness([step, step]);
  const { status, headers, body } = await client.stream(call({ alsoOk: [303] }));
  body.cancel();
  expect([status, headers['location']]).toEqual([303, 'https://api.example/v1/results/7']);
  expect(await errorOf(client.stream(call()))).toMatchObject({ code: 'unexpected-answer', status: 303 });
  transport.expectConsumed();
});
