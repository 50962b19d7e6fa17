import { createDeflateRaw, gunzipSync } from 'node:zlib';
import { pipeline, Readable } from 'node:stream';
import { collectBytes, patternedBytes, testSource } from '@modelferry/testkit';
import { gzipStream } from '../src/gzip-stream.ts';
import { platformDeflater, type Deflater } from '../src/index.ts';

const { signal } = new AbortController();
const nodeDeflater: Deflater = (bytes) =>
  pipeline(Readable.from(bytes), createDeflateRaw({ level: 1 }), () => undefined);

test.each([0, 1, 100_000])('%i bytes can be unpacked, by whichever deflater', async (length) => {
  const bytes = patternedBytes(length);
  for (const deflater of [platformDeflater, nodeDeflater]) {
    const source = testSource(bytes, { chunkBytes: [30_000] });
    const packed = await collectBytes(gzipStream(source.open(), { deflater, signal }));
    expect(Buffer.compare(gunzipSync(packed), bytes)).toBe(0);
  }
});

test('a wrong sum is noticed: the trailer counts', async () => {
  const wrong = { deflater: platformDeflater, crc32: () => 1, signal };
  const packed = await collectBytes(gzipStream(testSource(patternedBytes(100)).open(), wrong));
  expect(() => gunzipSync(packed)).toThrow(/incorrect data check/);
});

test('the same bytes make the same stream', async () => {
  const make = () =>
    collectBytes(
      gzipStream(testSource(patternedBytes(5_000)).open(), { deflater: platformDeflater, signal }),
    );
  expect(await make()).toEqual(await make());
});

test('fails with what its source failed with', async () => {
  const source = testSource(patternedBytes(5_000), {
    beforeChunk: () => Promise.reject(new Error('disk gone')),
  });
  const failed = collectBytes(gzipStream(source.open(), { deflater: platformDeflater, signal }));
  await expect(failed).rejects.toThrow('disk gone');
});
