import { collectBytes, patternedBytes, testSource } from '@modelferry/testkit';
import fc from 'fast-check';
import { bytesSource, storedZip, storedZipBytes, type ZipEntry } from '../../src/index.ts';
import { hasPython, hasUnzip, pythonRead, unzipTest } from './unzip-with.ts';

const unzips = hasUnzip ? test : test.skip;
const pythons = hasPython ? test : test.skip;

const entry = (path: string, bytes: Uint8Array, chunkBytes?: number[]): ZipEntry => ({
  path,
  source: testSource(bytes, { name: path, chunkBytes }),
});
const sample = [
  entry('train_src/売上 2026.csv', patternedBytes(200_000), [10_000]),
  entry('eval_src/eval.csv', patternedBytes(65_535)),
  entry('empty.csv', new Uint8Array()),
];

test('has the length it promised, for any entries in any chunks', async () => {
  const sizes = fc.oneof(
    fc.nat(300),
    fc.constantFrom(0, 65_534, 65_535, 65_536, 131_070, 131_071),
    fc.nat(300_000),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(sizes, { maxLength: 4 }),
      fc.integer({ min: 500, max: 100_000 }),
      async (lengths, chunk) => {
        const zip = storedZip(
          'a.zip',
          lengths.map((length, n) => entry(`f${n}.csv`, patternedBytes(length), [chunk])),
        );
        expect((await collectBytes(zip.open())).length).toBe(zip.length);
      },
    ),
    { numRuns: 25 },
  );
});

unzips('unzip -t finds nothing wrong (needs unzip)', async () => {
  const said = unzipTest(await collectBytes(storedZip('a.zip', sample).open()));
  expect(said).toMatch(/No errors detected/);
  expect(said).toMatch(/eval_src\/eval\.csv\s+OK/);
});

pythons('Python reads the same names and bytes (needs python3)', async () => {
  const read = pythonRead(await collectBytes(storedZip('a.zip', sample).open()));
  expect(read.map(({ name }) => name)).toEqual(sample.map(({ path }) => path));
  for (const [index, { source }] of sample.entries()) {
    expect(Buffer.from(read[index]!.data, 'base64')).toEqual(Buffer.from(await collectBytes(source.open())));
  }
});

pythons('is right for any sizes and chunks (needs python3)', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array({ maxLength: 2_000, size: 'max' }), { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 1, max: 700 }),
      async (files, chunk) => {
        const zip = storedZip(
          'a.zip',
          files.map((bytes, n) => entry(`f${n}`, bytes, [chunk])),
        );
        const read = pythonRead(await collectBytes(zip.open()));
        expect(read.map(({ data }) => Buffer.from(data, 'base64'))).toEqual(
          files.map((bytes) => Buffer.from(bytes)),
        );
      },
    ),
    { numRuns: 4 },
  );
});

test('is the same at every opening, and replayable only if its entries are', async () => {
  const zip = storedZip('a.zip', sample);
  expect(zip).toMatchObject({ replayable: true, contentType: 'application/zip' });
  expect(await collectBytes(zip.open())).toEqual(await collectBytes(zip.open()));
  const once = testSource(patternedBytes(10), { replayable: false });
  expect(storedZip('a.zip', [{ path: 'a', source: once }]).replayable).toBe(false);
});

test('fails when an entry changed meanwhile, naming both numbers', async () => {
  const shrunk = testSource(patternedBytes(90), { name: 'sales.csv', declaredLength: 100 });
  await expect(
    collectBytes(storedZip('a.zip', [{ path: 'a', source: shrunk }]).open()),
  ).rejects.toMatchObject({
    code: 'source-mismatch',
    message: expect.stringMatching(/100 bytes, and only 90/),
  });
});

test('refuses an entry of unknown length', () => {
  const unknown = testSource(patternedBytes(9), { declaredLength: null });
  expect(() => storedZip('a.zip', [{ path: 'a', source: unknown }])).toThrow(/length is not known/);
});

test('refuses one path twice', () => {
  const one = entry('a.csv', new Uint8Array(1));
  expect(() => storedZip('a.zip', [one, one])).toThrow(/twice/);
});

test.each(['', '/a', 'a/../b', '..', './a', 'a//b', 'a/', 'a\\b', 'C:/a', 'a\nb', 'a\u0000b', '\uD800'])(
  'refuses the path %j',
  (path) => {
    expect(() => storedZip('a.zip', [entry(path, new Uint8Array(1))])).toThrow(
      /cannot be a name inside an archive/,
    );
  },
);

unzips('more than 65,535 entries take the 64-bit end record (needs unzip)', async () => {
  const one = bytesSource('x', new Uint8Array(1));
  const zip = storedZip(
    'a.zip',
    Array.from({ length: 66_000 }, (_, n) => ({ path: `f${n}`, source: one })),
  );
  const archive = await collectBytes(zip.open());
  expect(archive.length).toBe(zip.length);
  expect(unzipTest(archive)).toMatch(/No errors detected/);
});

test('the length formula holds where 64 bits begin', () => {
  const gib = 2 ** 30;
  const one = (bytes: number) => storedZipBytes([{ nameBytes: 5, bytes }]);
  const blocks = (bytes: number) => 5 * Math.ceil(bytes / 65_535);
  const small = 30 + 5 + 16 + 46 + 5 + 22;
  expect(one(gib) - gib - blocks(gib)).toBe(small);
  // 20 more in the local header, 8 in the descriptor, 20 in the directory, 76 at the end
  expect(one(5 * gib) - 5 * gib - blocks(5 * gib)).toBe(small + 20 + 8 + 20 + 76);
  // The second entry begins beyond 4 GiB: one 64-bit offset in the directory
  const two = storedZipBytes([
    { nameBytes: 5, bytes: 5 * gib },
    { nameBytes: 5, bytes: 0 },
  ]);
  expect(two - one(5 * gib)).toBe(30 + 5 + 5 + 16 + 46 + 5 + 12);
});
