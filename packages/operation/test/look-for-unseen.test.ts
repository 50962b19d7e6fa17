import { lookForUnseen, type TrackingCursor } from '../src/index.ts';

const watching = (open: readonly string[]): TrackingCursor => ({ floorMs: 0, open: [...open], ended: {} });

test('only what no list has shown is asked for; what is there is added, what is not is told', async () => {
  const things = new Map([['a', 'listed']]);
  const asked: string[] = [];
  const gone = await lookForUnseen(watching(['a', 'b', 'c']), things, async (id) => {
    asked.push(id);
    return id === 'b' ? 'asked for' : undefined;
  });
  expect({ asked, gone }).toEqual({ asked: ['b', 'c'], gone: ['c'] });
  expect([...things]).toEqual([
    ['a', 'listed'],
    ['b', 'asked for'],
  ]);
});

test('at most 200 in one poll, and none in the first', async () => {
  const things = new Map<string, string>();
  const ids = Array.from({ length: 1_000 }, (_, at) => String(at));
  await lookForUnseen(watching(ids), things, async (id) => id);
  expect([...things.keys()]).toEqual(ids.slice(0, 200));
  expect(await lookForUnseen(undefined, new Map(), async (id) => id)).toEqual([]);
});
