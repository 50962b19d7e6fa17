import { collect } from '@modelferry/operation';
import type { Page } from '../src/index.ts';
import { listAll } from '../src/client/list-all.ts';

interface Entry {
  readonly id: string;
}

const entriesOf = (count: number): Entry[] => Array.from({ length: count }, (_, at) => ({ id: `e${at}` }));

/** A list of so many entries, and the offsets it was asked for. */
function listOf(count: number, isMore = (end: number) => end < count) {
  const offsets: number[] = [];
  const all = entriesOf(count);
  const read = async ({ offset, limit }: { readonly offset: number; readonly limit: number }) => {
    offsets.push(offset);
    const entries = all.slice(offset, offset + limit);
    const page: Page<Entry> = { entries, more: isMore(offset + entries.length), total: count };
    return page;
  };
  return { read, offsets };
}

test.each([0, 1, 99, 100, 101, 250])('reads a list of %i entries to its end', async (count) => {
  const { read } = listOf(count);
  expect(await collect(listAll(read), { returnAll: true, limit: 1 })).toEqual(entriesOf(count));
});

test('reads no more than is wanted', async () => {
  const { read, offsets } = listOf(250);
  expect(await collect(listAll(read), { returnAll: false, limit: 100 })).toHaveLength(100);
  expect(offsets).toEqual([0]);
});

test('ends where nothing new comes, whatever is said of more', async () => {
  const { read, offsets } = listOf(120, () => true);
  expect(await collect(listAll(read), { returnAll: true, limit: 1 })).toHaveLength(120);
  expect(offsets).toEqual([0, 100, 120]);
});
