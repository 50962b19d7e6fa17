import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Our repository, as workflows of others name it. */
export const ownRepository = 'modelferry/modelferry';

/** What may stand behind the @: the moving tag of a major version, or a full version. */
export const ownRef = /^action-v\d+(\.\d+\.\d+)?$/;

/**
 * Which folder of ours a `uses:` means.
 * @returns below the root, '' for the root; undefined where it is not ours
 */
export function ownFolder(uses: string): string | undefined {
  const [path = ''] = uses.split('@');
  if (path === '.' || path.startsWith('./')) return path.replace(/^\.\/?/, '').replace(/\/$/, '');
  if (path === ownRepository) return '';
  return path.startsWith(`${ownRepository}/`) ? path.slice(ownRepository.length + 1) : undefined;
}

/** The manifest of an action of ours, below the root; undefined when there is none. */
export const ownManifest = (root: string, folder: string): string | undefined =>
  ['action.yml', 'action.yaml'].map((name) => join(root, folder, name)).find((file) => existsSync(file));
