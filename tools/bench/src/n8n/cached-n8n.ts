import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

export interface CachedN8n {
  readonly version: string;
  /** The folder with its node_modules. */
  readonly folder: string;
}

/** The real n8n that the playground has installed, with n8n's own nodes. @throws Error telling how to get it */
export function cachedN8n(root: string): CachedN8n {
  const manifest = join(root, 'apps', 'playground', 'n8n', 'package.json');
  const { dependencies } = JSON.parse(readFileSync(manifest, 'utf8')) as { dependencies: { n8n: string } };
  const folder = join(root, '.cache', `n8n-${dependencies.n8n}`);
  try {
    createRequire(join(folder, 'package.json')).resolve('n8n-nodes-base/package.json');
  } catch (cause) {
    throw new Error(`n8n ${dependencies.n8n} is not installed yet: run "npm start -- --once" first.`, {
      cause,
    });
  }
  return { version: dependencies.n8n, folder };
}
