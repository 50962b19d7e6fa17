import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileSink } from '../src/index.ts';
import { patternedBytes, sinkContract, testSource } from '@modelferry/testkit';
import { openDescriptors } from './support/open-descriptors.ts';
import { tempFolder } from './support/temp-folder.ts';

const temp = tempFolder();
const never = new AbortController().signal;
const contentType = 'application/zip';
const newFolder = () => mkdtemp(temp.path('sink-'));

sinkContract('fileSink', async () => {
  const folder = await newFolder();
  return {
    sink: fileSink(folder),
    read: async ({ location }) => new Uint8Array(await readFile(location)),
    leftovers: async () => [
      ...(await readdir(folder)),
      ...openDescriptors().filter((held) => held.startsWith(folder)),
    ],
    close: () => rm(folder, { recursive: true }),
  };
});

test('makes the folder, and puts the file where it says', async () => {
  const folder = join(await newFolder(), 'not', 'there', 'yet');
  const body = testSource(patternedBytes(10)).open();
  const saved = await fileSink(folder).save({ name: 'a.bin', contentType, body }, never);
  expect(saved.location).toBe(join(folder, 'a.bin'));
  expect(await readdir(folder)).toEqual(['a.bin']);
});

test('shows the file under its name only when it is whole, and the old one until then', async () => {
  const folder = await newFolder();
  const path = join(folder, 'model.bin');
  await writeFile(path, 'the old one');
  const seen: string[] = [];
  const body = testSource(patternedBytes(3_000_000), {
    chunkBytes: [700_001],
    beforeChunk: async () => void seen.push(await readFile(path, 'utf8')),
  }).open();
  await fileSink(folder).save({ name: 'model.bin', contentType, length: 3_000_000, body }, never);
  expect(new Set(seen)).toEqual(new Set(['the old one']));
  expect(await readFile(path)).toHaveLength(3_000_000);
});

test('leaves the old file as it was when the new one breaks off', async () => {
  const folder = await newFolder();
  await writeFile(join(folder, 'model.bin'), 'the old one');
  const body = testSource(patternedBytes(2_000_000), { chunkBytes: [500_000] }).open();
  const file = { name: 'model.bin', contentType, length: 3_000_000, body };
  const failed = fileSink(folder).save(file, never);
  await expect(failed).rejects.toMatchObject({ code: 'source-mismatch' });
  await expect(failed).rejects.toThrow(/3000000.*2000000/);
  expect(await readdir(folder)).toEqual(['model.bin']);
  expect(await readFile(join(folder, 'model.bin'), 'utf8')).toBe('the old one');
});

test('replaces a link instead of writing through it', async () => {
  const folder = await newFolder();
  const outside = temp.path('outside');
  await writeFile(outside, 'not yours');
  await symlink(outside, join(folder, 'a.bin'));
  const body = testSource(patternedBytes(10)).open();
  await fileSink(folder).save({ name: 'a.bin', contentType, body }, never);
  expect(await readFile(outside, 'utf8')).toBe('not yours');
  expect(await readFile(join(folder, 'a.bin'))).toHaveLength(10);
});

test.each(['..', '.', '', '../x', 'a/b', 'a\\b', '/etc/x', 'a\0b'])('refuses the name %j', async (name) => {
  const folder = await newFolder();
  const body = testSource(patternedBytes(10)).open();
  const failed = fileSink(folder).save({ name, contentType, body }, never);
  await expect(failed).rejects.toMatchObject({ code: 'invalid-input', remedy: expect.any(String) });
  expect(await readdir(folder)).toEqual([]);
});

test('says what the file system refused', async () => {
  const folder = temp.path('a-file');
  await writeFile(folder, '');
  const body = testSource(patternedBytes(10)).open();
  const failed = fileSink(folder).save({ name: 'a.bin', contentType, body }, never);
  await expect(failed).rejects.toMatchObject({ code: 'invalid-input', remedy: expect.any(String) });
  await expect(failed).rejects.toThrow(`Could not save ${join(folder, 'a.bin')}`);
});

describe('the SHA-256', () => {
  const bytes = patternedBytes(2_500_001);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = () => ({
    ...{ name: 'a.bin', contentType },
    body: testSource(bytes, { chunkBytes: [70_001] }).open(),
  });

  test('is counted where it is asked for, and only there', async () => {
    const folder = await newFolder();
    expect(await fileSink(folder, { sha256: true }).save(file(), never)).toMatchObject({ sha256 });
    expect(await fileSink(folder).save(file(), never)).not.toHaveProperty('sha256');
    const empty = { ...file(), body: testSource(new Uint8Array()).open() };
    expect(await fileSink(folder, { sha256: true }).save(empty, never)).toMatchObject({
      sha256: createHash('sha256').digest('hex'),
    });
  });

  test('is checked where the sender told it, in whatever case', async () => {
    const folder = await newFolder();
    const told = { ...file(), sha256: sha256.toUpperCase() };
    expect(await fileSink(folder).save(told, never)).toMatchObject({ sha256, bytes: bytes.length });
  });

  test('keeps a file away that has another one, and leaves the old one as it was', async () => {
    const folder = await newFolder();
    await writeFile(join(folder, 'a.bin'), 'the old one');
    const other = createHash('sha256').update('other').digest('hex');
    const failed = fileSink(folder).save({ ...file(), sha256: other }, never);
    await expect(failed).rejects.toMatchObject({ code: 'source-mismatch', remedy: expect.any(String) });
    await expect(failed).rejects.toThrow(new RegExp(`a\\.bin.*${other}.*${sha256}`));
    expect(await readdir(folder)).toEqual(['a.bin']);
    expect(await readFile(join(folder, 'a.bin'), 'utf8')).toBe('the old one');
  });
});
