import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { collectBytes, patternedBytes, testSource } from '@modelferry/testkit';
import { zipForUpload } from '@modelferry/upload';
import { parallelDeflater, tempScratch } from '../src/index.ts';
import { noise } from './support/noise.ts';
import { eventually, openDescriptors } from './support/open-descriptors.ts';
import { tempFolder } from './support/temp-folder.ts';

const temp = tempFolder();
const never = new AbortController().signal;
const answers = (command: string, ...args: string[]) => spawnSync(command, args).status === 0;
const unzips = answers('unzip', '-v') ? test : test.skip;
const pythons = answers('python3', '-c', 'import zipfile') ? test : test.skip;

/** Rows that differ: what compresses as tables do. */
const rows = Buffer.from(
  Array.from({ length: 60_000 }, (_, id) => `${id},2026-11-${id % 28},${(id * 7919) % 10_007}\r\n`).join(''),
);
const deflated = (bytes: Uint8Array, { level = 1, chunkBytes = [65_536] } = {}) =>
  collectBytes(parallelDeflater({ level })(testSource(bytes, { chunkBytes }).open(), never));

test('whatever goes in comes out, in whatever chunks it goes in, and always as the same bytes', async () => {
  const most = 1_200_000;
  const mixed = Buffer.concat([rows.subarray(0, most / 2), noise(most / 2)]);
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.constantFrom(0, 1, 16_384, 16_385, 524_287, 524_288, 524_289, 1_048_576),
        fc.integer({ min: 0, max: most }),
      ),
      fc.array(fc.integer({ min: 500, max: 400_000 }), { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 1, max: 9 }),
      async (length, chunkBytes, level) => {
        const bytes = mixed.subarray(most / 2 - length / 2, most / 2 + length / 2);
        const packed = await deflated(bytes, { level, chunkBytes });
        expect(Buffer.compare(inflateRawSync(packed), bytes)).toBe(0);
        expect(Buffer.compare(packed, await deflated(bytes, { level }))).toBe(0);
      },
    ),
    { numRuns: 40 },
  );
});

test.each([1, 6])('is at most 0.1 %% larger than deflate in one piece, at level %i', async (level) => {
  const packed = await deflated(rows, { level });
  expect(packed.length).toBeLessThanOrEqual(deflateRawSync(rows, { level }).length * 1.001);
});

test('refuses a level that there is not', () => {
  for (const level of [0, 10, 1.5, Number.NaN]) expect(() => parallelDeflater({ level })).toThrow(RangeError);
});

test('throws what reading the body throws, and lets go of it', async () => {
  const source = testSource(rows, {
    chunkBytes: [100_000],
    beforeChunk: (given) => (given > 600_000 ? Promise.reject(new Error('disk gone')) : undefined),
  });
  await expect(collectBytes(parallelDeflater()(source.open(), never))).rejects.toThrow('disk gone');
  expect(source.closed).toBe(1);
});

test.each([
  ['hangs', () => new Promise<void>(() => undefined)],
  ['is slow', () => wait(10)],
])('ends within a second of the request to stop, also when the body %s', async (_, beforeChunk) => {
  const stop = new AbortController();
  setTimeout(() => stop.abort(new Error('stopped by the test')), 100);
  const source = testSource(rows, { chunkBytes: [1_000], beforeChunk });
  const startedAt = performance.now();
  const stopped = collectBytes(parallelDeflater()(source.open(), stop.signal));
  await expect(stopped).rejects.toThrow('stopped by the test');
  expect(performance.now() - startedAt).toBeLessThan(1_100);
});

test('closes the body when its reader leaves', async () => {
  const source = testSource(noise(5_000_000), { chunkBytes: [100_000] });
  for await (const chunk of parallelDeflater()(source.open(), never)) if (chunk.length > 0) break;
  await eventually(() => source.closed === 1);
  expect(source.givenBytes).toBeLessThan(5_000_000);
});

describe('an archive made with it, in a temporary file', () => {
  const entries = [
    { path: 'train_src/売上.csv', source: testSource(rows, { chunkBytes: [100_000] }) },
    { path: 'eval_src/noise.bin', source: testSource(patternedBytes(300_000), { declaredLength: null }) },
    { path: 'empty', source: testSource(new Uint8Array()) },
  ];
  const make = async (signal = never, folder = temp.path()) =>
    zipForUpload({
      ...{ name: 'a.zip', entries, compression: 'deflate', crc32, signal },
      ...{ deflater: parallelDeflater(), scratch: tempScratch(folder) },
    });
  const asFile = async (name: string) => {
    const { source, dispose } = await make();
    await writeFile(temp.path(name), await collectBytes(source.open()));
    await dispose();
    return temp.path(name);
  };

  unzips('unzip -t finds nothing wrong (needs unzip)', async () => {
    const said = execFileSync('unzip', ['-t', await asFile('unzip.zip')], { encoding: 'utf8' });
    expect(said).toMatch(/No errors detected/);
  });

  pythons('Python reads the same names and bytes (needs python3)', async () => {
    const script = `
import sys, zipfile, zlib
with zipfile.ZipFile(sys.argv[1]) as z:
    assert z.testzip() is None
    print([(i.filename, zlib.crc32(z.read(i))) for i in z.infolist()])`;
    const said = execFileSync('python3', ['-c', script, await asFile('python.zip')], { encoding: 'utf8' });
    expect(said).toContain(`('train_src/売上.csv', ${crc32(rows)})`);
    expect(said).toContain(`('eval_src/noise.bin', ${crc32(patternedBytes(300_000))})`);
  });

  test('leaves nothing behind when it is stopped', async () => {
    const folder = await mkdtemp(temp.path('stopped-'));
    const stop = new AbortController();
    setTimeout(() => stop.abort(new Error('stopped by the test')), 5);
    await expect(make(stop.signal, folder)).rejects.toThrow('stopped by the test');
    expect(await readdir(folder)).toEqual([]);
    expect(openDescriptors().filter((held) => held.startsWith(folder))).toEqual([]);
  });
});
