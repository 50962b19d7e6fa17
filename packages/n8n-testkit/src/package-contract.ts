import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import type { CatalogOnTrial } from './catalog-on-trial.ts';
import {
  credentialNames,
  packedCredentials,
  packedFolder,
  packedJson,
  packedManifest,
  packedText,
  sourceFolder,
} from './packed.ts';

/** What is particular to a package. */
export interface PackageOnTrial {
  readonly catalog: CatalogOnTrial;
  /** Name of the icons' files, without `.svg`. */
  readonly icon: string;
  /** The README says `not made, endorsed or supported by <vendor>`. */
  readonly vendor: string;
}

// Of n8n's closed lists
const categories = [
  ...['Data & Storage', 'Finance & Accounting', 'Marketing & Content', 'Productivity', 'Miscellaneous'],
  ...['Sales', 'Development', 'Analytics', 'Communication', 'Utility'],
];
const lifecycleScripts = [
  ...['prepare', 'preinstall', 'install', 'postinstall', 'prepublish', 'preprepare', 'postprepare'],
];

const rootFolder = resolve(sourceFolder, '..', '..');
const packedFiles = () =>
  readdirSync(packedFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(packedFolder.length + 1))
    .sort();

/** What n8n asks of a package before it is verified, of the package as npm would publish it. */
export function packageContract({ catalog, icon, vendor }: PackageOnTrial): void {
  const { n8n } = packedManifest();
  const bundles = packedFiles().filter((file) => file.endsWith('.js'));
  const codexFiles = n8n.nodes.map((entry) => entry.replace(/\.js$/, '.json'));
  const [firstNode = ''] = n8n.nodes;

  test('holds exactly what n8n needs', () => {
    const schemas = catalog.operations.map(
      ({ resource, name }) => `${dirname(firstNode)}/__schema__/v1.0.0/${resource}/${name}.json`,
    );
    expect(packedFiles()).toEqual(
      [
        ...['LICENSE.md', 'README.md', 'package.json', 'dist/THIRD-PARTY-LICENSES.txt'],
        ...[`dist/icons/${icon}.svg`, `dist/icons/${icon}.dark.svg`],
        ...n8n.credentials,
        ...n8n.nodes,
        ...codexFiles,
        ...schemas,
      ].sort(),
    );
  });

  describe('the manifest', () => {
    test('asks for nothing but n8n itself', () => {
      const { peerDependencies, dependencies, optionalDependencies, bundledDependencies } = packedManifest();
      expect(peerDependencies).toEqual({ 'n8n-workflow': '*' });
      expect({ dependencies, optionalDependencies, bundledDependencies }).toEqual({});
    });
    test('overrides nothing and runs nothing when it is installed', () => {
      const { overrides, resolutions, scripts = {} } = packedManifest();
      expect({ overrides, resolutions }).toEqual({});
      expect(Object.keys(scripts).filter((name) => lifecycleScripts.includes(name))).toEqual([]);
    });
    test('is one of a community node', () => {
      expect(packedManifest()).toMatchObject({
        license: 'MIT',
        keywords: expect.arrayContaining(['n8n-community-node-package']) as string[],
        author: { name: expect.any(String) as string, email: expect.stringContaining('@') as string },
        repository: { type: 'git', directory: `packages/${packedManifest().name}` },
        homepage: expect.stringMatching(/^https:/) as string,
        n8n: { n8nNodesApiVersion: 1, strict: true },
      });
    });
    test('names only entries that are there, and all of them', () => {
      expect([...n8n.nodes, ...n8n.credentials].sort()).toEqual(bundles);
    });
  });

  describe('the bundles', () => {
    test.each(bundles)('%s requires only what n8n has', (file) => {
      const required = [...packedText(file).matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name);
      expect(required.filter((name) => name !== 'n8n-workflow' && name !== 'node:crypto')).toEqual([]);
      expect(required.filter((name) => builtinModules.includes(String(name)))).toEqual([]);
    });
    test.each(bundles)('%s can be read by a reviewer', (file) => {
      const lines = packedText(file).split('\n');
      const longest = Math.max(...lines.map(({ length }) => length));
      expect(lines.length).toBeGreaterThan(50);
      expect(longest).toBeLessThan(1_000);
      expect(lines.at(-2)).not.toContain('sourceMappingURL');
    });
    test('carry no path of the machine that built them', () => {
      for (const file of packedFiles()) expect(packedText(file)).not.toContain(rootFolder);
    });
    test('come with the licence of what they hold', () => {
      const text = packedText('dist/THIRD-PARTY-LICENSES.txt');
      expect(text).toMatch(/^valibot 1\.5\.0/);
      expect(text).toContain('Permission is hereby granted');
      expect(text.match(/^[@\w/-]+ \d+\.\d+\.\d+ \(/gm)).toHaveLength(1);
    });
  });

  describe.each(codexFiles)('the codex %s', (file) => {
    const codex = () => packedJson(file);
    test('is for this node, in the version n8n reads', () => {
      const nodeClass = basename(file).split('.')[0] ?? '';
      const nodeName = nodeClass.charAt(0).toLowerCase() + nodeClass.slice(1);
      const node = `${packedManifest().name}.${nodeName}`;
      expect(codex()).toMatchObject({ node, nodeVersion: '1.0', codexVersion: '1.0' });
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
    test('light and dark differ, and are drawings without text or scripts', () => {
      const [light, dark] = [packedText(`dist/icons/${icon}.svg`), packedText(`dist/icons/${icon}.dark.svg`)];
      expect(light).not.toBe(dark);
      for (const drawing of [light, dark]) {
        expect(drawing).toMatch(/^<svg [^>]*viewBox="0 0 64 64"/);
        expect(drawing).not.toMatch(/<(script|text|image|foreignObject)/);
      }
    });
    test.each(credentialNames())('%s points at files that are there', (name) => {
      const shown = packedCredentials()[credentialNames().indexOf(name)]?.icon as Record<string, string>;
      for (const path of [shown['light'], shown['dark']]) {
        const file = join(packedFolder, 'dist', 'credentials', String(path).replace('file:', ''));
        expect(existsSync(file)).toBe(true);
      }
    });
  });

  test("n8n's scanner accepts sources and tarball", () => {
    const tool = join(rootFolder, 'tools', 'scan-n8n-package.mjs');
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
      ...['Installation', 'Operations', 'Credentials', 'Compatibility', 'Usage', 'Resources'],
      'Version history',
    ];
    expect(headings.filter((heading) => asked.includes(String(heading)))).toEqual(asked);
    expect(packedText('README.md')).toContain(`not made, endorsed or supported by ${vendor}`);
  });

  test('the licence is MIT, word for word as in the repository', () => {
    const own = readFileSync(join(rootFolder, 'LICENSE'), 'utf8');
    expect(packedText('LICENSE.md').trim()).toBe(own.trim());
  });
}
