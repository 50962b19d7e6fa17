import { isAbsolute, relative } from 'node:path';

/** A path as people know it: from the workspace where it is there, else whole. */
export function shownPath(path: string, workspace: string): string {
  const below = relative(workspace, path);
  return below === '' || below.startsWith('..') || isAbsolute(below) ? path : below;
}
