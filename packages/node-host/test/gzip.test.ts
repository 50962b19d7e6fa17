import { execFileSync, spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { crc32, gunzipSync } from 'node:zlib';
import { collectBytes, testSource } from '@modelferry/testkit';
import { gzipBody } from '@modelferry/upload';
import { parallelDeflater } from '../src/index.ts';
import { noise } from './support/noise.ts';
import { tempFolder } from './support/temp-folder.ts';

const temp = tempFolder();
const gzips = spawnSync('gzip', ['--version']).status === 0 ? test : test.skip;
const table = Buffer.from(
  Array.from({ length: 500_000 }, (_, id) => `${id},2026-11-22,${(id * 7919) % 10_007}\r\n`).join(''),
);
const packed = async (bytes: Uint8Array) => {
  const source = testSource(bytes, { chunkBytes: [65_537] });
  const body = await gzipBody(source, { deflater: parallelDeflater(), crc32 });
  return { ...body, bytes: Buffer.from(await collectBytes(body.source.open())) };
};

test.each([2_048, 16_385, 300_000, 2_000_000])(
  '%i bytes: of known length, and replayable',
  async (length) => {
    const { source, bytes } = await packed(table.subarray(0, length));
    expect(source).toMatchObject({ length: bytes.length, replayable: true });
    expect(Buffer.compare(gunzipSync(bytes), table.subarray(0, length))).toBe(0);
  },
);

gzips('gzip -t finds nothing wrong, with rows and with what cannot be compressed (needs gzip)', async () => {
  for (const input of [table, noise(9_000_000)]) {
    const path = temp.path('body.gz');
    await writeFile(path, (await packed(input)).bytes);
    execFileSync('gzip', ['-t', path]);
    expect(execFileSync('gzip', ['-dc', path], { maxBuffer: 1 << 28 }).equals(input)).toBe(true);
  }
});

test('the same body is the same bytes', async () => {
  const [first, second] = [await packed(table), await packed(table)];
  expect(first.bytes.equals(second.bytes)).toBe(true);
});
