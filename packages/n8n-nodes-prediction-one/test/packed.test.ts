import { predictionOne as catalog } from '@modelferry/prediction-one';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import {
  credentialNames,
  packedCredentials,
  packedFolder,
  packedJson,
  packedText,
  sourceFolder,
} from './support/packed.ts';

interface Manifest {
  readonly name: string;
  readonly n8n: { readonly nodes: readonly string[]; readonly credentials: readonly string[] };
  readonly scripts?: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

const manifest = () => packedJson<Manifest>('package.json');
const files = () =>
  readdirSync(packedFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(packedFolder.length + 1))
    .sort();
const bundles = () => files().filter((file) => file.endsWith('.js'));

test('holds exactly what n8n needs', () => {
  const schemas = catalog.operations.map(
    ({ resource, name }) => `dist/nodes/PredictionOne/__schema__/v1.0.0/${resource}/${name}.json`,
  );
  expect(files()).toEqual(
    [
      ...['LICENSE.md', 'README.md', 'package.json', 'dist/THIRD-PARTY-LICENSES.txt'],
      ...credentialNames.map((name) => `dist/credentials/${name}.credentials.js`),
      ...['dist/icons/prediction-one.svg', 'dist/icons/prediction-one.dark.svg'],
      ...[
        'dist/nodes/PredictionOne/PredictionOne.node.js',
        'dist/nodes/PredictionOne/PredictionOne.node.json',
      ],
      ...schemas,
    ].sort(),
  );
});

describe('the manifest', () => {
  test('asks for nothing but n8n itself', () => {
    const { peerDependencies, dependencies, optionalDependencies, bundledDependencies } = manifest();
    expect(peerDependencies).toEqual({ 'n8n-workflow': '*' });
    expect({ dependencies, optionalDependencies, bundledDependencies }).toEqual({});
  });
  test('overrides nothing and runs nothing when it is installed', () => {
    const { overrides, resolutions, scripts = {} } = manifest();
    expect({ overrides, resolutions }).toEqual({});
    const forbidden = [
      'prepare',
      'preinstall',
      'install',
      'postinstall',
      'prepublish',
      'preprepare',
      'postprepare',
    ];
    expect(Object.keys(scripts).filter((name) => forbidden.includes(name))).toEqual([]);
  });
  test('is one of a community node', () => {
    expect(manifest()).toMatchObject({
      license: 'MIT',
      keywords: expect.arrayContaining(['n8n-community-node-package']) as string[],
      author: { name: expect.any(String) as string, email: expect.stringContaining('@') as string },
      repository: { type: 'git', directory: 'packages/n8n-nodes-prediction-one' },
      homepage: expect.stringMatching(/^https:/) as string,
      n8n: { n8nNodesApiVersion: 1, strict: true },
    });
  });
  test('names only entries that are there, and all of them', () => {
    const { nodes, credentials } = manifest().n8n;
    expect([...nodes, ...credentials].sort()).toEqual(bundles());
  });
});

describe('the bundles', () => {
  test.each(bundles())('%s requires only what n8n has', (file) => {
    const required = [...packedText(file).matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name);
    expect(required.filter((name) => name !== 'n8n-workflow' && name !== 'node:crypto')).toEqual([]);
    expect(required.filter((name) => builtinModules.includes(String(name)))).toEqual([]);
  });
  test.each(bundles())('%s can be read by a reviewer', (file) => {
    const lines = packedText(file).split('\n');
    const longest = Math.max(...lines.map(({ length }) => length));
    expect(lines.length).toBeGreaterThan(100);
    expect(longest).toBeLessThan(1_000);
    expect(lines.at(-2)).not.toContain('sourceMappingURL');
  });
  test('carry no path of the machine that built them', () => {
    for (const file of files()) expect(packedText(file)).not.toContain(resolve(sourceFolder, '..', '..'));
  });
  test('come with the licence of what they hold', () => {
    const text = packedText('dist/THIRD-PARTY-LICENSES.txt');
    expect(text).toMatch(/^valibot 1\.5\.0/);
    expect(text).toContain('Permission is hereby granted');
    expect(text.match(/^[@\w/-]+ \d+\.\d+\.\d+ \(/gm)).toHaveLength(1);
  });
});

describe('the codex', () => {
  const codex = () => packedJson('dist/nodes/PredictionOne/PredictionOne.node.json');
  // The closed list of n8n; one outside of it was sent back in reviews
  const categories = [
    ...['Data & Storage', 'Finance & Accounting', 'Marketing & Content', 'Productivity', 'Miscellaneous'],
    ...['Sales', 'Development', 'Analytics', 'Communication', 'Utility'],
  ];
  test('is for this node, in the version n8n reads', () => {
    expect(codex()).toMatchObject({
      node: 'n8n-nodes-prediction-one.predictionOne',
      nodeVersion: '1.0',
      codexVersion: '1.0',
    });
  });
  test('has categories that n8n knows, and the resources without which n8n drops it', () => {
    expect((codex()['categories'] as string[]).filter((one) => !categories.includes(one))).toEqual([]);
    expect(codex()['resources']).toMatchObject({
      credentialDocumentation: [{ url: expect.stringMatching(/^https:/) as string }],
      primaryDocumentation: [{ url: expect.stringMatching(/^https:/) as string }],
    });
  });
});

describe('icons', () => {
  const svg = (path: string) => packedText(path);
  test('light and dark differ, and are drawings without text or scripts', () => {
    const [light, dark] = [svg('dist/icons/prediction-one.svg'), svg('dist/icons/prediction-one.dark.svg')];
    expect(light).not.toBe(dark);
    for (const icon of [light, dark]) {
      expect(icon).toMatch(/^<svg [^>]*viewBox="0 0 64 64"/);
      expect(icon).not.toMatch(/<(script|text|image|foreignObject)/);
    }
  });
  test.each(credentialNames)('%s points at files that are there', (name) => {
    const icon = packedCredentials()[credentialNames.indexOf(name)]?.icon as { light: string; dark: string };
    for (const path of [icon.light, icon.dark]) {
      expect(existsSync(join(packedFolder, 'dist', 'credentials', path.replace('file:', '')))).toBe(true);
    }
  });
});

test("n8n's scanner accepts sources and tarball", () => {
  const tool = join(sourceFolder, '..', '..', 'tools', 'scan-n8n-package.mjs');
  const { stdout, stderr } = spawnSync(process.execPath, [tool, sourceFolder, packedFolder], {
    encoding: 'utf8',
  });
  expect({ stderr, said: JSON.parse(stdout || '{}') as unknown }).toEqual({
    stderr: expect.not.stringContaining('Error') as string,
    said: { source: { passed: true, message: '' }, tarball: { passed: true, message: '' } },
  });
}, 120_000);

test('the README says what n8n asks for, in this order', () => {
  const headings = [...packedText('README.md').matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
  const asked = [
    'Installation',
    'Operations',
    'Credentials',
    'Compatibility',
    'Usage',
    'Resources',
    'Version history',
  ];
  expect(headings.filter((heading) => asked.includes(String(heading)))).toEqual(asked);
  expect(packedText('README.md')).toContain('not made, endorsed or supported by Sony');
});

test('the licence is MIT, word for word as in the repository', () => {
  const own = readFileSync(join(dirname(dirname(sourceFolder)), 'LICENSE'), 'utf8');
  expect(packedText('LICENSE.md').trim()).toBe(own.trim());
});
