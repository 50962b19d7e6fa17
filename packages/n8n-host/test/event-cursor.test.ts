import type { IDataObject } from 'n8n-workflow';
import { eventCursor } from '../src/trigger/event-cursor.ts';

/** Numbers that were seen; what overlapping polls know is joined. */
const trigger = {
  merge: ({ stored, next }: { readonly stored: unknown; readonly next: unknown }) => [
    ...new Set([...(stored as number[]), ...(next as number[])]),
  ],
};

let data: IDataObject = {};
beforeEach(() => {
  data = {};
});
const begin = (fingerprint = 'a') => eventCursor(() => data, trigger, fingerprint);

test('there is none at first, then the one that was kept', () => {
  const first = begin();
  expect(first.base).toBeUndefined();
  first.keep([1]);
  expect(begin().base).toEqual([1]);
});

test('what was begun with does not change under a poll', () => {
  begin().keep([1]);
  const slow = begin();
  begin().keep([1, 2]);
  expect(slow.base).toEqual([1]);
});

test('polls that overlap keep what each of them knows', () => {
  begin().keep([1]);
  const [slow, fast] = [begin(), begin()];
  fast.keep([1, 2]);
  slow.keep([1, 3]);
  expect(begin().base).toEqual([1, 2, 3]);
});

test('other inputs begin anew', () => {
  begin('a').keep([1]);
  const changed = begin('b');
  expect(changed.base).toBeUndefined();
  changed.keep([7]);
  expect(begin('b').base).toEqual([7]);
});

test('a poll that began with other inputs than those of now leaves nothing behind', () => {
  begin('a').keep([1]);
  const slow = begin('a');
  begin('b').keep([7]);
  slow.keep([1, 2]);
  expect(begin('b').base).toEqual([7]);
});

test('a poll that fails keeps nothing', () => {
  begin().keep([1]);
  begin();
  expect(begin().base).toEqual([1]);
});

test('what else is in the static data stays', () => {
  data = { other: 1 };
  begin().keep([1]);
  expect(data).toMatchObject({ other: 1 });
});

test('static data that n8n gives to each poll anew are read when they are written', () => {
  const copies: IDataObject[] = [];
  const poll = eventCursor(() => copies[copies.push({}) - 1] ?? {}, trigger, 'a');
  poll.keep([1]);
  expect(copies.at(-1)).toEqual({ modelferryEvents: { fingerprint: 'a', cursor: [1] } });
});
