import { testSource, patternedBytes } from '@modelferry/testkit';
import { readBeginning, readBytes, type ResponseBody } from '../src/index.ts';

const bodyOf = (bytes: Uint8Array, chunkBytes: number[]) => {
  const source = testSource(bytes, { chunkBytes });
  const body: ResponseBody = {
    [Symbol.asyncIterator]: () => source.open()[Symbol.asyncIterator](),
    cancel: () => undefined,
  };
  return { source, body };
};

test('readBytes gives a body whole, up to its bound to the byte', async () => {
  const bytes = patternedBytes(1_000);
  expect(await readBytes(bodyOf(bytes, [7, 300]).body, 1_000)).toEqual(bytes);
  const { source, body } = bodyOf(bytes, [100]);
  expect(await readBytes(body, 999)).toBeUndefined();
  expect(source.closed).toBe(1);
});

test('readBeginning cuts at its bound, also inside a character, and leaves the rest', async () => {
  const { source, body } = bodyOf(new TextEncoder().encode('売上'.repeat(100)), [5]);
  expect(await readBeginning(body, 7)).toMatch(/^売上/);
  expect(source.givenBytes).toBe(10);
  expect(source.closed).toBe(1);
});
