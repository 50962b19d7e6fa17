import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder of files that a test writes. */
export interface TestFolder {
  readonly dir: string;
  remove(): Promise<void>;
}

/** Writes files, by their paths, into a fresh folder. */
export async function testFolder(files: Readonly<Record<string, string>>): Promise<TestFolder> {
  const dir = await mkdtemp(join(tmpdir(), 'github-runner-test-'));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(dir, name)), { recursive: true });
    await writeFile(join(dir, name), text);
  }
  return { dir, remove: async () => rm(dir, { recursive: true, force: true }) };
}

/** What a small action is made of. */
export interface TestAction {
  readonly main: string;
  readonly post?: string;
  /** The YAML below `inputs:`, one input per line. */
  readonly inputs?: string;
  /** More lines below `runs:`. */
  readonly runs?: string;
}

/** The files of an action, in which `say` writes to a command file and `env` is the environment. */
export function actionFiles({ main, post, inputs, runs }: TestAction): Readonly<Record<string, string>> {
  const head = [
    "import { appendFileSync } from 'node:fs';",
    'const env = process.env;',
    'const say = (file, text) => appendFileSync(env[`GITHUB_${file}`], text);',
    '',
  ].join('\n');
  const yaml = [
    'name: Test action',
    ...(inputs === undefined ? [] : ['inputs:', inputs]),
    'runs:',
    '  using: node24',
    '  main: main.mjs',
    ...(post === undefined ? [] : ['  post: post.mjs']),
    ...(runs === undefined ? [] : [runs]),
  ].join('\n');
  return {
    'action.yml': yaml,
    'main.mjs': head + main,
    ...(post === undefined ? {} : { 'post.mjs': head + post }),
  };
}

const folders: TestFolder[] = [];

/** Writes an action that `removeActions` takes away. */
export async function testAction(action: TestAction): Promise<string> {
  const folder = await testFolder(actionFiles(action));
  folders.push(folder);
  return folder.dir;
}

/** For `afterEach`. */
export async function removeActions(): Promise<void> {
  await Promise.all(folders.splice(0).map((folder) => folder.remove()));
}
