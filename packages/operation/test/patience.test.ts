import { fakeClock } from '@modelferry/testkit';
import { patienceOf, restOf } from '../src/patience.ts';

test('several waits share one span of time, and none of them waits less than not at all', async () => {
  const clock = fakeClock();
  const patience = patienceOf(clock, { timeoutMs: 10_000, pollIntervalMs: 2_000 });
  expect(restOf(clock, patience)).toEqual({ timeoutMs: 10_000, pollIntervalMs: 2_000 });
  await clock.advance(4_000);
  expect(restOf(clock, patience)).toEqual({ timeoutMs: 6_000, pollIntervalMs: 2_000 });
  await clock.advance(7_000);
  expect(restOf(clock, patience)).toEqual({ timeoutMs: 0, pollIntervalMs: 2_000 });
});
