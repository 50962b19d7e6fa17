import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lint-planted.ts';

type Manifest = Readonly<Record<string, unknown>> & { readonly scripts?: Readonly<Record<string, string>> };

const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8')) as Manifest;
const published = globSync('packages/*/package.json', { cwd: root })
  .filter((path) => read(path)['private'] !== true)
  .sort();
const n8nPackages = published.filter((path) => path.includes('/n8n-nodes-'));

test('there is something to hold to the law', () => {
  expect(published.length).toBeGreaterThan(5);
  expect(n8nPackages.length).toBeGreaterThan(0);
});

describe.each(published)('%s', (path) => {
  const manifest = read(path);

  test('says who made it, where it lives and under which licence', () => {
    expect(manifest).toMatchObject({
      license: 'MIT',
      version: expect.stringMatching(/^\d+\.\d+\.\d+/) as string,
      description: expect.stringMatching(/\w{3}/) as string,
      author: { name: 'Modelferry', email: 'maintainers@modelferry.example' },
      repository: { directory: path.replace('/package.json', '') },
      homepage: expect.stringContaining('https://github.com/modelferry/modelferry/') as string,
    });
  });

  test('runs no script on whoever installs it', () => {
    const scripts = Object.keys(manifest.scripts ?? {});
    const forbidden = [
      'preinstall',
      'install',
      'postinstall',
      'prepare',
      'preprepare',
      'postprepare',
      'prepublish',
    ];
    expect(scripts.filter((name) => forbidden.includes(name))).toEqual([]);
  });
});

test.each(n8nPackages)('%s brings no dependencies', (path) => {
  const manifest = read(path);
  expect(manifest['dependencies'] ?? {}).toEqual({});
  expect(manifest['overrides']).toBeUndefined();
  expect(manifest['peerDependencies']).toEqual({ 'n8n-workflow': '*' });
});
