import fc from 'fast-check';
import { pollPauseMs } from '../src/index.ts';

test('the pause grows evenly up to its bound', () => {
  const interval = { initialMs: 1_000, maxMs: 5_000, factor: 2, jitter: 0 };
  expect([1, 2, 3, 4, 5].map((look) => pollPauseMs(interval, look, Math.random))).toEqual([
    1_000, 2_000, 4_000, 5_000, 5_000,
  ]);
});

test('chance only shortens it', () => {
  expect([1, 2].map((look) => pollPauseMs({ initialMs: 1_000 }, look, () => 0))).toEqual([1_000, 1_000]);
  expect(pollPauseMs({ initialMs: 1_000 }, 2, () => 0.5)).toBe(900);
});

test('the first pause spreads who began together over nearly all of it', () => {
  const first = (chance: number) => pollPauseMs({ initialMs: 1_000 }, 1, () => chance);
  expect([0, 0.5, 1].map((chance) => Math.round(first(chance)))).toEqual([1_000, 550, 100]);
  expect(pollPauseMs({ initialMs: 1_000, jitter: 0.2 }, 1, () => 0.5)).toBe(900);
});

test('the pace is even where no bound is given', () => {
  expect([1, 2, 50].map((look) => pollPauseMs({ initialMs: 1_000, jitter: 0 }, look, () => 0))).toEqual([
    1_000, 1_000, 1_000,
  ]);
});

test('whatever is asked for, a pause is within its bounds and never nothing', () => {
  const percent = fc.nat(100).map((each) => each / 100);
  const interval = fc.record(
    {
      initialMs: fc.nat(100_000),
      maxMs: fc.nat(1_000_000),
      factor: fc.nat(1_000).map((each) => 1 + each / 100),
      jitter: percent,
    },
    { requiredKeys: ['initialMs'] },
  );
  fc.assert(
    fc.property(interval, fc.integer({ min: 1, max: 2_000 }), percent, (rules, look, random) => {
      const pause = pollPauseMs(rules, look, () => random);
      const { initialMs, maxMs = initialMs } = rules;
      expect(pause).toBeGreaterThanOrEqual(1);
      expect(pause).toBeGreaterThanOrEqual(Math.min(initialMs, maxMs) / (look === 1 ? 10 : 2));
      expect(pause).toBeLessThanOrEqual(Math.max(1, maxMs));
    }),
    { numRuns: 1_000 },
  );
});
