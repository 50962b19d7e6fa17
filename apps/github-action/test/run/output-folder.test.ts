import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { namedOutputFolder } from '../../src/run/output-folder.ts';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'ferry-folder-')));
const workspace = join(root, 'workspace');
const temp = join(root, 'temp');
const outside = join(root, 'outside');
for (const folder of [workspace, temp, outside]) mkdirSync(folder);
symlinkSync(outside, join(workspace, 'leak'));
symlinkSync(join(root, 'nowhere'), join(workspace, 'dangling'));
symlinkSync(join(workspace, 'real'), join(workspace, 'inner'));
mkdirSync(join(workspace, 'real'));
afterAll(() => rmSync(root, { recursive: true }));

const env = { GITHUB_WORKSPACE: workspace, RUNNER_TEMP: temp };

test.each([
  ['results', join(workspace, 'results')],
  ['a/b/../c', join(workspace, 'a/c')],
  ['..results', join(workspace, '..results')],
  ['inner/x', join(workspace, 'inner/x')],
  ['.', workspace],
  [join(temp, 'x'), join(temp, 'x')],
])('%s is inside', (given, folder) => {
  expect(namedOutputFolder(given, env)).toBe(folder);
});

test.each([
  '..',
  '../outside',
  'leak',
  'leak/x/y',
  'dangling',
  'dangling/x',
  '/etc',
  `${'../'.repeat(20)}etc`,
])('%s leads outside', (given) => {
  expect(() => namedOutputFolder(given, env)).toThrow(/output-dir: .* leads outside/);
});

test('none given is none', () => {
  expect(namedOutputFolder(undefined, env)).toBeUndefined();
});
