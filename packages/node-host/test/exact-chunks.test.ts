import { exactChunks } from '../src/exact-chunks.ts';

test('the last bytes leave as they were given, though the source fills its buffer anew while it looks for more', async () => {
  const buffer = Buffer.from('abc');
  async function* open() {
    yield buffer;
    buffer.fill('z');
  }
  const source = { length: 3, replayable: false, ranged: false, open };
  const given: string[] = [];
  for await (const chunk of exactChunks(source, new AbortController().signal, () => undefined)) {
    given.push(Buffer.from(chunk).toString());
  }
  expect(given).toEqual(['abc']);
});
