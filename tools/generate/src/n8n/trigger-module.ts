import type { Catalog } from '@modelferry/operation';
import { globSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A trigger node whose face is made from a catalog. */
export interface TriggerModule {
  /** Folder of the node, below the root. */
  readonly nodeFolder: string;
  readonly catalog: Catalog<never>;
}

/** Finds every trigger node: its folder has an `events.ts` that exports `catalog`. */
export async function triggerModules(root: string): Promise<readonly TriggerModule[]> {
  const files = globSync('packages/n8n-nodes-*/nodes/*/events.ts', { cwd: root }).sort();
  return Promise.all(
    files.map(async (file) => {
      const { catalog } = (await import(pathToFileURL(join(root, file)).href)) as TriggerModule;
      return { nodeFolder: dirname(file).split(sep).join('/'), catalog };
    }),
  );
}
