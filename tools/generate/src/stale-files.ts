import { globSync } from 'node:fs';
import { sep } from 'node:path';
import type { GeneratedFile } from './generated-file.ts';

/**
 * Files of operations that are no more, below the root.
 * @param patterns of places where every file is generated
 */
export function staleFiles(
  root: string,
  patterns: readonly string[],
  files: readonly GeneratedFile[],
): readonly string[] {
  const wanted = new Set(files.map(({ path }) => path));
  return globSync([...patterns], { cwd: root, withFileTypes: false })
    .map((file) => file.split(sep).join('/'))
    .filter((file) => !wanted.has(file))
    .sort();
}
