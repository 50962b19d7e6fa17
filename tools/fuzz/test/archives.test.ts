import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { isInputError } from '@modelferry/http';
import { collectBytes, testSource } from '@modelferry/testkit';
import { deflatedZip, entryName, storedZip, type ZipEntry } from '@modelferry/upload';
import * as fc from 'fast-check';
import { fromBufferPromise } from 'yauzl';
import { strangeTexts } from '../src/strange-texts.ts';

const anyPath = fc
  .array(
    fc.oneof(
      fc.constantFrom('a', '日本', 'x y', 'é', '-r', '*', '%', ...strangeTexts),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((segments) => segments.join('/'));

const anyFiles = fc.uniqueArray(
  fc.record({
    path: anyPath,
    bytes: fc.uint8Array({ maxLength: 3_000, size: 'max' }),
    chunk: fc.integer({ min: 1, max: 900 }),
  }),
  { selector: ({ path }) => path, minLength: 1, maxLength: 6 },
);

const isTaken = (path: string): boolean => {
  try {
    return entryName(path).length > 0;
  } catch (error) {
    if (isInputError(error)) return false;
    throw error;
  }
};

interface Read {
  readonly path: string;
  readonly bytes: Buffer;
}

/** As a reader does that shares no code with our writer: sizes and checksums are proven by it. */
async function readIndependently(archive: Uint8Array): Promise<Read[]> {
  const zip = await fromBufferPromise(Buffer.from(archive), { strictFileNames: true });
  const found: Read[] = [];
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    found.push({ path: entry.fileName, bytes: Buffer.concat(chunks) });
  }
  return found;
}

const { signal } = new AbortController();
const writers: readonly (readonly [string, (entries: readonly ZipEntry[]) => AsyncIterable<Uint8Array>])[] = [
  ['stored', (entries) => storedZip('a.zip', entries).open()],
  ['deflated', (entries) => deflatedZip(entries, { signal })],
];

describe.each(writers)('a %s archive', (_, write) => {
  test('holds what it was given, whatever the names, sizes and chunks', async () => {
    await fc.assert(
      fc.asyncProperty(anyFiles, async (files) => {
        const taken = files.filter(({ path }) => isTaken(path));
        const entries = taken.map(({ path, bytes, chunk }) => ({
          path,
          source: testSource(bytes, { name: 'f', chunkBytes: [chunk] }),
        }));
        const read = await readIndependently(await collectBytes(write(entries)));
        expect(read).toEqual(taken.map(({ path, bytes }) => ({ path, bytes: Buffer.from(bytes) })));
      }),
      { seed: 1, numRuns: 150 },
    );
  });
});

test('a name that an archive takes leads to no other folder', () => {
  fc.assert(
    fc.property(anyPath, (path) => {
      if (!isTaken(path)) return;
      expect(posix.join('/target', path).startsWith('/target/')).toBe(true);
      expect(path).not.toMatch(/[\\\p{Cc}]|^[A-Za-z]:/u);
    }),
    { seed: 1, numRuns: 3_000 },
  );
});

const unzips = spawnSync('unzip', ['-v']).status === 0 ? test : test.skip;

unzips('unpacked, it stays in its folder (needs unzip)', async () => {
  const paths = strangeTexts.filter((path) => path.length < 200 && isTaken(path));
  const entries = paths.map((path, at) => ({ path: `${at}/${path}`, source: testSource(new Uint8Array(9)) }));
  const folder = mkdtempSync(join(tmpdir(), 'modelferry-archive-'));
  try {
    writeFileSync(join(folder, 'a.zip'), await collectBytes(storedZip('a.zip', entries).open()));
    execFileSync('unzip', ['-q', 'a.zip', '-d', 'out'], {
      cwd: folder,
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    });
    expect(readdirSync(folder).sort()).toEqual(['a.zip', 'out']);
    const files = readdirSync(join(folder, 'out'), { recursive: true, encoding: 'utf8' });
    expect(files.filter((file) => statSync(join(folder, 'out', file)).isFile())).toHaveLength(entries.length);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
