import { markdownSources } from '../src/markdown-sources.ts';

const page = (...lines: string[]) => lines.join('\n');
const kinds = (markdown: string) => markdownSources('a.md', markdown).map(({ kind }) => kind);

test('a workflow, steps and a manifest are told apart, each with its line', () => {
  const markdown = page(
    '# Page',
    '```yaml',
    'on: push',
    'jobs: {}',
    '```',
    'And in a list:',
    '- so',
    '  ```yml',
    '  - run: echo',
    '    id: a',
    '  ```',
    '```yaml',
    'runs: { using: node24, main: a.mjs }',
    '```',
  );
  expect(markdownSources('docs/a.md', markdown)).toEqual([
    { file: 'docs/a.md', firstLine: 3, kind: 'workflow', text: 'on: push\njobs: {}\n' },
    { file: 'docs/a.md', firstLine: 9, kind: 'steps', text: '- run: echo\n  id: a\n' },
    { file: 'docs/a.md', firstLine: 13, kind: 'action', text: 'runs: { using: node24, main: a.mjs }\n' },
  ]);
});

test('other YAML and other languages are passed over', () => {
  expect(kinds(page('```yaml', 'services: { n8n: {} }', '```'))).toEqual([]);
  expect(kinds(page('```yaml', '- one', '- two', '```'))).toEqual([]);
  expect(kinds(page('```yaml', '```'))).toEqual([]);
  expect(kinds(page('```sh', 'on: push', '```'))).toEqual([]);
});

test('background steps and parallel blocks are steps, too', () => {
  expect(kinds(page('```yaml', '- wait: a', '- cancel: b', '- wait-all: true', '```'))).toEqual(['steps']);
  expect(kinds(page('```yaml', '- parallel: []', '```'))).toEqual(['steps']);
});

test('a block that is not YAML is named with its place', () => {
  expect(() => kinds(page('', '```yaml', 'a: [', '```'))).toThrow('The block in a.md, line 3, is not YAML');
});
