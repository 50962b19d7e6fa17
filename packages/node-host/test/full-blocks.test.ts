import fc from 'fast-check';
import { patternedBytes, testSource } from '@modelferry/testkit';
import { fullBlocks } from '../src/full-blocks.ts';

const never = new AbortController().signal;
const blockBytes = 1_000;

test('cuts by count alone, and says what came before and which is the last', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 5_000 }),
      fc.array(fc.integer({ min: 1, max: 3_000 }), { minLength: 1, maxLength: 5 }),
      async (length, chunkBytes) => {
        const bytes = patternedBytes(length);
        const cut = [];
        for await (const block of fullBlocks(testSource(bytes, { chunkBytes }).open(), blockBytes, never)) {
          cut.push(block);
        }
        expect(Buffer.concat(cut.map((block) => block.bytes)).equals(bytes)).toBe(true);
        expect(cut.map((block) => block.last)).toEqual(cut.map((_, index) => index === cut.length - 1));
        expect(cut.slice(0, -1).every((block) => block.bytes.length === blockBytes)).toBe(true);
        expect(cut).toHaveLength(Math.max(1, Math.ceil(length / blockBytes)));
        expect(cut.map((block) => block.before)).toEqual([
          new Uint8Array(),
          ...cut.slice(0, -1).map((block) => block.bytes),
        ]);
      },
    ),
  );
});

test('closes the body when its reader leaves', async () => {
  const source = testSource(patternedBytes(10_000), { chunkBytes: [1_500] });
  for await (const block of fullBlocks(source.open(), blockBytes, never)) {
    if (block.bytes.length > 0) break;
  }
  expect(source.closed).toBe(1);
});
