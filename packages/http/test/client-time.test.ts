import { fakeNow, patternedBytes, testSource } from '@modelferry/testkit';
import { isCancelled } from '../src/index.ts';
import { asIs, call, errorOf, harness } from './harness.ts';

/** Gives a byte after each wait. */
async function* drip(wait: () => Promise<void>, chunks: number): AsyncGenerator<Uint8Array> {
  for (let turn = 0; turn < chunks; turn++) {
    await wait();
    yield new Uint8Array([0x31]);
  }
}

describe('the pauses', () => {
  test('double up to a bound, and chance shortens them', async () => {
    const steps = [...Array.from({ length: 5 }, () => ({ status: 500 }))];
    const { client, clock } = harness(steps, { timeoutMs: 1_000_000, retry: { maxDelayMs: 3_000 } });
    await errorOf(client.send(call()));
    expect(clock.now() - fakeNow).toBe(1_000 + 2_000 + 3_000 + 3_000);
    const quick = harness(steps, { random: () => 0.5 });
    await errorOf(quick.client.send(call()));
    expect(quick.clock.now() - fakeNow).toBe(500 + 1_000 + 2_000 + 4_000);
  });

  test.each([
    ['seconds', '7'],
    ['a date', new Date(fakeNow + 7_000).toUTCString()],
  ])('follow Retry-After in %s', async (_, value) => {
    const { client, transport, clock } = harness([
      { status: 429, headers: { 'retry-after': value } },
      { status: 200 },
    ]);
    await client.send(call());
    expect(clock.now() - fakeNow).toBe(7_000);
    transport.expectConsumed();
  });

  test('are not taken when the server asks for too long, and the error says how long', async () => {
    const { client, transport, clock } = harness([{ status: 503, headers: { 'retry-after': '61' } }]);
    expect(await errorOf(client.send(call()))).toMatchObject({ status: 503, retryAfterMs: 61_000 });
    expect(clock.now()).toBe(fakeNow);
    transport.expectConsumed();
  });

  test('end with the budget for everything together', async () => {
    const later = { status: 503, headers: { 'retry-after': '40' } };
    const { client, transport, clock } = harness([later, later, later], {
      retry: { totalTimeoutMs: 100_000 },
    });
    expect(await errorOf(client.send(call()))).toMatchObject({ status: 503 });
    expect(clock.now() - fakeNow).toBe(80_000);
    transport.expectConsumed();
  });
});

describe('silence', () => {
  test.each(['until-abort', 'deaf'] as const)(
    'ends an attempt (transport %s), and it is repeated',
    async (hang) => {
      const { client, transport, clock } = harness([{ hang }, { status: 200, json: 1 }], {
        timeoutMs: 5_000,
      });
      expect(await client.json(call(), asIs)).toBe(1);
      expect(clock.now() - fakeNow).toBe(5_000 + 1_000);
      transport.expectConsumed();
      expect(clock.pending).toBe(0);
    },
  );

  test('in the middle of an answer ends it, too', async () => {
    const { client, transport } = harness(
      [
        { status: 200, text: '{"a":', bodyEnds: 'silent' },
        { status: 200, json: 1 },
      ],
      { timeoutMs: 5_000 },
    );
    expect(await client.json(call(), asIs)).toBe(1);
    transport.expectConsumed();
  });

  test('is told from slowness: what moves may take longer than the silence that is allowed', async () => {
    const { client, transport, clock } = harness(
      [{ status: 200, chunks: drip(() => clock.sleep(4_000), 10) }],
      {
        timeoutMs: 5_000,
      },
    );
    expect(await client.text(call())).toBe('1111111111');
    transport.expectConsumed();
  });

  test('of a reader that is slow is not held against the server', async () => {
    const { client, clock } = harness([{ status: 200, bytes: patternedBytes(10) }], { timeoutMs: 5_000 });
    const { body } = await client.stream(call());
    for await (const chunk of body) {
      await clock.sleep(60_000);
      expect(chunk).toHaveLength(10);
    }
    expect(clock.pending).toBe(0);
  });

  test('is watched for again after a reader was slow', async () => {
    const { client, clock } = harness([{ status: 200, text: 'x', bodyEnds: 'silent' }], { timeoutMs: 5_000 });
    const { body } = await client.stream(call());
    const read = async () => {
      for await (const chunk of body) await clock.sleep(60_000 * chunk.length);
    };
    expect(await errorOf(read())).toMatchObject({ kind: 'timeout' });
    expect(clock.now() - fakeNow).toBe(65_000);
  });

  test('a name for it stands in the error, with the time', async () => {
    const { client } = harness([{ hang: 'until-abort' }], { timeoutMs: 1_500, retry: { maxAttempts: 1 } });
    expect(await errorOf(client.send(call()))).toMatchObject({
      ...{ code: 'timeout', kind: 'timeout' },
      message: 'Could not read the job: nothing was heard from the server for 1.5 s.',
    });
  });
});

describe('an answer that drips', () => {
  test('ends with the whole budget when it is to be read whole', async () => {
    const { client, clock } = harness([{ status: 200, chunks: drip(() => clock.sleep(4_000), 100) }], {
      timeoutMs: 5_000,
      retry: { totalTimeoutMs: 60_000 },
    });
    expect(await errorOf(client.text(call()))).toMatchObject({
      kind: 'timeout',
      message: 'Could not read the job: the answer was not complete after 60 s.',
    });
    expect(clock.now() - fakeNow).toBe(60_000);
  });

  test.each([200, 403])('ends a while after a large body, too, whatever its status (%i)', async (status) => {
    const { client, clock } = harness([{ status, chunks: drip(() => clock.sleep(4_000), 1_000_000) }], {
      timeoutMs: 5_000,
      retry: { totalTimeoutMs: 60_000 },
    });
    const source = testSource(patternedBytes(100));
    const put = call({ method: 'PUT', idempotent: false, body: { kind: 'stream', source } });
    const failed = client.send(put).then(
      () => 200,
      ({ status }: { status: number }) => status,
    );
    expect(await failed).toBe(status);
    expect(clock.now() - fakeNow).toBeLessThanOrEqual(65_000);
  });

  test('of a refusal ends also where the answer itself would be streamed', async () => {
    const { client, clock } = harness([{ status: 404, chunks: drip(() => clock.sleep(4_000), 1_000_000) }], {
      timeoutMs: 5_000,
      retry: { totalTimeoutMs: 60_000 },
    });
    expect(await errorOf(client.stream(call()))).toMatchObject({ status: 404 });
    expect(clock.now() - fakeNow).toBeLessThanOrEqual(65_000);
  });

  test('may take as long as it likes when it is streamed', async () => {
    const { client, clock } = harness([{ status: 200, chunks: drip(() => clock.sleep(4_000), 100) }], {
      timeoutMs: 5_000,
      retry: { totalTimeoutMs: 60_000 },
    });
    let read = 0;
    for await (const chunk of (await client.stream(call())).body) read += chunk.length;
    expect(read).toBe(100);
  });
});

test('a large body may take longer than the whole budget as long as it moves', async () => {
  const { client, transport, clock } = harness([{ status: 200 }], {
    timeoutMs: 5_000,
    retry: { totalTimeoutMs: 60_000 },
  });
  const source = testSource(patternedBytes(100), { chunkBytes: [1], beforeChunk: () => clock.sleep(4_000) });
  await client.send(call({ method: 'PUT', body: { kind: 'stream', source } }));
  expect(clock.now() - fakeNow).toBe(400_000);
  transport.expectConsumed();
});

describe('a stop', () => {
  test('before anything is sent sends nothing', async () => {
    const { client, transport } = harness([]);
    expect(isCancelled(await errorOf(client.send(call({ signal: AbortSignal.abort() }))))).toBe(true);
    transport.expectConsumed();
  });

  test.each([
    ['while it hangs', { hang: 'until-abort' }],
    ['while it hangs and hears nothing', { hang: 'deaf' }],
    ['while the answer is awaited', { status: 200, text: 'a', bodyEnds: 'silent' }],
  ] as const)('%s ends the call at once', async (_, step) => {
    const { client, clock, transport } = harness([step], { timeoutMs: 60_000 });
    const release = clock.hold();
    const abort = new AbortController();
    const ended = errorOf(client.text(call({ signal: abort.signal })));
    await new Promise((resolve) => setTimeout(resolve, 20));
    abort.abort();
    const error = await ended;
    expect(isCancelled(error)).toBe(true);
    expect(error).toMatchObject({ message: 'Stopped on request while trying to read the job.' });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(clock.pending).toBe(0);
    release();
    if (!('hang' in step)) transport.expectConsumed();
  });

  test('in a pause ends the call at once', async () => {
    const { client, clock, transport } = harness([{ status: 503, headers: { 'retry-after': '60' } }]);
    clock.hold();
    const abort = new AbortController();
    const ended = errorOf(client.send(call({ signal: abort.signal })));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(clock.pending).toBe(1);
    abort.abort();
    expect(isCancelled(await ended)).toBe(true);
    expect(clock.pending).toBe(0);
    transport.expectConsumed();
  });

  test.each(['headers', 'renew'] as const)('ends an authorizer whose %s hang', async (step) => {
    const hang = () => new Promise<never>(() => undefined);
    const authorizer = {
      headers: step === 'headers' ? hang : async () => ({}),
      renew: hang,
    };
    const { client } = harness(step === 'headers' ? [] : [{ status: 401 }], { authorizer });
    const abort = new AbortController();
    const ended = errorOf(client.send(call({ signal: abort.signal })));
    await new Promise((resolve) => setTimeout(resolve, 20));
    abort.abort();
    expect(isCancelled(await ended)).toBe(true);
  });
});
