import { tellEndings, type Seen } from '../src/index.ts';

const seen: Seen<string> = {
  things: new Map([
    ['a', 'good'],
    ['b', 'bad'],
    ['c', 'good'],
  ]),
  seen: ['c', 'b', 'a'].map((id, at) => ({ id, madeAtMs: 1_000 - at, hasEnded: true })),
  completeToMs: 1_000,
  lookBackMs: 100,
};
const telling = {
  eventOf: (thing: string) => ({ eventId: thing, output: {} }),
  isWanted: ({ eventId }: { readonly eventId: string }) => eventId === 'good',
};

test('those that are wanted are told, in the order in which they were made, and all count as told', () => {
  const { events, cursor } = tellEndings({ floorMs: 0, open: ['a'], ended: {} }, seen, telling);
  expect(events.map(({ eventId }) => eventId)).toEqual(['good', 'good']);
  expect(cursor).toEqual({ floorMs: 900, open: [], ended: { a: 998, b: 999, c: 1_000 } });
  expect(tellEndings(cursor, seen, telling).events).toEqual([]);
});

test('the first poll tells of none', () => {
  expect(tellEndings(undefined, seen, telling).events).toEqual([]);
});
