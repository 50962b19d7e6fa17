import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';

const root = join(__dirname, '..', '..', '..', '..');

/** What the generator reads, writes and runs. */
const parts = [
  'packages',
  'apps/github-action',
  'tools/generate',
  'examples',
  'docs/limits.md',
  'docs/troubleshooting.md',
  '.gitignore',
  'package.json',
  'tsconfig.base.json',
];

const made = new Set(['node_modules', 'out-tsc', '.results', 'coverage']);

/** A copy of what the generator needs of this repository, committed to a repository of its own. The caller removes it. */
export function repositoryCopy(): string {
  const copy = mkdtempSync(join(tmpdir(), 'modelferry-copy-'));
  for (const part of [...parts, ...globSync(['action*.yml', 'tools/*.m*s'], { cwd: root })]) {
    cpSync(join(root, part), join(copy, part), { recursive: true, filter: isSource });
  }
  linkPackages(copy);
  run(copy, 'git init -q && git add -A && git commit -q -m Base');
  return copy;
}

/** Runs a line of a shell in a folder. @throws Error with what it printed when it fails */
export function run(cwd: string, line: string): string {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', line], {
    cwd,
    encoding: 'utf8',
    env: {
      PATH: `${dirname(process.execPath)}:${process.env['PATH']}`,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_AUTHOR_NAME: 'Test',
      GIT_AUTHOR_EMAIL: 'test@modelferry.example',
      GIT_COMMITTER_NAME: 'Test',
      GIT_COMMITTER_EMAIL: 'test@modelferry.example',
    },
  });
  if (status !== 0) throw new Error(`${line}\n${stdout}${stderr}`);
  return stdout;
}

function isSource(path: string): boolean {
  if (made.has(basename(path))) return false;
  return basename(path) !== 'dist' || relative(root, path).startsWith('apps');
}

/** Ours are those of the copy. What is bundled is copied, since bundles name the files they are made from. */
function linkPackages(copy: string): void {
  const ours = [...globSync('packages/*', { cwd: root }), 'apps/github-action'];
  for (const folder of ours) put(nameOf(folder), join(copy, folder));

  const licences = readFileSync(join(root, 'apps/github-action/dist/licenses.txt'), 'utf8');
  const bundled = [...licences.matchAll(/^(\S+) \d\S* \(http/gm)].map(([, name = '']) => name);
  for (const name of bundled) {
    cpSync(join(root, 'node_modules', name), join(copy, 'node_modules', name), { recursive: true });
  }
  for (const name of installed()) {
    if (!bundled.includes(name) && !name.startsWith('@modelferry/'))
      put(name, join(root, 'node_modules', name));
  }
  for (const nested of globSync(['packages/*/node_modules', 'tools/generate/node_modules'], { cwd: root })) {
    symlinkSync(join(root, nested), join(copy, nested));
  }

  function put(name: string, target: string): void {
    const link = join(copy, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    if (!existsSync(link)) symlinkSync(target, link);
  }
}

const nameOf = (folder: string): string =>
  (JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as { name: string }).name;

const installed = (): readonly string[] =>
  readdirSync(join(root, 'node_modules')).flatMap((entry) =>
    entry.startsWith('@')
      ? readdirSync(join(root, 'node_modules', entry)).map((name) => `${entry}/${name}`)
      : entry.startsWith('.')
        ? []
        : [entry],
  );
