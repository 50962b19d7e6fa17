import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFiles } from '../../src/run/open-files.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ferry-files-'));
  for (const name of ['workspace', 'temp', 'elsewhere']) mkdirSync(join(root, name));
});
afterEach(() => rmSync(root, { recursive: true }));

const env = () => ({ GITHUB_WORKSPACE: join(root, 'workspace'), RUNNER_TEMP: join(root, 'temp') });

const file = (name: string) => ({
  name,
  contentType: 'text/csv',
  body: (async function* () {
    yield new TextEncoder().encode('a\n');
  })(),
});

test('all files of a run lie in one fresh folder where none is named', async () => {
  const save = openFiles(undefined, env(), new AbortController().signal);
  await Promise.all([save(file('a.csv')), save(file('b.csv'))]);
  const [folder = '', ...others] = readdirSync(join(root, 'temp'));
  expect(others).toEqual([]);
  expect(readdirSync(join(root, 'temp', folder)).sort()).toEqual(['a.csv', 'b.csv']);
});

test('a folder that leads elsewhere by now is refused', async () => {
  const named = join(root, 'workspace/out');
  const save = openFiles(named, env(), new AbortController().signal);
  symlinkSync(join(root, 'elsewhere'), named);
  await expect(save(file('a.csv'))).rejects.toThrow(/leads outside/);
  expect(readdirSync(join(root, 'elsewhere'))).toEqual([]);
});

test('a name that the vendor has made up stays in the folder', async () => {
  const save = openFiles(join(root, 'workspace/out'), env(), new AbortController().signal);
  await save(file('../../elsewhere/x.csv'));
  expect(readdirSync(join(root, 'elsewhere'))).toEqual([]);
  expect(readdirSync(join(root, 'workspace/out'))).toEqual(['x.csv']);
});
