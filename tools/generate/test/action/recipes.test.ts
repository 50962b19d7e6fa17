import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRecipe, recipes } from '../../src/action/recipes.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'modelferry-recipes-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('are the workflow files of the folder, each under what its first lines say', () => {
  const folder = join(root, 'examples/github-actions');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'b.yml'), '# Second\nname: b\n');
  writeFileSync(join(folder, 'a.yml'), '# First\n#\n# One line\n# and another.\n\nname: a\n# of the file\n');
  expect(recipes(root)).toBe(
    [
      '### First\n\nOne line\nand another.\n\n```yaml\n# .github/workflows/a.yml\nname: a\n# of the file\n```',
      '### Second\n\n```yaml\n# .github/workflows/b.yml\nname: b\n```',
    ].join('\n\n'),
  );
});

test('are none where there is no folder', () => {
  expect(recipes(root)).toBe('');
});

test('need a title', () => {
  expect(() => readRecipe('a.yml', 'name: a\n')).toThrow(
    'examples/github-actions/a.yml must start with a comment',
  );
});
