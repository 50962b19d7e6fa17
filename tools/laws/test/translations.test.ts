import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lint-planted.ts';

const fence = /^```.*\n[^]*?^```$/gm;

/** How deep each heading is, in order: what it says is translated. */
const headings = (text: string): readonly number[] =>
  [...text.replaceAll(fence, '').matchAll(/^(#+) /gm)].map(([, signs = '']) => signs.length);

const codeBlocks = (text: string): readonly string[] => text.match(fence) ?? [];

/** Commands of tables and sentences, the script's name with what is given to it. */
const commands = (text: string): readonly string[] =>
  [...new Set(text.match(/`(?:npm|npx|node|docker|curl) [^`]+`/g))].sort();

/** Where a page leads to; a translated page stands for its original, and its own headings have names of their own. */
const links = (text: string): readonly string[] =>
  [...text.replaceAll(fence, '').matchAll(/\]\(([^)#][^)]*)\)/g)].map(([, to = '']) =>
    to.replace('README.ja.md', 'README.md'),
  );

/** What a translation lacks of its original, or has in another way. */
function differences(original: string, translation: string): readonly string[] {
  const there = new Set(links(translation));
  return [
    ...(String(headings(original)) === String(headings(translation)) ? [] : ['its sections']),
    ...(String(codeBlocks(original)) === String(codeBlocks(translation)) ? [] : ['its code']),
    ...commands(original).filter((command) => !translation.includes(command)),
    ...links(original).filter((link) => !there.has(link)),
  ];
}

const translations = globSync(['README.ja.md', '{packages,apps,docs,examples}/**/README.ja.md'], {
  cwd: root,
  exclude: (path) => /(^|[/\\])(node_modules|dist|out-tsc|\.cache)$/.test(path),
}).map((path) => path.replaceAll('\\', '/'));

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

test('there is a translation at the root and beside the nodes whose users read Japanese', () => {
  expect(translations).toEqual(
    expect.arrayContaining([
      'README.ja.md',
      'packages/n8n-nodes-abeja/README.ja.md',
      'packages/n8n-nodes-prediction-one/README.ja.md',
    ]),
  );
});

test.each(translations)('%s has what its original has', (path) => {
  expect(differences(read(path.replace('.ja.md', '.md')), read(path))).toEqual([]);
});

test.each(translations)('%s and its original lead to each other', (path) => {
  const beside = /\]\(\S*README\.ja\.md\)/;
  expect(read(path.replace('.ja.md', '.md')).slice(0, 1_000)).toMatch(beside);
  expect(read(path).slice(0, 1_000)).toMatch(/\[English\]\(\S*README\.md\)/);
});

test('a section, a block, a command or a link that is missing is found', () => {
  const original = '# A\n\n## B\n\nRun `npm test`, see [C](docs/c.md).\n\n```sh\nnpm start\n```\n';
  const translation = original.replace('## B', '## び').replace('see [C]', '[し]');
  expect(differences(original, translation)).toEqual([]);
  expect(differences(original, translation.replace('## び', '### び'))).toEqual(['its sections']);
  expect(differences(original, translation.replace('npm start', 'npm run start'))).toEqual(['its code']);
  expect(differences(original, translation.replace('`npm test`', ''))).toEqual(['`npm test`']);
  expect(differences(original, translation.replace('docs/c.md', 'docs/d.md'))).toEqual(['docs/c.md']);
});
