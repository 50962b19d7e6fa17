import { globSync, readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { codeLines } from './code-lines.ts';
import { commonRuns, type CodeFile } from './common-runs.ts';
import { root } from './lint-planted.ts';
import { mayStandTwice } from './may-stand-twice.ts';

const codeFile = (path: string, code: string): CodeFile => ({
  project: path.split('/').slice(0, 2).join('/'),
  path,
  lines: codeLines(code),
});

const paths = globSync('{packages,apps,tools}/*/**/*.ts', {
  cwd: root,
  exclude: (name) => /(^|\/)(node_modules|dist|out-tsc)$/.test(name),
});

const files = paths.map((path) => codeFile(path, readFileSync(join(root, path), 'utf8')));
const without = (exceptions: typeof mayStandTwice): readonly CodeFile[] =>
  files.filter(({ path }) => !exceptions.some((exception) => matchesGlob(path, exception.files)));

test('no six lines stand in two projects', () => {
  const checked = without(mayStandTwice);
  expect(checked.length).toBeGreaterThan(1_500);
  expect(commonRuns(checked)).toEqual([]);
});

test.each(mayStandTwice)('the exception is needed: $files', (exception) => {
  expect(commonRuns(without(mayStandTwice.filter((other) => other !== exception)))).not.toEqual([]);
});

const six = ['let a = 1;', 'a += 2;', 'a *= 3;', 'a -= 4;', 'a /= 5;', 'say(a);'];

test('six lines that were copied are found, however they are set and whatever stands between them', () => {
  const copied = six.map((line) => `  ${line}\n\n  // as before\n`).join('');
  const found = commonRuns([
    codeFile('packages/a/src/one.ts', `import { say } from './say.ts';\n${six.join('\n')}\n`),
    codeFile('packages/b/src/two.ts', copied),
  ]);
  expect(found).toEqual(['packages/a/src/one.ts:2-7 ~ packages/b/src/two.ts:1-16']);
});

const imports = six.map((_, at) => `import { x${at} } from './x.ts';`);

test.each([
  ['five lines', 'packages/b/src/two.ts', six, six.slice(1)],
  ['six lines with another one among them', 'packages/b/src/two.ts', six, six.toSpliced(3, 0, 'a %= 7;')],
  ['the same project', 'packages/a/src/two.ts', six, six],
  ['imports', 'packages/b/src/two.ts', imports, imports],
])('is no copy: %s', (_, path, one, two) => {
  const pair = [codeFile('packages/a/src/one.ts', one.join('\n')), codeFile(path, two.join('\n'))];
  expect(commonRuns(pair)).toEqual([]);
});
