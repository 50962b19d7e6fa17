import { autoClock } from '@modelferry/testkit';
import { ApiError, isAmbiguous, sendUntilTaken, TransportError, type RepeatOptions } from '../src/index.ts';

const answered = (status: number, more: object = {}) =>
  new ApiError({ code: 'rejected', message: 'no', status, ...more });
const broken = (kind: TransportError['kind'], bodyTaken: TransportError['bodyTaken']) =>
  new TransportError({ kind, bodyTaken, message: 'broken' });

/** A failure in a word: test names must not hold stacks. */
const named = <Rest>(rows: readonly (readonly [error: Error, rest: Rest])[]) =>
  rows.map(([error, rest]) => {
    const { status, kind, bodyTaken, code } = error as Partial<ApiError & TransportError>;
    return { what: [status ?? kind, bodyTaken, code].join(' '), error, rest };
  });

const failures: readonly (readonly [Error, boolean])[] = [
  [broken('network', 'all'), true],
  [broken('timeout', 'all'), true],
  [broken('network', 'part'), false],
  [broken('network', 'none'), false],
  [broken('aborted', 'all'), false],
  [answered(500), true],
  [answered(502), true],
  [answered(408), true],
  [answered(200, { code: 'unexpected-answer' }), true],
  [answered(200), false],
  [answered(302), false],
  [answered(400), false],
  [answered(429), false],
  [new Error('else'), false],
];

test.each(named(failures))('$what may have been carried out: $rest', ({ error, rest }) => {
  expect(isAmbiguous(error)).toBe(rest);
});

/** Fails with these, one after the other, and then works. */
function sending(...errors: readonly unknown[]) {
  const clock = autoClock();
  const abort = new AbortController();
  const left = [...errors];
  let sends = 0;
  const send = async () => {
    sends += 1;
    if (left.length > 0) throw left.shift();
    return 'done';
  };
  const world = { clock, signal: abort.signal, random: () => 0.5 };
  return { clock, abort, world, send, sends: () => sends };
}

test('what provably was not carried out is sent again, after the pause that was asked for', async () => {
  const { world, send, clock, sends } = sending(
    answered(429, { retryAfterMs: 7_000 }),
    broken('network', 'part'),
  );
  await expect(sendUntilTaken(world, 'try', send)).resolves.toBe('done');
  expect([clock.sleeps, sends()]).toEqual([[7_000, 1_000], 3]);
});

const final: readonly (readonly [Error, RepeatOptions])[] = [
  [broken('network', 'all'), {}],
  [answered(503), {}],
  [answered(429, { retryAfterMs: 61_000 }), {}],
  [broken('network', 'part'), { replayable: false }],
];

test.each(named(final))('$what is not: it is thrown', async ({ error, rest }) => {
  const { world, send, sends } = sending(error);
  await expect(sendUntilTaken(world, 'try', send, rest)).rejects.toBe(error);
  expect(sends()).toBe(1);
});

test('it ends after as many tries as the policy has', async () => {
  const errors = Array.from({ length: 9 }, () => answered(429));
  const { world, send, sends } = sending(...errors);
  await expect(sendUntilTaken(world, 'try', send)).rejects.toMatchObject({ status: 429 });
  expect(sends()).toBe(5);
});

test('it ends when it is cancelled in a pause', async () => {
  const { world, send, abort } = sending(answered(429));
  abort.abort();
  await expect(sendUntilTaken(world, 'try it', send)).rejects.toMatchObject({ code: 'cancelled' });
});
