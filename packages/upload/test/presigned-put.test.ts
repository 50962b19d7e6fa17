import { EngineError, HttpClient, isApiError, isEngineError } from '@modelferry/http';
import {
  autoClock,
  expectNoSecrets,
  patternedBytes,
  scriptedTransport,
  testSource,
  type ScriptStep,
} from '@modelferry/testkit';
import {
  isUploadOutcomeUnknown,
  isUploadUrlExpired,
  putPresigned,
  storageClient,
  tapSource,
  type PresignedPut,
  type Source,
} from '../src/index.ts';

const url = 'https://storage.example/bucket/key?X-Amz-Signature=s3cr3tsignature&x=1';
const bytes = patternedBytes(1000);
const slowDown =
  '<?xml version="1.0"?>\n<Error><Code>SlowDown</Code><Message>Please &lt;slow&gt; down</Message></Error>';

function setUp(steps: readonly ScriptStep[], change: Partial<PresignedPut> = {}) {
  const transport = scriptedTransport(steps);
  const clock = autoClock();
  const client = storageClient({ transport, clock });
  const source: Source = testSource(bytes, { name: 'sales.csv', chunkBytes: [100] });
  const controller = new AbortController();
  const put: PresignedPut = {
    url,
    source,
    doing: 'upload "sales.csv"',
    clock,
    signal: controller.signal,
    random: () => 0.5,
    ...change,
  };
  return { transport, clock, controller, send: () => putPresigned(client, put) };
}

test.each([undefined, 'application/zip'])('sends the media type %s', async (contentType) => {
  const { transport, send } = setUp([{ status: 200 }], contentType === undefined ? {} : { contentType });
  await send();
  expect(transport.requests[0]?.headers['content-type']).toBe(contentType ?? null);
});

const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => {
      throw new Error('It succeeded.');
    },
    (error: unknown) => error,
  );

test('sends the bytes to exactly that URL, with no credential and no Content-Type', async () => {
  const taken: number[] = [];
  const { transport, send } = setUp([{ status: 200 }], { onBytesTaken: (total) => taken.push(total) });
  await send();
  const [request] = transport.requests;
  expect(request).toMatchObject({ method: 'PUT', url, timeoutMs: 60_000 });
  expect(request?.headers).toEqual({ 'content-type': null });
  expect(request?.bytes).toEqual(bytes);
  expect(taken).toEqual([100, 200, 300, 400, 500, 600, 700, 800, 900, 1000]);
  transport.expectConsumed();
});

test('refuses a source of unknown length before anything is sent', async () => {
  const { transport, send } = setUp([], {
    source: testSource(bytes, { name: 'sales.csv', declaredLength: null }),
  });
  await expect(send()).rejects.toMatchObject({
    code: 'unsupported',
    message:
      'Could not upload "sales.csv": the length of "sales.csv" is not known, and the storage takes no body without one.',
  });
  expect(transport.requests).toHaveLength(0);
});

test.each([0, 500, 900])(
  'a success that comes before the body (%i bytes of it) is none',
  async (takeBytes) => {
    const { transport, send } = setUp([{ status: 200, takeBytes }]);
    const failure = await failureOf(send());
    expect(failure).toMatchObject({
      code: 'unexpected-answer',
      message:
        'Could not upload "sales.csv": success was answered before the whole file was sent, which has 1000 bytes.',
    });
    expect(isUploadOutcomeUnknown(failure)).toBe(false);
    transport.expectConsumed();
  },
);

describe('repeats to the same URL when the body provably did not arrive', () => {
  test.each<[string, ScriptStep]>([
    ['refused before the first byte', { fail: 'network', takeBytes: 0 }],
    ['broken in the middle', { fail: 'network', takeBytes: 500 }],
    ['silent in the middle', { fail: 'timeout', takeBytes: 999 }],
    ['a 503 of the storage itself, after the body', { status: 503, text: slowDown }],
    ['a 503 that says when to come again', { status: 503, headers: { 'retry-after': '2' } }],
    ['a 429 after the body', { status: 429 }],
    ['a 500 before the end of the body', { status: 500, takeBytes: 300 }],
    ['a 502 before the first byte', { status: 502, takeBytes: 0 }],
    ['a time-out of the storage', { status: 400, text: '<Error><Code>RequestTimeout</Code></Error>' }],
  ])('%s', async (_, step) => {
    const repeats: unknown[] = [];
    const { transport, clock, send } = setUp([step, { status: 200 }], {
      onRepeat: (error, attempt) => repeats.push([isEngineError(error), attempt]),
    });
    await send();
    transport.expectConsumed();
    expect(transport.requests.map((request) => request.url)).toEqual([url, url]);
    expect(transport.requests[1]?.bytes).toEqual(bytes);
    expect(repeats).toEqual([[true, 1]]);
    expect(clock.pending).toBe(0);
  });

  test('four times in all, with growing pauses', async () => {
    const { transport, clock, send } = setUp(Array<ScriptStep>(4).fill({ fail: 'network', takeBytes: 10 }));
    await expect(send()).rejects.toMatchObject({ code: 'network', bodyTaken: 'part' });
    transport.expectConsumed();
    expect(clock.sleeps.filter((ms) => ms < 10_000)).toEqual([500, 1000, 2000]);
  });

  test('after the pause the storage asks for', async () => {
    const step: ScriptStep = { status: 503, headers: { 'retry-after': '7' } };
    const { transport, clock, send } = setUp([step, { status: 200 }]);
    await send();
    transport.expectConsumed();
    expect(clock.sleeps).toContain(7_000);
  });

  test('but not from a source that opens only once', async () => {
    const { transport, send } = setUp([{ fail: 'network', takeBytes: 10 }], {
      source: testSource(bytes, { replayable: false }),
    });
    await expect(send()).rejects.toMatchObject({ code: 'network' });
    transport.expectConsumed();
  });

  test('but not when the storage asks for more patience than is allowed', async () => {
    const { transport, send } = setUp([{ status: 503, headers: { 'retry-after': '3600' } }]);
    await expect(send()).rejects.toMatchObject({ code: 'server-error', status: 503 });
    transport.expectConsumed();
  });
});

describe('never repeats when the body may have arrived', () => {
  test.each<[string, ScriptStep]>([
    ['the connection broke after the body', { fail: 'network' }],
    ['no answer came in time', { hang: 'until-abort' }],
    ['the transport broke after the body for reasons of its own', { fail: 'fatal' }],
    ['a bare 500', { status: 500 }],
    ['a 502 of a proxy', { status: 502, text: '<html>Bad gateway</html>' }],
    ['a 503 that says nothing', { status: 503 }],
    ['a 504', { status: 504, headers: { 'retry-after': '1' } }],
  ])('%s', async (_, step) => {
    const { transport, send } = setUp([step]);
    const error = await failureOf(send());
    expect(isUploadOutcomeUnknown(error)).toBe(true);
    expect(error).toMatchObject({ code: 'outcome-unknown', sentBytes: 1000 });
    expect((error as EngineError).remedy).toMatch(/Check the state of the job/);
    transport.expectConsumed();
  });

  test('nor after a repetition', async () => {
    const { transport, send } = setUp([{ fail: 'network', takeBytes: 10 }, { status: 502 }]);
    expect(isUploadOutcomeUnknown(await failureOf(send()))).toBe(true);
    transport.expectConsumed();
  });
});

describe('says what a refusal means', () => {
  const expired =
    '<?xml version="1.0" encoding="UTF-8"?><Error><Code>AccessDenied</Code><Message>Request has expired</Message>' +
    '<StringToSign>X-Amz-Credential=AKIASECRETID</StringToSign><SignatureProvided>s3cr3tsignature</SignatureProvided></Error>';

  test('403: the URL has expired', async () => {
    const { transport, send } = setUp([{ status: 403, text: expired, takeBytes: 100 }], {
      accessRemedy: 'Start the retraining again.',
    });
    const error = await failureOf(send());
    expect(isUploadUrlExpired(error)).toBe(true);
    expect(error).toMatchObject({
      code: 'forbidden',
      vendorCode: 'AccessDenied',
      message:
        'Could not upload "sales.csv": the storage answered 403 ("AccessDenied: Request has expired"). The upload URL has expired or was refused.',
      remedy: 'Start the retraining again.',
    });
    transport.expectConsumed();
  });

  test('shows neither the signature nor the key of the request that the storage repeats, whatever the client reads', async () => {
    const transport = scriptedTransport([{ status: 403, text: expired }]);
    const clock = autoClock();
    const client = new HttpClient({ transport, clock }); // knows nothing of XML
    const { signal } = new AbortController();
    const error = await failureOf(
      putPresigned(client, { url, source: testSource(bytes), doing: 'upload', clock, signal }),
    );
    expect((error as EngineError).message).toContain('AccessDenied: Request has expired');
    expectNoSecrets(error, ['s3cr3tsignature', 'AKIASECRETID', 'X-Amz-Signature']);
  });

  test.each<[string, ScriptStep, object]>([
    ['413', { status: 413 }, { code: 'too-large' }],
    [
      '400 EntityTooLarge',
      { status: 400, text: '<Error><Code>EntityTooLarge</Code></Error>' },
      { code: 'too-large' },
    ],
    ['409', { status: 409 }, { code: 'conflict', remedy: expect.stringMatching(/state of the job/) }],
    ['411', { status: 411 }, { code: 'rejected', remedy: expect.stringMatching(/proxy/) }],
    ['404', { status: 404 }, { code: 'not-found', remedy: expect.stringMatching(/new upload URL/) }],
    [
      '307',
      { status: 307, headers: { location: 'https://elsewhere.example' } },
      { remedy: expect.stringMatching(/redirect/) },
    ],
    ['501', { status: 501 }, { code: 'server-error', remedy: expect.stringMatching(/chunks/) }],
  ])('%s, and is not repeated', async (_, step, shape) => {
    const { transport, send } = setUp([step]);
    const error = await failureOf(send());
    expect(isApiError(error)).toBe(true);
    expect(error).toMatchObject(shape);
    transport.expectConsumed();
  });
});

test('a bare 500 to a body that was read ahead is not repeated, though the count of bytes sent lags behind', async () => {
  const source = testSource(bytes, { name: 'sales.csv' }); // one chunk: all of it was read before the first byte left
  const { transport, send } = setUp([{ status: 500, takeBytes: 10 }], { source });
  expect(isUploadOutcomeUnknown(await failureOf(send()))).toBe(true);
  transport.expectConsumed();
});

test('a check that fails while streaming is what is thrown, and nothing is repeated', async () => {
  const broken = new EngineError({ code: 'invalid-input', message: 'row 7 is broken' });
  const source = tapSource(testSource(bytes, { chunkBytes: [100] }), () => ({
    see: () => undefined,
    end: () => {
      throw broken;
    },
  }));
  const { transport, send } = setUp([{ status: 200 }], { source });
  expect(await failureOf(send())).toBe(broken);
  expect(transport.requests.length).toBeLessThanOrEqual(1);
});

test('stops on request', async () => {
  const { controller, transport, send } = setUp([{ hang: 'deaf' }]);
  const sent = failureOf(send());
  controller.abort();
  expect(await sent).toMatchObject({ code: 'cancelled' });
  expect(transport.requests.length).toBeLessThanOrEqual(1);
});
