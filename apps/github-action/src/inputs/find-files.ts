import { globSync, statSync } from 'node:fs';
import { resolve } from 'node:path';

/** A path that holds one of these may be a glob. */
const globSigns = /[*?[\]{}!()]/;

/**
 * The files that a path or a glob names, in the workspace unless it is absolute, sorted. A path that is there is taken as
 * it stands, whatever signs it holds.
 */
export function findFiles(pattern: string, workspace: string): readonly string[] {
  const path = resolve(workspace, pattern);
  if (isFile(path)) return [path];
  if (!globSigns.test(pattern)) return [];
  return globSync(pattern, { cwd: workspace })
    .map((found) => resolve(workspace, found))
    .filter(isFile)
    .sort();
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
