import { collectBytes, patternedBytes, testSource, zerosSource } from '@modelferry/testkit';
import { gunzipSync } from 'node:zlib';
import { crc32, gzipBody, platformDeflater } from '../src/index.ts';

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

test('uses a deflater and a checksum of the host', async () => {
  const used: string[] = [];
  const bytes = patternedBytes(50_000);
  const { source } = await gzipBody(testSource(bytes), {
    deflater: (chunks, signal) => {
      used.push('deflater');
      return platformDeflater(chunks, signal);
    },
    crc32: (chunk, previous) => {
      used.push('crc32');
      return crc32(chunk, previous);
    },
  });
  expect(new Set(used)).toEqual(new Set(['deflater', 'crc32']));
  expect(new Uint8Array(gunzipSync(await collectBytes(source.open())))).toEqual(bytes);
});

test('stops on request', async () => {
  const stop = new AbortController();
  const source = testSource(patternedBytes(50_000), {
    chunkBytes: [1_000],
    beforeChunk: (given) => {
      if (given > 20_000) stop.abort(new Error('stop'));
    },
  });
  await expect(gzipBody(source, { signal: stop.signal })).rejects.toThrow('stop');
});
