import { autoClock, fakeClock } from '../src/fake-clock.ts';
import { settle } from '../src/settle.ts';

test('a fake clock stands still until it is moved', async () => {
  const clock = fakeClock(1_000);
  let awake = false;
  void clock.sleep(500).then(() => (awake = true));
  await settle();
  expect(awake).toBe(false);
  await clock.advance(499);
  expect(awake).toBe(false);
  expect(clock.pending).toBe(1);
  await clock.advance(1);
  expect(awake).toBe(true);
  expect(clock.now()).toBe(1_500);
  expect(clock.pending).toBe(0);
});

test('advance wakes the sleepers in order, each at its own time, and those that they start', async () => {
  const clock = fakeClock(0);
  const woken: [string, number][] = [];
  const sleeper = async (name: string, ...naps: number[]) => {
    for (const nap of naps) {
      await clock.sleep(nap);
      woken.push([name, clock.now()]);
    }
  };
  void sleeper('slow', 300);
  void sleeper('quick', 100, 100, 150);
  await clock.advance(340);
  expect(woken).toEqual([
    ['quick', 100],
    ['quick', 200],
    ['slow', 300],
  ]);
  expect(clock.sleeps).toEqual([300, 100, 100, 150]);
  expect(clock.pending).toBe(1);
});

test('a sleep ends with the reason of its signal, and leaves nothing', async () => {
  const clock = fakeClock();
  const abort = new AbortController();
  const reason = new Error('enough');
  const slept = clock.sleep(1_000, abort.signal);
  abort.abort(reason);
  await expect(slept).rejects.toBe(reason);
  await expect(clock.sleep(1_000, abort.signal)).rejects.toBe(reason);
  expect(clock.pending).toBe(0);
});

test.each([NaN, Infinity, -1])('a sleep of %d ms is a fault of the test', (ms) => {
  expect(() => fakeClock().sleep(ms)).toThrow('No clock can sleep');
});

test('an auto clock jumps to the next sleeper, and only when nothing else can go on', async () => {
  const clock = autoClock(0);
  const deadline = new AbortController();
  const guarded = clock.sleep(60_000, deadline.signal).catch(() => 'stopped');
  for (let turn = 0; turn < 10; turn++) {
    await Promise.resolve();
    await clock.sleep(1_000);
  }
  expect(clock.now()).toBe(10_000);
  deadline.abort();
  expect(await guarded).toBe('stopped');
  expect(clock.pending).toBe(0);
});

test('an auto clock that is held stands still', async () => {
  const clock = autoClock(0);
  const release = clock.hold();
  const slept = clock.sleep(1_000);
  await settle();
  await settle();
  expect(clock.now()).toBe(0);
  release();
  await slept;
  expect(clock.now()).toBe(1_000);
});
