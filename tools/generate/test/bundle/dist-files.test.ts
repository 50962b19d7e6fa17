import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { distFiles } from '../../src/bundle/dist-files.ts';

function newRoot(): string {
  const folder = mkdtempSync(join(tmpdir(), 'modelferry-dist-'));
  mkdirSync(join(folder, 'apps/github-action'), { recursive: true });
  return folder;
}

let root = '';
beforeEach(() => {
  root = newRoot();
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const put = (path: string, content: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
};

/** Bundles a source that stands in the actions' folder. */
const bundle = (source: string) => distFiles(root, [{ name: 'ship/load', source }]);

const contentOf = async (source: string) => (await bundle(source))[0]?.content ?? '';

test('an entry is bundled with its sources, readable, and named after its action', async () => {
  put('apps/github-action/src/main.ts', 'export const run = (name: string): void => console.log(name);\n');
  const files = await bundle("import { run } from './src/main.ts';\nrun('load');\n");
  expect(files.map(({ path }) => path)).toEqual([
    'apps/github-action/dist/ship/load.mjs',
    'apps/github-action/dist/licenses.txt',
  ]);
  expect(files[0]?.content).toBe(
    [
      '// apps/github-action/src/main.ts',
      'var run = (name) => console.log(name);',
      '',
      '// action:ship/load',
      'run("load");',
      '',
    ].join('\n'),
  );
});

test('the bytes do not depend on where the repository lies', async () => {
  const source = "import { run } from './src/main.ts';\nawait run(() => import('./src/later.ts'));\n";
  put('apps/github-action/src/main.ts', 'export const run = (load: () => unknown) => load();\n');
  put('apps/github-action/src/later.ts', 'export const later = 1;\n');
  const here = await bundle(source);
  const first = root;
  root = newRoot();
  try {
    put('apps/github-action/src/main.ts', 'export const run = (load: () => unknown) => load();\n');
    put('apps/github-action/src/later.ts', 'export const later = 1;\n');
    expect(await bundle(source)).toEqual(here);
  } finally {
    rmSync(first, { recursive: true, force: true });
  }
});

test('what only unused code would load is not carried along', async () => {
  put('apps/github-action/package.json', '{ "sideEffects": false }');
  put('apps/github-action/src/index.ts', "export * from './used.ts';\nexport * from './unused.ts';\n");
  put('apps/github-action/src/used.ts', "export const used = () => import('./late.ts');\n");
  put('apps/github-action/src/unused.ts', "export const unused = () => import('./heavy.ts');\n");
  put('apps/github-action/src/late.ts', 'export const late = 1;\n');
  put('apps/github-action/src/heavy.ts', 'export const heavy = 1;\n');
  const files = await bundle("import { used } from './src/index.ts';\nawait used();\n");
  expect(files.map(({ path }) => path.replace(/-[A-Z0-9]{8}/, '')).sort()).toEqual([
    'apps/github-action/dist/chunks/late.mjs',
    'apps/github-action/dist/licenses.txt',
    'apps/github-action/dist/ship/load.mjs',
  ]);
});

test('the licence of a package that is carried along comes with it', async () => {
  const manifest = { name: 'lender', version: '1.2.3', license: 'MIT', main: 'index.js' };
  put('node_modules/lender/package.json', JSON.stringify(manifest));
  put('node_modules/lender/index.js', 'module.exports = () => 1;\n');
  put('node_modules/lender/LICENSE', 'Take it, and say from whom.\n');
  const [, licences] = await bundle("import lender from 'lender';\nlender();\n");
  expect(licences?.content).toContain('lender 1.2.3 (');
  expect(licences?.content).toContain('Take it, and say from whom.');
});

test('a package that brings no licence text is refused', async () => {
  put('node_modules/pirate/package.json', '{ "name": "pirate", "version": "1.0.0", "main": "index.js" }');
  put('node_modules/pirate/index.js', 'module.exports = () => 1;\n');
  await expect(bundle("import pirate from 'pirate';\npirate();\n")).rejects.toThrow(
    'pirate brings no licence text',
  );
});

test('`require` is there only where a module of the old kind asks for it', async () => {
  put('apps/github-action/src/old.cjs', "module.exports = require('node:os').EOL;\n");
  const withOld = "import eol from './src/old.cjs';\nconsole.log(eol);\n";
  expect(await contentOf(withOld)).toMatch(/^import \{ createRequire \} from 'node:module';\n/);
  expect(await contentOf("import { EOL } from 'node:os';\nconsole.log(EOL);\n")).not.toContain(
    'createRequire',
  );
});

test.each([
  ['a package that is not there', "import 'left-pad';\n", 'Could not resolve "left-pad"'],
  ['one that is asked for on trial', "try { require('left-pad'); } catch {}\n", 'left outside the bundle'],
  ['what esbuild warns of', 'console.log({ a: 1, a: 2 });\n', 'Duplicate key'],
  ['a module whose name is computed', 'await import(process.argv[2]!);\n', 'not a string literal'],
])('%s is refused', async (_, source, message) => {
  await expect(bundle(source)).rejects.toThrow(message);
});
