import { setTimeout as wait } from 'node:timers/promises';
import { inOrder } from '../src/in-order.ts';

const never = new AbortController().signal;

async function* upTo(end: number, on: { fetched?: (item: number) => void; closed?: () => void } = {}) {
  try {
    for (let item = 0; item < end; item++) {
      on.fetched?.(item);
      yield item;
    }
  } finally {
    on.closed?.();
  }
}

const all = async <T>(results: AsyncIterable<T>): Promise<T[]> => {
  const list: T[] = [];
  for await (const result of results) list.push(result);
  return list;
};

test('gives results in order, whichever is ready first, and works on no more at a time than it may', async () => {
  let [working, most] = [0, 0];
  const work = async (item: number) => {
    most = Math.max(most, (working += 1));
    await wait(item % 3 === 0 ? 6 : 1);
    working -= 1;
    return item * 2;
  };
  expect(await all(inOrder(upTo(20), { atOnce: 3, begun: 5 }, work, never))).toEqual(
    Array.from({ length: 20 }, (_, item) => item * 2),
  );
  expect(most).toBe(3);
});

test('fetches one item more than it begins, however slow its reader is', async () => {
  let fetched = 0;
  const items = upTo(50, { fetched: (item) => (fetched = item + 1) });
  let given = 0;
  for await (const _ of inOrder(items, { atOnce: 2, begun: 3 }, async (item) => item, never)) {
    given += 1;
    await wait(1);
    expect(fetched - given).toBeLessThanOrEqual(3 + 1);
  }
  expect(given).toBe(50);
});

test.each([
  ['fetching', (item: number) => item === 5, () => false],
  ['working', () => false, (item: number) => item === 5],
])('throws what %s throws, and closes the items', async (_, fetchFails, workFails) => {
  let closed = 0;
  const throwIf = (fails: boolean) => {
    if (fails) throw new Error('broken');
  };
  const items = upTo(50, { fetched: (item) => throwIf(fetchFails(item)), closed: () => (closed += 1) });
  const work = async (item: number) => throwIf(workFails(item));
  await expect(all(inOrder(items, { atOnce: 3, begun: 5 }, work, never))).rejects.toThrow('broken');
  expect(closed).toBe(1);
});

test('goes on with later items while the oldest takes its time, as far as it may', async () => {
  let finish: () => void = () => undefined;
  const oldest = new Promise<void>((resolve) => (finish = resolve));
  const begun: number[] = [];
  const work = async (item: number) => {
    begun.push(item);
    if (item === 0) await oldest;
    return item;
  };
  const given = all(inOrder(upTo(6), { atOnce: 2, begun: 4 }, work, never));
  await wait(20);
  expect(begun).toEqual([0, 1, 2, 3]);
  finish();
  expect(await given).toEqual([0, 1, 2, 3, 4, 5]);
});

test.each([
  ['all that may be begun are', { atOnce: 3, begun: 3 }],
  ['all that may be worked on are', { atOnce: 2, begun: 5 }],
])('ends on request while the work hangs and %s, and closes the items', async (_, limits) => {
  let closed = 0;
  const items = upTo(50, { closed: () => (closed += 1) });
  const stop = new AbortController();
  setTimeout(() => stop.abort(new Error('stopped by the test')), 20);
  const hanging = inOrder(items, limits, () => new Promise(() => undefined), stop.signal);
  await expect(all(hanging)).rejects.toThrow('stopped by the test');
  expect(closed).toBe(1);
});
