import { fakeClock } from '@modelferry/testkit';
import { startIdleGuard } from '../src/index.ts';

test('guards of one clock share one sleep, and each ends at its own time', async () => {
  const clock = fakeClock();
  const ended: number[] = [];
  for (const timeoutMs of [300, 100, 200]) startIdleGuard(clock, timeoutMs, () => ended.push(timeoutMs));
  await clock.advance(99);
  expect(ended).toEqual([]);
  await clock.advance(1);
  expect(ended).toEqual([100]);
  await clock.advance(200);
  expect(ended).toEqual([100, 200, 300]);
});

test('one that is touched ends later, and holds up nobody', async () => {
  const clock = fakeClock();
  const ended: string[] = [];
  const touched = startIdleGuard(clock, 100, () => ended.push('touched'));
  startIdleGuard(clock, 150, () => ended.push('silent'));
  await clock.advance(90);
  touched.touch();
  await clock.advance(70);
  expect(ended).toEqual(['silent']);
  await clock.advance(30);
  expect(ended).toEqual(['silent', 'touched']);
});

test('nothing sleeps once the last guard has stopped', async () => {
  const clock = fakeClock();
  const guards = [100, 200].map((timeoutMs) => startIdleGuard(clock, timeoutMs, () => undefined));
  expect(clock.pending).toBe(1);
  for (const guard of guards) guard.stop();
  await clock.advance(0);
  expect(clock.pending).toBe(0);
});

test('a guard that is due when it starts ends at once', () => {
  const ended: boolean[] = [];
  startIdleGuard(fakeClock(), 0, (byEnd) => ended.push(byEnd));
  expect(ended).toEqual([false]);
});
