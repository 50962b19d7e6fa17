import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lint-planted.ts';

interface Reference {
  readonly words: string;
  readonly path: string;
}

const link = /\[([^\]]+)\]\(\.\.\/([^)]+\.ts)\)/g;

/** The tests that a page names: their words, and where they stand. */
const referencesIn = (page: string): readonly Reference[] =>
  [...page.matchAll(link)].map(([, words = '', path = '']) => ({
    words: words.replaceAll(/\s+/g, ' '),
    path,
  }));

/** A name as it stands in code, with its quotes escaped or not; a file's own name stands for all of its tests. */
function isThere({ words, path }: Reference): boolean {
  const file = join(root, path);
  if (!existsSync(file)) return false;
  const code = readFileSync(file, 'utf8');
  const name = words.replaceAll('`', '');
  return (
    path.endsWith(`/${name}`) ||
    path.includes(`/${name}.`) ||
    [`'${name}'`, `"${name}"`, `'${name.replaceAll("'", "\\'")}'`].some((one) => code.includes(one))
  );
}

const page = readFileSync(join(root, 'docs/security.md'), 'utf8');

test('every test that the page on security names is there', () => {
  const named = referencesIn(page);
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((one) => !isThere(one))).toEqual([]);
});

test('every section that promises something names a test', () => {
  const sections = page.split(/^## /m).slice(1);
  const bare = sections
    .filter((section) => referencesIn(section).length === 0)
    .map((section) => section.split('\n')[0]);
  expect(bare).toEqual([]);
});

test('a test that is gone, or has another name, is found', () => {
  const path = 'tools/laws/test/security.test.ts';
  expect(isThere({ words: 'a test that is gone, or has another name, is found', path })).toBe(true);
  expect(isThere({ words: ['no', 'such', 'test'].join(' '), path })).toBe(false);
  expect(isThere({ words: 'gone', path: 'tools/laws/test/gone.test.ts' })).toBe(false);
});
