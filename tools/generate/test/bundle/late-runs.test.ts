import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { distFiles } from '../../src/bundle/dist-files.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'modelferry-late-'));
  put('apps/github-action/src/main.ts', "export { greet } from './vendors/cheerful/host.ts';\n");
  put('apps/github-action/src/post.ts', 'export const post = 1;\n');
  put('apps/github-action/src/vendors/cheerful/host.ts', `export { greet } from '${root}/${operation}';\n`);
  put('packages/cheerful/src/define.ts', 'export const defineOperation = (one: object) => one;\n');
  put('packages/cheerful/src/send.ts', 'export const send = (name: string) => `Hello ${name}`;\n');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const operation = 'packages/cheerful/src/operations/greet.ts';

const put = (path: string, content: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
};

const declared = (run: string) => `import { defineOperation } from '../define.ts';
import { send } from '../send.ts';

export const greet = defineOperation({
  resource: 'manners',
  name: 'greet',
  ciStep: 'greet',
${run}
});
`;

const bundle = () =>
  distFiles(root, [
    { name: 'cheerful/greet', source: "import { greet } from './src/main.ts';\nconsole.log(greet);\n" },
  ]);

test('what an operation does is loaded when it is done, with all that it takes', async () => {
  put(
    operation,
    declared('  async run(context: object, { name }: { name: string }) {\n    return send(name);\n  },'),
  );
  const files = await bundle();
  const of = (part: RegExp) => files.filter(({ path }) => part.test(path)).map(({ content }) => content);
  expect(of(/cheerful\/greet\.mjs|chunk-/).join('\n')).not.toContain('Hello');
  expect(of(/operations-/).join('\n')).toContain('Hello');
});

test('what is made ahead of a declaration is made once, unless what it does uses it too', async () => {
  put('packages/cheerful/src/words.ts', 'export const words = (...all: string[]) => all;\n');
  const ahead = `import { words } from '../words.ts';

const common = ['said'];
const inputs = words(
  'only checked',
  ...common,
);
const greeting = words('said and checked');
const farewell = words('only checked, too', ...common);

`;
  const run = '  async run() {\n    return send(greeting.join());\n  },';
  put(operation, ahead + declared(`  inputs,\n  greeting,\n  farewell,\n${run}`));
  const all = (await bundle()).map(({ content }) => content).join('\n');
  const times = (word: string) => all.split(`"${word}"`).length - 1;
  expect(['only checked', 'only checked, too', 'said and checked'].map(times)).toEqual([1, 1, 2]);
});

test('of an operation that is no step of CI only the name is left', async () => {
  const run = '  async run(context: object, { name }: { name: string }) {\n    return send(name);\n  },';
  put(operation, declared(run).replace("  ciStep: 'greet',\n", "  summary: 'Nobody reads this',\n"));
  const all = (await bundle()).map(({ content }) => content).join('\n');
  expect(all).toContain('resource: "manners",\n  name: "greet",\n  inputFields: []');
  expect(all).not.toMatch(/Hello|Nobody reads this/);
});

test('a declaration that cannot be read so is refused by name', async () => {
  put(operation, declared('  run: async (_: object, given: { name: string }) => send(given.name),'));
  await expect(bundle()).rejects.toThrow('greet.ts does not end its declaration with "async run(...)"');
});
