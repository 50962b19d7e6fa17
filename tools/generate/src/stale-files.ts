import { globSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { GeneratedFile } from './generated-file.ts';
import type { NodeModule } from './node-module.ts';
import { schemaFolder } from './schema-files.ts';

/** Schemas of operations that are no more, below the root. */
export function staleFiles(
  root: string,
  modules: readonly NodeModule[],
  files: readonly GeneratedFile[],
): string[] {
  const wanted = new Set(files.map(({ path }) => path));
  return modules
    .flatMap(({ nodeFolder }) => globSync(join(nodeFolder, schemaFolder, '**/*.json'), { cwd: root }))
    .map((file) => file.split(sep).join('/'))
    .filter((file) => !wanted.has(file));
}
