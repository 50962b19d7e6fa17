import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sourceFolder } from '@modelferry/n8n-testkit';

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

test('everything that the scanner forbids fails the build, each by its name', () => {
  const code = `/* eslint-disable */
    import { readFileSync } from 'node:fs';
    export const node = [readFileSync, () => import('node:path')];
    export const timer = () => setTimeout(() => 1, 1);
    export const environment = () => process.env;
    export const lookedAt = typeof globalThis;
    export const said = () => console.log('x');
    export const made = () => new Function('return 1')();
    export const judged = () => eval('1');`;
  const { status, stderr } = build(code);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^n8n would refuse this package/m);
  for (const named of [
    ...['node:fs: left outside', 'node:path: left outside', "global 'setTimeout'", "global 'process'"],
    ...["global 'globalThis'", 'console', '`Function`', '`eval`'],
  ]) {
    expect(stderr).toContain(named);
  }
});

test.each([
  [
    'by another name',
    "declare const require: any;\nconst load = require;\nexport const fs = load('node:fs');",
  ],
  ['by a computed name', 'declare const require: any;\nexport const load = (name: string) => require(name);'],
  ['by a computed import', 'export const load = (name: string) => import(name);'],
])('a module that is loaded %s fails the build: nobody could say which', (_, code) => {
  const { status, stderr } = build(code);
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: expect.stringContaining('Only a literal name says which module it is.') as string,
  });
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
