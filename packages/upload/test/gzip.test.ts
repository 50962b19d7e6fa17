import { collectBytes, patternedBytes, testSource, zerosSource } from '@modelferry/testkit';
import { gunzipSync } from 'node:zlib';
import { gzipBody } from '../src/index.ts';

test('small bodies stay plain', async () => {
  const source = testSource(patternedBytes(2047));
  expect(await gzipBody(source)).toEqual({ source, contentEncoding: undefined });
});

test('ordinary bodies are held: of known length, replayable', async () => {
  const bytes = new TextEncoder().encode('a,b\n'.repeat(10_000));
  const { source, contentEncoding } = await gzipBody(
    testSource(bytes, { name: 'x.csv', chunkBytes: [1000] }),
  );
  expect(contentEncoding).toBe('gzip');
  expect(source).toMatchObject({ name: 'x.csv', replayable: true });
  const packed = await collectBytes(source.open());
  expect(source.length).toBe(packed.length);
  expect(packed.length).toBeLessThan(1000);
  expect(new Uint8Array(gunzipSync(packed))).toEqual(bytes);
});

test('large ones and those of unknown length stream', async () => {
  const large = await gzipBody(zerosSource(9 * 1024 * 1024));
  expect(large.source).toMatchObject({ length: undefined, replayable: true });
  expect(gunzipSync(await collectBytes(large.source.open()))).toHaveLength(9 * 1024 * 1024);
  const unknown = await gzipBody(testSource(patternedBytes(10), { declaredLength: null }));
  expect(gunzipSync(await collectBytes(unknown.source.open()))).toHaveLength(10);
});

test('fails with what its source failed with', async () => {
  const source = testSource(patternedBytes(5000), {
    beforeChunk: () => {
      throw new Error('disk gone');
    },
  });
  await expect(gzipBody(source)).rejects.toThrow('disk gone');
});
