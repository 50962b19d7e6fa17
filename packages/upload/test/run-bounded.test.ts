import { settle } from '@modelferry/testkit';
import fc from 'fast-check';
import { runBounded } from '../src/index.ts';

const { signal } = new AbortController();

test('keeps the order of the list, and never does more at once than allowed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 30 }),
      fc.integer({ min: 1, max: 5 }),
      async (delays, limit) => {
        let active = 0;
        let most = 0;
        const results = await runBounded(
          delays,
          limit,
          async (delay, index) => {
            most = Math.max(most, ++active);
            for (let turn = 0; turn < delay; turn++) await settle();
            active -= 1;
            return index * 10 + delay;
          },
          signal,
        );
        expect(results).toEqual(delays.map((delay, index) => index * 10 + delay));
        expect(most).toBeLessThanOrEqual(limit);
        expect(most).toBe(Math.min(limit, delays.length));
      },
    ),
    { numRuns: 50 },
  );
});

test('the first error stops the others, is what is thrown, and the list is closed', async () => {
  const begun: number[] = [];
  const stopped: number[] = [];
  let closed = false;
  async function* list() {
    try {
      for (let index = 0; ; index++) yield index;
    } finally {
      closed = true;
    }
  }
  const work = (item: number, _: number, stop: AbortSignal) => {
    begun.push(item);
    if (item === 2) return settle().then(() => Promise.reject(new Error('two')));
    return new Promise<never>((_resolve, reject) =>
      stop.addEventListener('abort', () => {
        stopped.push(item);
        reject(new Error(`stopped ${item}`));
      }),
    );
  };
  await expect(runBounded(list(), 3, work, signal)).rejects.toThrow('two');
  await settle();
  expect(begun).toEqual([0, 1, 2]);
  expect(stopped).toEqual([0, 1]);
  expect(closed).toBe(true);
});

test('an error of the list is thrown, after the work that has begun', async () => {
  let ended = 0;
  async function* list() {
    yield 1;
    throw new Error('broken list');
  }
  await expect(runBounded(list(), 2, () => settle().then(() => void (ended += 1)), signal)).rejects.toThrow(
    'broken list',
  );
  expect(ended).toBe(1);
});

test('reads the list only as fast as work begins', async () => {
  let read = 0;
  function* list() {
    for (; read < 10; read++) yield read;
  }
  await runBounded(list(), 2, async (item) => expect(read - item).toBeLessThanOrEqual(2), signal);
  expect(read).toBe(10);
});

test('ends with the signal, also when the list hangs', async () => {
  const controller = new AbortController();
  const hanging = { [Symbol.asyncIterator]: () => ({ next: () => new Promise<never>(() => undefined) }) };
  const run = runBounded(hanging, 2, async () => 1, controller.signal);
  controller.abort(new Error('stop'));
  await expect(run).rejects.toThrow('stop');
  await expect(runBounded([1], 1, async () => 1, controller.signal)).rejects.toThrow('stop');
});

test('refuses to work on nothing at a time', async () => {
  await expect(runBounded([1], 0, async () => 1, signal)).rejects.toThrow(RangeError);
});
