import {
  fakeClock,
  patternedBytes,
  scriptedTransport,
  settle,
  testSource,
  type ScriptStep,
} from '@modelferry/testkit';
import { getEventListeners } from 'node:events';
import {
  sendAttempt,
  TransportError,
  type Transport,
  type TransportError as Failure,
  type TransportRequest,
  type TransportResponse,
} from '../src/index.ts';
import { errorOf } from './harness.ts';

const requestWith = (change: Partial<TransportRequest> = {}): TransportRequest => ({
  ...{ method: 'PUT', url: 'https://x.example/', headers: {}, timeoutMs: 1_000, streamResponse: false },
  ...{ signal: new AbortController().signal, ...change },
});
const silence: AsyncIterator<Uint8Array> = { next: () => new Promise(() => undefined) };
const stream = (length: number | null, take: number) => ({
  step: { hang: 'deaf', takeBytes: take } as ScriptStep,
  request: requestWith({
    body: {
      kind: 'stream',
      source: testSource(patternedBytes(100), { declaredLength: length, chunkBytes: [10] }),
    },
  }),
});

test.each([
  ['no body', { step: { hang: 'deaf' } as ScriptStep, request: requestWith() }, 'all'],
  ['a stream of which nothing was taken', stream(100, 0), 'none'],
  ['a stream of which a part was taken', stream(100, 30), 'part'],
  ['a stream of which everything was taken', stream(100, 100), 'all'],
  ['a stream of unknown length of which nothing was taken', stream(null, 0), 'none'],
  ['a stream of unknown length of which something was taken', stream(null, 10), 'all'],
] as const)('after a silence it says what may have arrived: %s', async (_, { step, request }, bodyTaken) => {
  const clock = fakeClock();
  const sent = errorOf(sendAttempt(scriptedTransport([step]), clock, 'send', request));
  await clock.advance(1_000);
  expect(await sent).toMatchObject({ kind: 'timeout', bodyTaken });
  expect(clock.pending).toBe(0);
});

test('says how far a body came that stalled', async () => {
  const clock = fakeClock();
  const { step, request } = stream(100, 30);
  const sent = errorOf(sendAttempt(scriptedTransport([step]), clock, 'send', request));
  await clock.advance(1_000);
  expect(await sent).toMatchObject({
    message: 'Could not send: no byte of the body left after the first 30 for 1 s.',
  });
});

test('believes the transport about what had left, and keeps the cause', async () => {
  const cause = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', request: {} });
  const refused = new TransportError({ kind: 'network', message: 'refused', bodyTaken: 'none', cause });
  const body = { kind: 'bytes', bytes: patternedBytes(10) } as const;
  const transport: Transport = { send: () => Promise.reject(refused) };
  const error = await errorOf(sendAttempt(transport, fakeClock(), 'send', requestWith({ body })));
  expect(error).toMatchObject({ bodyTaken: 'none', message: 'Could not send: refused' });
  expect((error as Failure).cause).toMatchObject({ message: 'connect ECONNREFUSED', code: 'ECONNREFUSED' });
  expect((error as Failure).cause).not.toHaveProperty('request');
});

test.each([
  ['an answer that was read', [{ status: 200, text: 'x' }], true],
  ['an answer that was cancelled', [{ status: 200, text: 'x' }], false],
  ['an answer that broke off', [{ status: 200, text: 'x', bodyEnds: 'broken' }], true],
  ['a failure', [{ fail: 'network' }], true],
] as [string, ScriptStep[], boolean][])(
  'leaves no timer and no listener after %s',
  async (_, steps, reads) => {
    const clock = fakeClock();
    const { signal } = new AbortController();
    const transport = scriptedTransport(steps);
    const attempt = async () => {
      const { body } = await sendAttempt(transport, clock, 'send', requestWith({ signal }));
      if (!reads) return body.cancel();
      for await (const chunk of body) void chunk;
    };
    await attempt().catch(() => undefined);
    await clock.advance(0);
    expect(clock.pending).toBe(0);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
    transport.expectConsumed();
  },
);

test('a reader that never comes back leaves no timer after the next silence', async () => {
  const clock = fakeClock();
  const transport = scriptedTransport([{ status: 200, text: 'x' }]);
  const { body } = await sendAttempt(transport, clock, 'send', requestWith());
  await body[Symbol.asyncIterator]().next();
  await clock.advance(1_000);
  expect(clock.pending).toBe(0);
});

describe('a request that the transport holds back', () => {
  /** Never answers, and is held back until the test lets it go. */
  function holding() {
    let letGo: () => void = () => undefined;
    const transport: Transport = {
      send: ({ onHeldBack }) => {
        onHeldBack?.(true);
        letGo = () => onHeldBack?.(false);
        return new Promise(() => undefined);
      },
    };
    return { transport, letGo: () => letGo() };
  }

  test('is silent only once it is let go', async () => {
    const clock = fakeClock();
    const { transport, letGo } = holding();
    let failure: unknown;
    void errorOf(sendAttempt(transport, clock, 'send', requestWith())).then((error) => (failure = error));
    await clock.advance(60_000);
    expect([failure, clock.pending]).toEqual([undefined, 0]);
    letGo();
    await clock.advance(999);
    expect(failure).toBeUndefined();
    await clock.advance(1);
    expect(failure).toMatchObject({ kind: 'timeout' });
  });

  test('ends when the whole attempt must, and is watched for silence before that', async () => {
    const ends = async (letGoAtMs: number) => {
      const clock = fakeClock();
      const { transport, letGo } = holding();
      const limits = { endsAtMs: clock.now() + 10_000 };
      const startedAt = clock.now();
      const sent = errorOf(sendAttempt(transport, clock, 'send', requestWith(), limits)).then((error) => ({
        error,
        tookMs: clock.now() - startedAt,
      }));
      await clock.advance(letGoAtMs);
      letGo();
      await clock.advance(20_000);
      return sent;
    };
    expect(await ends(5_500)).toMatchObject({ tookMs: 6_500, error: { kind: 'timeout' } });
    expect(await ends(20_000)).toMatchObject({
      tookMs: 10_000,
      error: { message: 'Could not send: the answer was not complete after 10 s.' },
    });
  });
});

test('an answer that nobody reads is let go after the silence', async () => {
  const clock = fakeClock();
  let seen: AbortSignal | undefined;
  const transport: Transport = {
    send: async (request) => {
      seen = request.signal;
      return scriptedTransport([{ status: 200, text: 'x' }]).send(request);
    },
  };
  await sendAttempt(transport, clock, 'send', requestWith());
  expect(seen?.aborted).toBe(false);
  await clock.advance(1_000);
  expect(seen?.aborted).toBe(true);
});

test('the transport hears the stop, whoever asked for it', async () => {
  const abort = new AbortController();
  const clock = fakeClock();
  const transport = scriptedTransport([{ hang: 'until-abort' }]);
  const sent = errorOf(sendAttempt(transport, clock, 'send', requestWith({ signal: abort.signal })));
  await clock.advance(10);
  abort.abort();
  expect(await sent).toMatchObject({ code: 'cancelled' });
  await clock.advance(0);
  expect(clock.pending).toBe(0);
});

test('an answer that comes after the stop is let go', async () => {
  const abort = new AbortController();
  let answer: (response: TransportResponse) => void = () => undefined;
  const transport: Transport = { send: () => new Promise((resolve) => (answer = resolve)) };
  const sent = errorOf(sendAttempt(transport, fakeClock(), 'send', requestWith({ signal: abort.signal })));
  abort.abort();
  expect(await sent).toMatchObject({ code: 'cancelled' });
  let cancelled = false;
  const cancel = () => void (cancelled = true);
  answer({ status: 200, headers: {}, body: { cancel, [Symbol.asyncIterator]: () => silence } });
  await settle();
  expect(cancelled).toBe(true);
});
