import fc from 'fast-check';
import { defaultRetryPolicy, isTransientStatus, pauseMs } from '../src/index.ts';

const policy = fc.record({
  maxAttempts: fc.integer({ min: 1, max: 100 }),
  baseDelayMs: fc.integer({ min: 0, max: 10_000 }),
  maxDelayMs: fc.integer({ min: 0, max: 100_000 }),
  maxRetryAfterMs: fc.integer({ min: 0, max: 100_000 }),
  totalTimeoutMs: fc.integer({ min: 0, max: 1_000_000 }),
});
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test('a pause of our own lies between 0 and both bounds', () => {
  fc.assert(
    fc.property(policy, fc.integer({ min: 1, max: 5_000 }), chance, (rules, attempt, random) => {
      const pause = pauseMs(rules, attempt, undefined, () => random);
      expect(pause).toBeGreaterThanOrEqual(0);
      expect(pause).toBeLessThanOrEqual(rules.maxDelayMs);
      expect(pause).toBeLessThanOrEqual(rules.baseDelayMs * 2 ** Math.min(attempt - 1, 1_000));
    }),
  );
});

test('what the server asks for is obeyed to the millisecond, or not at all', () => {
  fc.assert(
    fc.property(policy, fc.integer({ min: 0, max: 200_000 }), chance, (rules, asked, random) => {
      const pause = pauseMs(rules, 1, asked, () => random);
      expect(pause).toBe(asked <= rules.maxRetryAfterMs ? asked : undefined);
    }),
  );
});

test('a pause of our own is no shorter than the lower bound, which the server need not keep', () => {
  const rules = { ...defaultRetryPolicy, minDelayMs: 500 };
  const pauses = [0, 0.25, 0.75].map((random) => pauseMs(rules, 1, undefined, () => random));
  expect(pauses).toEqual([500, 500, 750]);
  expect(pauseMs(rules, 1, 100, () => 0)).toBe(100);
});

test('the pauses of the default are 1, 2, 4 and 8 s at most', () => {
  const longest = [1, 2, 3, 4].map((attempt) => pauseMs(defaultRetryPolicy, attempt, undefined, () => 1));
  expect(longest).toEqual([1_000, 2_000, 4_000, 8_000]);
});

test('the statuses that may pass are these', () => {
  const passing = Array.from({ length: 1_000 }, (_, status) => status).filter(isTransientStatus);
  expect(passing).toEqual([408, 429, 500, 502, 503, 504, 570]);
});
