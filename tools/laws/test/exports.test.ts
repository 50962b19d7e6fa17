import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lint-planted.ts';

const paths = globSync('{packages,apps,tools}/**/*.{ts,mjs}', {
  cwd: root,
  exclude: (path) => /(^|[/\\])(node_modules|dist|out-tsc|\.cache)$/.test(path),
});
const files = new Map(
  paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(root, path), 'utf8')]),
);

const exported = /^export (?:async )?(?:abstract )?(?:const|function\*?|class) (\w+)/gm;

/** Values that one file exports and no other file names. */
function unused(among: ReadonlyMap<string, string>): string[] {
  const users = new Map<string, Set<string>>();
  for (const [path, code] of among) {
    for (const [word] of code.matchAll(/\w+/g)) users.set(word, (users.get(word) ?? new Set()).add(path));
  }
  return [...among].flatMap(([path, code]) =>
    path.includes('/src/')
      ? [...code.matchAll(exported)]
          .map(([, name = '']) => name)
          .filter((name) => (users.get(name)?.size ?? 0) < 2)
          .map((name) => `${path}: ${name}`)
      : [],
  );
}

test('nothing is exported that no other file uses', () => {
  expect(files.size).toBeGreaterThan(500);
  expect(unused(files)).toEqual([]);
});

test('an export that nobody uses is found', () => {
  const planted = new Map([
    ['packages/a/src/one.ts', 'export const used = 1;\nexport async function* forgotten() {}\n'],
    ['packages/a/src/two.ts', "import { used } from './one.ts';\n"],
  ]);
  expect(unused(planted)).toEqual(['packages/a/src/one.ts: forgotten']);
});
