import { collectBytes, patternedBytes, testSource } from '@modelferry/testkit';
import { createDeflateRaw } from 'node:zlib';
import { pipeline, Readable } from 'node:stream';
import { deflatedZip, type Deflater, type ZipEntry } from '../../src/index.ts';
import { hasPython, hasUnzip, pythonRead, unzipTest } from './unzip-with.ts';

const unzips = hasUnzip ? test : test.skip;
const pythons = hasPython ? test : test.skip;
const { signal } = new AbortController();
const text = new TextEncoder().encode('a,b\n1,2\n'.repeat(20_000));

const entries: ZipEntry[] = [
  { path: 'train_src/売上.csv', source: testSource(text, { chunkBytes: [10_000] }) },
  { path: 'eval_src/noise.bin', source: testSource(patternedBytes(100_000), { declaredLength: null }) },
  { path: 'empty', source: testSource(new Uint8Array()) },
];
const modesOf = (zip: Uint8Array) => {
  const bytes = Buffer.from(zip);
  return [...bytes.toString('latin1').matchAll(/PK\x01\x02/g)].map(({ index }) =>
    (bytes.readUInt32LE(index + 38) >>> 16).toString(8),
  );
};
const nodeDeflater: Deflater = (bytes) =>
  pipeline(Readable.from(bytes), createDeflateRaw({ level: 1 }), () => undefined);

describe.each([
  ['the platform', undefined],
  ['a deflater of the host', nodeDeflater],
])('by %s', (_, deflater) => {
  const make = () => collectBytes(deflatedZip(entries, { signal, deflater }));

  unzips('unzip -t finds nothing wrong, also where a length was not known (needs unzip)', async () => {
    const said = unzipTest(await make());
    expect(said).toMatch(/No errors detected/);
    expect(said).toMatch(/noise\.bin\s+OK/);
  });

  pythons('Python reads the same names and bytes (needs python3)', async () => {
    const read = pythonRead(await make());
    expect(read.map(({ name, size }) => [name, size])).toEqual([
      ['train_src/売上.csv', text.length],
      ['eval_src/noise.bin', 100_000],
      ['empty', 0],
    ]);
    expect(Buffer.from(read[0]!.data, 'base64')).toEqual(Buffer.from(text));
    expect(Buffer.from(read[1]!.data, 'base64')).toEqual(Buffer.from(patternedBytes(100_000)));
  });

  test('is smaller than what is in it', async () => {
    expect((await make()).length).toBeLessThan(105_000);
  });

  test('fails with what its source failed with', async () => {
    const shrunk = testSource(text, {
      name: 'sales.csv',
      declaredLength: text.length + 1,
      chunkBytes: [1000],
    });
    const made = collectBytes(deflatedZip([{ path: 'a', source: shrunk }], { signal, deflater }));
    await expect(made).rejects.toMatchObject({ code: 'source-mismatch' });
  });
});

test('stops on request, and closes its source', async () => {
  const controller = new AbortController();
  const beforeChunk = (given: number) => {
    if (given > 50_000) controller.abort(new Error('stop'));
  };
  const source = testSource(text, { chunkBytes: [10_000], beforeChunk });
  await expect(
    collectBytes(deflatedZip([{ path: 'a', source }], { signal: controller.signal })),
  ).rejects.toThrow('stop');
  expect(source.closed).toBe(1);
});

test('closes its source when its reader leaves', async () => {
  const source = testSource(patternedBytes(1_000_000), { chunkBytes: [10_000] });
  let chunks = 0;
  for await (const chunk of deflatedZip([{ path: 'a', source }], { signal })) {
    if (chunk.length > 0 && ++chunks === 2) break;
  }
  for (let turn = 0; turn < 50 && source.closed === 0; turn++)
    await new Promise((resolve) => setTimeout(resolve, 5));
  expect(source.closed).toBe(1);
  expect(source.givenBytes).toBeLessThan(1_000_000);
});

test('refuses one path twice and paths that lead elsewhere', () => {
  const source = testSource(text);
  expect(() => deflatedZip([{ path: '../a', source }], { signal })).toThrow(/leads to another folder/);
  expect(() =>
    deflatedZip(
      [
        { path: 'a', source },
        { path: 'a', source },
      ],
      { signal },
    ),
  ).toThrow(/twice/);
});

test('what its owner may run may be run once it is unpacked', async () => {
  const source = testSource(text);
  const zip = deflatedZip(
    [
      { path: 'run.sh', source, isExecutable: true },
      { path: 'read.md', source },
    ],
    { signal },
  );
  expect(modesOf(await collectBytes(zip))).toEqual(['100755', '100644']);
});
