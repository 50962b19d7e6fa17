import { fakeClock, type FakeClock } from '@modelferry/testkit';
import { nextTurn } from '../src/next-turn.ts';

const take = (clock: FakeClock, count: number) => Array.from({ length: count }, () => nextTurn(clock));

test('few looks begin at once', () => {
  expect(take(fakeClock(), 16)).toEqual(new Array(16).fill(0));
});

test('ten thousand looks begin over five seconds, in the order in which they were asked for', () => {
  const turns = take(fakeClock(), 10_000);
  expect(turns.toSorted((a, b) => a - b)).toEqual(turns);
  expect(turns.at(-1)).toBe(10_000 / 2 - 8 - 0.5);
});

test('what was not used is saved for a moment only', async () => {
  const clock = fakeClock();
  take(clock, 10_000);
  await clock.advance(60_000);
  expect(take(clock, 18)).toEqual([...new Array(17).fill(0), 0.5]);
});

test('clocks do not know of each other', () => {
  take(fakeClock(), 10_000);
  expect(nextTurn(fakeClock())).toBe(0);
});

test('a clock that is set back holds up nobody', () => {
  let nowMs = 1_000_000;
  const clock = { now: () => nowMs, sleep: () => Promise.resolve() };
  nextTurn(clock);
  nowMs = 1_000;
  expect(nextTurn(clock)).toBe(0);
});
