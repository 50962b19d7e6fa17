import { ApiError, isCancelled, TransportError } from '@modelferry/http';
import { autoClock, fakeClock, fakeNow, type FakeClock } from '@modelferry/testkit';
import { getEventListeners } from 'node:events';
import {
  pollUntilDone,
  type Job,
  type JobSnapshot,
  type JobState,
  type PollOptions,
  type PollOutcome,
} from '../src/index.ts';

type Look = JobSnapshot<string> | Error | 'hang';

const reference = { vendor: 'prediction-one', kind: 'retraining', id: '42' };
const is = (state: JobState, more: Partial<JobSnapshot<string>> = {}): JobSnapshot<string> => ({
  ...{ state, rawStatus: state },
  ...more,
});
const network = () => new TransportError({ kind: 'network', message: 'reset', bodyTaken: 'all' });
const api = (status: number, code: ApiError['code'] = 'server-error') =>
  new ApiError({ code, message: 'm', status });

/** A job that shows what was planned, look by look, and then stays as it is. */
function plannedJob(
  looks: readonly Look[],
  clock: FakeClock,
): Job<string> & { readonly lookedAtMs: number[] } {
  const lookedAtMs: number[] = [];
  return {
    reference,
    lookedAtMs,
    read: () => {
      lookedAtMs.push(clock.now() - fakeNow);
      const look = looks[Math.min(lookedAtMs.length, looks.length) - 1];
      if (look === 'hang' || !look) return new Promise(() => undefined);
      return look instanceof Error ? Promise.reject(look) : Promise.resolve(look);
    },
  };
}

function poll(
  looks: readonly Look[],
  change: Partial<PollOptions<string>> = {},
  clock: FakeClock = autoClock(),
) {
  const job = plannedJob(looks, clock);
  const { signal } = new AbortController();
  const shown: JobSnapshot<string>[] = [];
  const outcome = pollUntilDone(job, {
    ...{ clock, signal, timeoutMs: 60_000, interval: { initialMs: 5_000, jitter: 0 } },
    onChange: (snapshot) => shown.push(snapshot),
    ...change,
  });
  return { job, clock, shown, outcome, signal };
}

describe('a job that ends', () => {
  test.each(['succeeded', 'failed', 'cancelled'] as const)('%s gives its last snapshot', async (state) => {
    const last = is(state, { result: 'model-7' });
    const { job, clock, outcome, signal } = poll([is('waiting'), is('running'), last]);
    expect(await outcome).toEqual({ ended: true, snapshot: last });
    expect(job.lookedAtMs).toEqual([0, 5_000, 10_000]);
    await clock.advance(0);
    expect(clock.pending).toBe(0);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  test('at the first look is not waited for', async () => {
    const { clock, outcome } = poll([is('succeeded')]);
    expect((await outcome).ended).toBe(true);
    expect(clock.now()).toBe(fakeNow);
  });
});

describe('a look that is refused with Retry-After', () => {
  const later = (retryAfterMs: number) =>
    new ApiError({ code: 'rate-limited', message: 'm', status: 429, retryAfterMs });

  test('is not repeated any sooner, be it longer than what a single request would wait', async () => {
    const { job, outcome } = poll([later(300_000), is('succeeded')], { timeoutMs: 3_600_000 });
    expect((await outcome).ended).toBe(true);
    expect(job.lookedAtMs).toEqual([0, 300_000]);
  });

  test('waits for its own interval where that is longer', async () => {
    const { job, outcome } = poll([later(1_000), is('succeeded')]);
    expect((await outcome).ended).toBe(true);
    expect(job.lookedAtMs).toEqual([0, 5_000]);
  });

  test('does not outlast the deadline', async () => {
    const { clock, outcome } = poll([later(300_000)], { timeoutMs: 60_000 });
    expect((await outcome).ended).toBe(false);
    expect(clock.now() - fakeNow).toBe(60_000);
  });
});

describe('the deadline', () => {
  test('ends the wait with the last snapshot, and the job goes on', async () => {
    const { job, clock, outcome } = poll([is('running')], { timeoutMs: 12_000 });
    expect(await outcome).toEqual({ ended: false, snapshot: is('running') });
    expect(clock.now() - fakeNow).toBe(12_000);
    expect(job.lookedAtMs).toEqual([0, 5_000, 10_000]);
    await clock.advance(0);
    expect(clock.pending).toBe(0);
  });

  test('ends a look that hangs', async () => {
    const { clock, outcome } = poll([is('running'), 'hang'], { timeoutMs: 12_000 });
    expect(await outcome).toEqual({ ended: false, snapshot: is('running') });
    expect(clock.now() - fakeNow).toBe(12_000);
  });

  test('ends the wait without a snapshot when no look ever came back', async () => {
    const { outcome } = poll(['hang'], { timeoutMs: 12_000 });
    expect(await outcome).toEqual({ ended: false, snapshot: undefined });
  });

  test('is by the wall clock: a host that was frozen for long does not go on waiting', async () => {
    const clock = fakeClock();
    let frozenMs = 0;
    const thawing = { now: () => clock.now() + frozenMs, sleep: clock.sleep.bind(clock) };
    const job = plannedJob([is('running')], clock);
    const outcome = pollUntilDone(job, {
      ...{ clock: thawing, signal: new AbortController().signal },
      ...{ timeoutMs: 3_600_000, interval: { initialMs: 5_000 } },
    });
    await clock.advance(1);
    frozenMs = 7_200_000;
    await clock.advance(5_000);
    expect(await outcome).toEqual({ ended: false, snapshot: is('running') });
    expect(job.lookedAtMs).toHaveLength(1);
  });
});

describe('a stop', () => {
  const stopped = async (looks: readonly Look[], atMs: number) => {
    const abort = new AbortController();
    const clock = fakeClock();
    const { outcome } = poll(looks, { signal: abort.signal }, clock);
    const ended: Promise<unknown> = outcome.catch((error: unknown) => error);
    await clock.advance(atMs);
    abort.abort();
    const error = await ended;
    await clock.advance(0);
    expect(clock.pending).toBe(0);
    return error;
  };

  test.each([
    ['in a pause', [is('running')], 1_000],
    ['in a look that hangs and hears nothing', ['hang'] as Look[], 1_000],
    ['in a later look', [is('running'), 'hang'] as Look[], 6_000],
  ] as [string, Look[], number][])('%s ends the wait at once', async (_, looks, atMs) => {
    const error = await stopped(looks, atMs);
    expect(isCancelled(error)).toBe(true);
    expect(error).toMatchObject({ message: 'Stopped on request while trying to wait for retraining 42.' });
  });

  test('before the start looks at nothing', async () => {
    const { job, outcome } = poll([is('succeeded')], { signal: AbortSignal.abort() });
    expect(isCancelled(await outcome.catch((error: unknown) => error))).toBe(true);
    expect(job.lookedAtMs).toEqual([]);
  });

  test('reaches the look, so that its request ends', async () => {
    const abort = new AbortController();
    let seen: AbortSignal | undefined;
    const job: Job = { reference, read: (signal) => ((seen = signal), new Promise(() => undefined)) };
    const options = { clock: fakeClock(), timeoutMs: 1_000, interval: { initialMs: 1 } };
    const ended = pollUntilDone(job, { ...options, signal: abort.signal }).catch(() => undefined);
    abort.abort();
    await ended;
    expect(seen?.aborted).toBe(true);
  });
});

describe('faults', () => {
  const passing: [string, () => Error][] = [
    ['a broken connection', network],
    ['a silence', () => new TransportError({ kind: 'timeout', message: 'm', bodyTaken: 'all' })],
    ['a busy server', () => api(503)],
    ['too many requests', () => api(429, 'rate-limited')],
    ['a page of a proxy', () => api(200, 'unexpected-answer')],
    [
      'an error that the vendor says will pass',
      () => new ApiError({ code: 'rejected', message: 'm', status: 400, retryable: true }),
    ],
  ];

  test.each(passing)('of a passing kind are waited out: %s', async (_, fault) => {
    const faults: number[] = [];
    const { outcome } = poll([is('running'), fault(), fault(), is('succeeded')], {
      onFault: (_error, inARow) => faults.push(inARow),
    });
    expect((await outcome).ended).toBe(true);
    expect(faults).toEqual([1, 2]);
  });

  const lasting: [string, Error][] = [
    ['a refused key', api(401, 'unauthorized')],
    ['a job that is gone', api(404, 'not-found')],
    [
      'an error that the vendor says will stay',
      new ApiError({ code: 'server-error', message: 'm', status: 500, retryable: false }),
    ],
    ['a transport that cannot', new TransportError({ kind: 'fatal', message: 'm', bodyTaken: 'none' })],
    ['a fault of ours', new TypeError('undefined is not a function')],
  ];

  test.each(lasting)('of a lasting kind end the wait at once: %s', async (_, fault) => {
    const { job, clock, outcome } = poll([is('running'), fault]);
    await expect(outcome).rejects.toBe(fault);
    expect(job.lookedAtMs).toHaveLength(2);
    await clock.advance(0);
    expect(clock.pending).toBe(0);
  });

  test('end the wait when too many come in a row', async () => {
    const { job, outcome } = poll([network()], { maxConsecutiveFaults: 3 });
    await expect(outcome).rejects.toMatchObject({ kind: 'network' });
    expect(job.lookedAtMs).toHaveLength(4);
  });

  test('are counted anew after a look that went well', async () => {
    const looks = [network(), network(), is('running'), network(), network(), is('succeeded')];
    const { outcome } = poll(looks, { maxConsecutiveFaults: 2 });
    expect((await outcome).ended).toBe(true);
  });

  test('that are allowed end with the deadline', async () => {
    const { outcome } = poll([network()], { maxConsecutiveFaults: 1_000, timeoutMs: 12_000 });
    expect(await outcome).toEqual({ ended: false, snapshot: undefined });
  });

  test('of a listener are not taken for faults of the look', async () => {
    const onChange = () => {
      throw network();
    };
    const { job, outcome } = poll([is('running')], { onChange });
    await expect(outcome).rejects.toMatchObject({ kind: 'network' });
    expect(job.lookedAtMs).toHaveLength(1);
  });
});

describe('a status that nobody knows', () => {
  test('is shown as it is, waits with pauses, and is never taken for success', async () => {
    const odd = is('unknown', { rawStatus: 'QUANTUM_FLUX' });
    const { job, shown, outcome } = poll([odd], { timeoutMs: 30_000 });
    expect(await outcome).toEqual({ ended: false, snapshot: odd } satisfies PollOutcome<string>);
    expect(shown).toEqual([odd]);
    expect(job.lookedAtMs).toEqual([0, 5_000, 10_000, 15_000, 20_000, 25_000]);
  });
});

test('onChange is told of the first snapshot and of every change, and of nothing else', async () => {
  const looks = [
    is('waiting'),
    is('waiting'),
    is('running', { progress: 0.1 }),
    is('running', { progress: 0.1 }),
    is('running', { progress: 0.2 }),
    network(),
    is('running', { progress: 0.2 }),
    is('running', { progress: 0.2, message: 'fold 2' }),
    is('running', { progress: 0.2, message: 'fold 2', figures: [{ name: 'loss', value: 0 }] }),
    is('running', { progress: 0.2, message: 'fold 2', figures: [{ name: 'loss', value: 0 }] }),
    is('succeeded', { rawStatus: 'job_finished' }),
  ];
  const { shown, outcome } = poll(looks);
  await outcome;
  expect(shown).toEqual([0, 2, 4, 7, 8, 10].map((at) => looks[at]));
});
