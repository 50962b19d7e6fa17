import { fakeClock } from '@modelferry/testkit';
import { pause } from '../src/pause.ts';

test('lets its time pass', async () => {
  const clock = fakeClock();
  let over = false;
  const paused = pause({ clock, signal: new AbortController().signal }, 1_000, 'wait').then(() => {
    over = true;
  });
  await clock.advance(999);
  expect(over).toBe(false);
  await clock.advance(1);
  await paused;
});

test('ends with the signal, and says what was being done', async () => {
  const clock = fakeClock();
  const abort = new AbortController();
  const paused = pause({ clock, signal: abort.signal }, 1_000, 'look for the job');
  abort.abort();
  await expect(paused).rejects.toMatchObject({
    code: 'cancelled',
    message: 'Stopped on request while trying to look for the job.',
  });
  expect(clock.pending).toBe(0);
});
