import '@modelferry/testkit/n8n-env';
import 'reflect-metadata';
import { PackageDirectoryLoader } from 'n8n-core';
import { classOf, credentialNames, packedFolder, packedManifest } from '../packed.ts';

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/**
 * What holds of every node package that n8n has loaded: by its own loader, from the package as npm would publish it.
 * @param icon name of the icons' files, without `.svg`
 */
export function loaderContract(icon: string): void {
  const { name, n8n } = packedManifest();
  const nodeNames = n8n.nodes.map(classOf).map(lowerFirst);
  const loader = new PackageDirectoryLoader(packedFolder);
  beforeAll(() => loader.loadAll());

  test('n8n finds the nodes and their credentials', () => {
    const nodes = n8n.nodes.map((sourcePath) => {
      const className = classOf(sourcePath);
      return [lowerFirst(className), { className, sourcePath }];
    });
    expect(loader.known.nodes).toEqual(Object.fromEntries(nodes));
    expect(Object.keys(loader.known.credentials).sort()).toEqual(credentialNames().map(lowerFirst).sort());
  });

  test('every credential serves a node', () => {
    for (const { supportedNodes = [] } of Object.values(loader.known.credentials)) {
      expect(supportedNodes.length).toBeGreaterThan(0);
      for (const node of supportedNodes) expect(nodeNames).toContain(node);
    }
  });

  test('icons become URLs that n8n serves', () => {
    const shown = [...loader.types.nodes, ...loader.types.credentials];
    expect(shown).toHaveLength(n8n.nodes.length + n8n.credentials.length);
    for (const { iconUrl } of shown) {
      expect(iconUrl).toEqual({
        light: `icons/${name}/dist/icons/${icon}.svg`,
        dark: `icons/${name}/dist/icons/${icon}.dark.svg`,
      });
    }
  });

  test('every codex is read whole', () => {
    expect(loader.types.nodes).toHaveLength(nodeNames.length);
    for (const node of loader.types.nodes) {
      expect(node).toMatchObject({
        codex: {
          categories: expect.arrayContaining(['Analytics']) as string[],
          alias: expect.arrayContaining(['Modelferry']) as string[],
          resources: { primaryDocumentation: [{ url: expect.any(String) as string }] },
        },
      });
    }
  });
}
