import { walkList, type ListPart } from '../src/index.ts';

/** Reads a whole list out of parts, each at its place. */
async function read(parts: Readonly<Record<string, ListPart<string, string>>>) {
  const places: string[] = [];
  const at = async (place: string) => {
    places.push(place);
    return parts[place] as ListPart<string, string>;
  };
  const entries: string[] = [];
  for await (const entry of walkList('start', at, (one) => one)) entries.push(entry);
  return { entries, places };
}

test('goes from part to part until there is no next one', async () =>
  expect(
    await read({ start: { entries: ['a', 'b'], next: 't1' }, t1: { entries: ['c'], next: undefined } }),
  ).toEqual({ entries: ['a', 'b', 'c'], places: ['start', 't1'] }));

test('gives nothing twice, within a part or across parts', async () =>
  expect(
    (
      await read({
        start: { entries: ['a', 'a', 'b'], next: 't1' },
        t1: { entries: ['b', 'c'], next: undefined },
      })
    ).entries,
  ).toEqual(['a', 'b', 'c']));

test.each([[[]], [['a']]])(
  'a part with nothing new (%j) ends it, whatever is said of a next one',
  async (entries) =>
    expect(
      (await read({ start: { entries: ['a'], next: 't1' }, t1: { entries, next: 't1' } })).places,
    ).toEqual(['start', 't1']),
);

test('reads no further than the caller goes on', async () => {
  let reads = 0;
  const endless = async (place: number) => ({ entries: [String((reads += 1))], next: place + 1 });
  for await (const entry of walkList(0, endless, (one) => one)) if (entry === '3') break;
  expect(reads).toBe(3);
});
