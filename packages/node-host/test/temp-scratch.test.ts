import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { tempScratch } from '../src/index.ts';
import { patternedBytes, scratchContract, testSource } from '@modelferry/testkit';
import { openDescriptors } from './support/open-descriptors.ts';
import { tempFolder } from './support/temp-folder.ts';

const temp = tempFolder();
const never = new AbortController().signal;
const file = { name: 'a.zip', contentType: 'application/zip' };

scratchContract('tempScratch', async () => {
  const folder = await mkdtemp(temp.path('scratch-'));
  return {
    store: tempScratch(folder),
    leftovers: async () => [
      ...(await readdir(folder)),
      ...openDescriptors().filter((held) => held.startsWith(folder)),
    ],
    close: () => rm(folder, { recursive: true }),
  };
});

test('shows nobody else what it keeps', async () => {
  const folder = await mkdtemp(temp.path('private-'));
  const body = testSource(patternedBytes(1_000)).open();
  const { dispose } = await tempScratch(folder).write({ ...file, body }, never);
  const [held] = openDescriptors().filter((path) => path.startsWith(folder));
  expect(await readdir(folder)).toEqual([]);
  expect(held).toContain('(deleted)');
  await dispose();
});

test('makes the file with mode 0600', async () => {
  const folder = await mkdtemp(temp.path('mode-'));
  const modes: number[] = [];
  const body = testSource(patternedBytes(1_000), {
    beforeChunk: () => {
      const { pid } = process;
      for (let fd = 0; fd < 200; fd++) {
        try {
          const { mode, size, nlink } = statSync(`/proc/${pid}/fd/${fd}`);
          if (nlink === 0 && size === 0) modes.push(mode & 0o777);
        } catch {
          continue; // Not open
        }
      }
    },
  }).open();
  const { dispose } = await tempScratch(folder).write({ ...file, body }, never);
  await dispose();
  expect(modes).toContain(0o600);
});

test('leaves nothing when the process is killed', async () => {
  const folder = await mkdtemp(temp.path('killed-'));
  const script = `
    const { tempScratch } = await import('@modelferry/node-host');
    const body = (async function* () { yield new Uint8Array(3e6); })();
    await tempScratch(${JSON.stringify(folder)}).write(
      { name: 'a', contentType: 'a/b', body }, new AbortController().signal);
    process.stdout.write('kept');
    setInterval(() => undefined, 1000);`;
  const child = spawn(
    process.execPath,
    ['--conditions=@modelferry/source', '--input-type=module', '--eval', script],
    { cwd: join(__dirname, '..'), stdio: ['ignore', 'pipe', 'inherit'] },
  );
  expect(String((await once(child.stdout, 'data'))[0])).toBe('kept');
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(await readdir(folder)).toEqual([]);
});

test('says where it could not write', async () => {
  const folder = temp.path('missing');
  const failed = tempScratch(folder).write({ ...file, body: testSource(new Uint8Array()).open() }, never);
  await expect(failed).rejects.toThrow(folder);
  await expect(failed).rejects.toMatchObject({ code: 'invalid-input', remedy: expect.any(String) });
});
