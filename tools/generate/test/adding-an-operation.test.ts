import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { repositoryCopy, run } from './support/repository-copy.ts';

const page = readFileSync(join(__dirname, '../../../docs/adding-an-operation.md'), 'utf8');
const generator = 'tools/generate/src/main.ts';
const generate = `node --conditions=@modelferry/source ${generator}`;

let copy = '';
beforeAll(() => {
  copy = repositoryCopy();
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const read = (path: string) => readFileSync(join(copy, path), 'utf8');

function write(path: string, content: string): void {
  mkdirSync(dirname(join(copy, path)), { recursive: true });
  writeFileSync(join(copy, path), content);
}

/** Everything between two fences, with what stands before the first. */
function blocks(language: string): readonly string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map(
    ([, text = '']) => text,
  );
}

/** Changes a text as a block with plus signs shows it; its other lines say where. */
function patched(text: string, diff: string): string {
  const lines = diff.trimEnd().split('\n');
  const without = (sign: string) =>
    lines.filter((line) => !line.startsWith(sign)).map((line) => `${line.slice(1)}\n`);
  const before = without('+').join('');
  expect(text.split(before)).toHaveLength(2);
  return text.replace(before, without('-').join(''));
}

test('the repository can lie anywhere: a copy of it stands as its catalogs say', () => {
  run(copy, generate);
  expect(run(copy, 'git status --short')).toBe('');
}, 60_000);

test('the page on adding an operation is true', () => {
  const [, file = ''] = /^`(packages\/\S+\/operations\/\S+)`:$/m.exec(page) ?? [];
  const [, catalog = ''] = /^In `(\S+\/catalog\.ts)`:$/m.exec(page) ?? [];
  const [source = ''] = blocks('ts');
  const [command = ''] = blocks('sh');
  const [shown = ''] = blocks('console');

  run(copy, 'git add -A && git commit -q --allow-empty -m Generated');
  write(file, source);
  write(catalog, blocks('diff').reduce(patched, read(catalog)));
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  expect(command.trim()).toBe('npm run generate');
  expect(scripts['generate']).toBe(`node tools/run.cjs ${generator}`);
  run(copy, generate);

  const [asked = '', ...answer] = shown.trimEnd().split('\n');
  expect(`${asked}\n${run(copy, asked.replace(/^\$ /, ''))}`).toBe(`${[asked, ...answer].join('\n')}\n`);
  expect(run(copy, `${generate} --check`)).toBe('');
}, 60_000);

test('the operation is in n8n, in an action of its own, in the action at the root and in both READMEs', () => {
  const node = 'packages/n8n-nodes-prediction-one';
  const action = 'apps/github-action/prediction-one/get-prediction-api';
  expect(read(`${node}/nodes/PredictionOne/properties.ts`)).toContain("action: 'Get prediction API',");
  expect(read(`${node}/README.md`)).toMatch(
    /\| Prediction API \| Get +\| Get one prediction API of the account/,
  );
  expect(read(`${action}/action.yml`)).toMatch(/^ {2}classifier-id:\n[^]*?^ {4}required: true$/m);
  expect(read(`${action}/action-types.yml`)).toMatch(/^ {2}classifier-id:\n {4}type: string$/m);
  expect(read('action.yml')).toContain('prediction-one/get-prediction-api');
  expect(read('apps/github-action/README.md')).toContain('### `prediction-one/get-prediction-api`');
  expect(existsSync(join(copy, 'apps/github-action/dist/prediction-one/get-prediction-api.mjs'))).toBe(true);
});

test('the new action runs', () => {
  const entry = 'apps/github-action/dist/prediction-one/get-prediction-api.mjs';
  expect(() => run(copy, `node ${entry}`)).toThrow(/classifier-id.* is required/);
});
