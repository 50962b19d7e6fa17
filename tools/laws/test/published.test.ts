import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './lint-planted.ts';

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Manifest;
const libraries = globSync('packages/*/package.json', { cwd: root })
  .map((path) => ({ folder: join(root, dirname(path)), ...read(join(root, path)) }))
  .filter(({ name, private: isPrivate }) => name.startsWith('@modelferry/') && !isPrivate);

const home = mkdtempSync(join(tmpdir(), 'modelferry-published-'));
const modules = join(home, 'node_modules');
let sandbox: ChildProcess;
let url: string;
let trainKey: string;

/** Puts the libraries into an empty project as npm would: the packed files, beside what they name as dependencies. */
function install(): void {
  for (const { name, folder, dependencies = {} } of libraries) {
    const [packed] = JSON.parse(
      execFileSync('npm', ['pack', '--json', '--pack-destination', home], {
        cwd: folder,
        encoding: 'utf8',
        stdio: 'pipe',
      }),
    ) as [{ filename: string }];
    mkdirSync(join(modules, name), { recursive: true });
    execFileSync('tar', [
      '-xzf',
      join(home, packed.filename),
      '--strip-components=1',
      '-C',
      join(modules, name),
    ]);
    for (const other of Object.keys(dependencies).filter((one) => !one.startsWith('@modelferry/'))) {
      rmSync(join(modules, other), { force: true });
      symlinkSync(join(root, 'node_modules', other), join(modules, other));
    }
  }
  for (const types of ['@types/node', 'undici-types']) {
    mkdirSync(dirname(join(modules, types)), { recursive: true });
    symlinkSync(join(root, 'node_modules', types), join(modules, types));
  }
  writeFileSync(join(home, 'package.json'), JSON.stringify({ type: 'module' }));
}

beforeAll(async () => {
  install();
  sandbox = spawn('node', ['--conditions=@modelferry/source', join(root, 'apps/sandbox/src/main.ts')]);
  const [line] = (await once(sandbox.stdout as NonNullable<ChildProcess['stdout']>, 'data')) as [Buffer];
  const { japan } = (
    JSON.parse(line.toString()) as {
      predictionOne: { japan: { managementBaseUrl: string; credentials: { trainKey: string } } };
    }
  ).predictionOne;
  url = japan.managementBaseUrl;
  trainKey = japan.credentials.trainKey;
}, 120_000);

afterAll(async () => {
  sandbox.kill();
  await once(sandbox, 'exit');
  rmSync(home, { recursive: true });
});

test('every library can be imported from its packed files', () => {
  const script = libraries.map(
    ({ name }) => `if (!Object.keys(await import('${name}')).length) throw new Error('${name}');`,
  );
  writeFileSync(join(home, 'import.mjs'), script.join('\n'));
  execFileSync('node', ['import.mjs'], { cwd: home });
});

test("the README's example runs on the packed files, and its types hold", () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const example = /```ts\n(.*?)```/s.exec(readme)?.[1];
  expect(example).toContain('createPredictionOneClient');
  writeFileSync(join(home, 'example.ts'), example ?? '');
  const options = [
    '--strict',
    '--noEmit',
    '--module',
    'nodenext',
    '--target',
    'es2023',
    '--types',
    'node',
    '--ignoreConfig',
  ];
  execFileSync('tsc', [...options, 'example.ts'], { cwd: home, encoding: 'utf8' });
  const said = execFileSync('node', ['example.ts'], {
    cwd: home,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '0', TRAIN_KEY: trainKey, PREDICTION_ONE_URL: url },
  });
  expect(said).toContain("name: 'cars-fuel'");
});

test('nothing but what runs, its types and its papers is packed', () => {
  for (const { name } of libraries) {
    const strangers = globSync('**/*', { cwd: join(modules, name), withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name: file }) => file)
      .filter((file) => !/(\.js|\.d\.ts)$|^(package\.json|README\.md|LICENSE)$/.test(file));
    expect([name, strangers]).toEqual([name, []]);
  }
});
