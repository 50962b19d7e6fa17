import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sourceFolder } from './support/packed.ts';

const tool = join(sourceFolder, '..', '..', 'tools', 'build-n8n-node.mjs');
const entry = 'nodes/Bad/Bad.node.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'modelferry-build-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(path: string, content: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

/** Builds a package of one node with this code. */
function build(code: string, nodes = ['dist/nodes/Bad/Bad.node.js']) {
  put('package.json', JSON.stringify({ name: 'n8n-nodes-bad', n8n: { nodes, credentials: [] } }));
  put('nodes/Bad/Bad.node.json', '{}');
  put('icons/bad.svg', '<svg/>');
  put(entry, code);
  const { status, stderr } = spawnSync(process.execPath, [tool], { cwd: folder, encoding: 'utf8' });
  return { status, stderr };
}

test('a clean node is built, with what goes beside it', () => {
  expect(build("import { sleep } from 'n8n-workflow';\nexport class Bad { wait = sleep; }\n")).toEqual({
    status: 0,
    stderr: '',
  });
  for (const path of ['nodes/Bad/Bad.node.js', 'nodes/Bad/Bad.node.json', 'icons/bad.svg']) {
    expect(existsSync(join(folder, 'dist', path))).toBe(true);
  }
});

test.each([
  ['a timer', 'export const t = () => setTimeout(() => 1, 1);', "restricted global 'setTimeout'"],
  ['the environment', 'export const e = () => process.env;', "restricted global 'process'"],
  [
    'the global object, only looked at',
    'export const g = typeof globalThis;',
    "restricted global 'globalThis'",
  ],
  ['the console', "export const c = () => console.log('x');", 'console'],
  ['code made of text', "export const e = () => new Function('return 1')();", 'Function'],
  [
    'a module of Node.js',
    "import { readFileSync } from 'node:fs';\nexport const r = readFileSync;",
    'node:fs',
  ],
  ['the same, imported when needed', "export const r = () => import('node:fs');", 'node:fs'],
  [
    'a forbidden name that a comment allows',
    '/* eslint-disable */\nexport const e = () => process.env;',
    "'process'",
  ],
])('%s fails the build', (_, code, named) => {
  const { status, stderr } = build(code);
  expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining(named) as string });
  expect(stderr).toMatch(/^n8n would refuse this package/m);
});

test("another's code in the bundle fails the build, however harmless", () => {
  put('node_modules/left-pad/package.json', '{"name":"left-pad","version":"1.0.0","main":"index.js"}');
  put('node_modules/left-pad/LICENSE', 'MIT');
  put('node_modules/left-pad/index.js', "module.exports = (text) => ' ' + text;");
  const { status, stderr } = build("import pad from 'left-pad';\nexport const p = pad;");
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: expect.stringContaining('left-pad: code of others in the bundle') as string,
  });
});

test('an entry that the manifest names and nobody wrote fails the build', () => {
  const { status, stderr } = build('export class Bad {}', [
    'dist/nodes/Bad/Bad.node.js',
    'dist/nodes/Lost/Lost.node.js',
  ]);
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: expect.stringContaining(
      'dist/nodes/Lost/Lost.node.js: named in package.json, and not built',
    ) as string,
  });
});
