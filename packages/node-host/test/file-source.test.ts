import { appendFile, chmod, mkdir, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { collectBytes, patternedBytes, sourceContract } from '@modelferry/testkit';
import { fileSource } from '../src/index.ts';
import { openDescriptors } from './support/open-descriptors.ts';
import { tempFolder } from './support/temp-folder.ts';

const folder = tempFolder();

sourceContract('fileSource', async ({ name, bytes }) => {
  const path = folder.path(name);
  await writeFile(path, bytes);
  return {
    source: await fileSource(path),
    openHandles: () => openDescriptors().filter((held) => held === path).length,
    close: () => rm(path),
  };
});

test('knows name, length and time of the file', async () => {
  const path = folder.path('a.csv');
  await writeFile(path, 'x\r\n1\r\n');
  await utimes(path, 1_700_000_000, 1_700_000_000);
  expect(await fileSource(path)).toMatchObject({
    ...{ name: 'a.csv', path, length: 6, modifiedAtMs: 1_700_000_000_000 },
    ...{ replayable: true, ranged: true },
  });
  expect(await fileSource(path, { name: '売上.csv', contentType: 'text/csv' })).toMatchObject({
    ...{ name: '売上.csv', contentType: 'text/csv' },
  });
});

describe('a file that cannot be sent is refused at once', () => {
  test.each([
    ['missing.csv', 'there is no such file', async () => undefined],
    ['folder.csv', 'it is a folder', (path: string) => mkdir(path)],
    ['file/below.csv', 'a part of the path is a file', () => writeFile(folder.path('file'), '')],
  ])('%s: %s', async (name, why, prepare) => {
    const path = folder.path(name);
    await prepare(path);
    const refused = fileSource(path);
    await expect(refused).rejects.toThrow(why);
    await expect(refused).rejects.toMatchObject({ code: 'invalid-input', remedy: expect.any(String) });
    await expect(refused).rejects.toThrow(path);
  });

  const asRoot = process.getuid?.() === 0;
  (asRoot ? test.skip : test)(
    'a file without permission (not as root, who may read everything)',
    async () => {
      const path = folder.path('secret.csv');
      await writeFile(path, 'x');
      await chmod(path, 0o000);
      await expect(fileSource(path)).rejects.toThrow('this user may not');
    },
  );
});

describe('a file that changes is noticed', () => {
  const changes = [
    ['shrinks', (path: string) => truncate(path, 1_000_000), ['2500000', '1000000']],
    ['grows', (path: string) => appendFile(path, 'more'), ['2500000', '2500004']],
    ['is written anew', (path: string) => utimes(path, 1, 1), ['1970-01-01T00:00:01']],
  ] as const;

  test.each(changes)('when it %s while it is streamed', async (_, change, numbers) => {
    const path = folder.path('changing.csv');
    await writeFile(path, patternedBytes(2_500_000));
    const chunks = (await fileSource(path)).open()[Symbol.asyncIterator]();
    expect((await chunks.next()).done).toBe(false);
    await change(path);
    const failed = chunks.next();
    for (const number of numbers) await expect(failed).rejects.toThrow(number);
    await expect(failed).rejects.toMatchObject({ code: 'source-mismatch' });
    expect(openDescriptors()).not.toContain(path);
  });

  test.each(changes)('when it %s before it is read', async (_, change, numbers) => {
    const path = folder.path('changed.csv');
    await writeFile(path, patternedBytes(2_500_000));
    const source = await fileSource(path);
    await change(path);
    const failed = collectBytes(source.open());
    for (const number of numbers) await expect(failed).rejects.toThrow(number);
  });
});
