import type { Layout } from '@modelferry/n8n-host/properties';
import type { Catalog } from '@modelferry/operation';
import { globSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A node whose face is made from a catalog. */
export interface NodeModule {
  /** Folder of the package, below the root: `packages/n8n-nodes-prediction-one`. */
  readonly packageFolder: string;
  /** Folder of the node, below the root. */
  readonly nodeFolder: string;
  readonly catalog: Catalog<never>;
  readonly layout: Layout;
}

/** Finds every node package: each node's folder has a `layout.ts` that exports `catalog` and `layout`. */
export async function nodeModules(root: string): Promise<readonly NodeModule[]> {
  const files = globSync('packages/n8n-nodes-*/nodes/*/layout.ts', { cwd: root }).sort();
  return Promise.all(
    files.map(async (file) => {
      const { catalog, layout } = (await import(pathToFileURL(join(root, file)).href)) as Pick<
        NodeModule,
        'catalog' | 'layout'
      >;
      const nodeFolder = dirname(file).split(sep).join('/');
      return { packageFolder: nodeFolder.split('/').slice(0, 2).join('/'), nodeFolder, catalog, layout };
    }),
  );
}
