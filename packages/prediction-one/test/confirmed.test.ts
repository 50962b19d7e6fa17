import { ApiError, CancelledError, TransportError } from '@modelferry/http';
import { autoClock } from '@modelferry/testkit';
import { confirmed, type Change } from '../src/recovery/confirmed.ts';

const lost = new TransportError({ kind: 'timeout', message: 'lost', bodyTaken: 'all' });
const api = (status: number, code: ApiError['code'], more: object = {}) =>
  new ApiError({ status, code, message: `answered ${status}`, ...more });
const world = () => ({ clock: autoClock(), signal: new AbortController().signal, random: () => 0 });

/** Plays what each sending gives, and what each look sees. */
function played(sends: readonly unknown[], looks: readonly unknown[] = []) {
  const log: string[] = [];
  const next = (kind: string, values: readonly unknown[]) => async () => {
    const value = values[log.filter((one) => one === kind).length];
    log.push(kind);
    if (value instanceof Error) throw value;
    return value as string | undefined;
  };
  const change = (more: Partial<Change<string>> = {}): Change<string> => ({
    doing: 'change it',
    send: next('send', sends) as () => Promise<string>,
    readBack: next('look', looks),
    maxSends: 1,
    remedy: 'Look.',
    ...more,
  });
  return { log, change };
}

test('a change that is answered is sent once and not looked at', async () => {
  const { log, change } = played(['done']);
  expect(await confirmed(world(), change({ maxSends: 5 }))).toBe('done');
  expect(log).toEqual(['send']);
});

test('a clear refusal is final', async () => {
  const { log, change } = played([api(400, 'rejected')]);
  await expect(confirmed(world(), change({ maxSends: 5 }))).rejects.toMatchObject({ status: 400 });
  expect(log).toEqual(['send']);
});

test.each([
  ['no answer', lost],
  ['a 502', api(502, 'server-error')],
  ['a success that cannot be read', api(200, 'unexpected-answer')],
])('after %s it looks first, and is content with what it sees', async (_, failure) => {
  const { log, change } = played([failure], ['there']);
  expect(await confirmed(world(), change({ maxSends: 5 }))).toBe('there');
  expect(log).toEqual(['send', 'look']);
});

test('it sends again where it may, looking before each time', async () => {
  const { log, change } = played([lost, lost, 'done'], [undefined, undefined]);
  expect(await confirmed(world(), change({ maxSends: 5 }))).toBe('done');
  expect(log).toEqual(['send', 'look', 'send', 'look', 'send']);
});

test('it never sends more often than it may', async () => {
  const { log, change } = played([lost, lost], [undefined, undefined]);
  await expect(confirmed(world(), change({ maxSends: 2 }))).rejects.toMatchObject({
    code: 'outcome-unknown',
    remedy: 'Look.',
  });
  expect(log).toEqual(['send', 'look', 'send', 'look']);
});

test('a look that fails says nothing', async () => {
  const { change } = played([lost], [api(500, 'server-error')]);
  await expect(confirmed(world(), change())).rejects.toMatchObject({ code: 'outcome-unknown' });
});

test('a refusal after an open question leaves it open', async () => {
  const { change } = played([lost, api(400, 'rejected')], [undefined, undefined]);
  await expect(confirmed(world(), change({ maxSends: 5 }))).rejects.toMatchObject({
    code: 'outcome-unknown',
  });
});

test('but one about the key is said', async () => {
  const { change } = played([lost, api(401, 'unauthorized')], [undefined]);
  await expect(confirmed(world(), change({ maxSends: 5 }))).rejects.toMatchObject({ code: 'unauthorized' });
});

test('what was turned away with 429 is sent again after the pause asked for', async () => {
  const { log, change } = played([api(429, 'rate-limited', { retryAfterMs: 7_000 }), 'done']);
  const { clock, ...rest } = world();
  expect(await confirmed({ clock, ...rest }, change())).toBe('done');
  expect(log).toEqual(['send', 'send']);
  expect(clock.sleeps).toEqual([7_000]);
});

test('a pause longer than a minute is not waited for', async () => {
  const { log, change } = played([api(429, 'rate-limited', { retryAfterMs: 70_000 })]);
  await expect(confirmed(world(), change())).rejects.toMatchObject({ status: 429 });
  expect(log).toEqual(['send']);
});

test('what an earlier try may have sent is looked for first', async () => {
  const { log, change } = played([], ['there']);
  expect(await confirmed(world(), change({ asked: true, maxSends: 2 }))).toBe('there');
  expect(log).toEqual(['look']);
});

test('stopping is stopping, whatever is open', async () => {
  const { change } = played([lost], [new CancelledError('look')]);
  await expect(confirmed(world(), change({ maxSends: 5 }))).rejects.toMatchObject({ code: 'cancelled' });
});
