import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GeneratedFile } from './generated-file.ts';
import type { NodeModule } from './node-module.ts';
import { propertiesFile } from './properties-file.ts';
import { readmeFile } from './readme-file.ts';
import { schemaFiles } from './schema-files.ts';

/** Every file that is made from a catalog, as it must stand. */
export async function generatedFiles(
  root: string,
  modules: readonly NodeModule[],
): Promise<readonly GeneratedFile[]> {
  const perModule = modules.map(async (one) => [
    await propertiesFile(one),
    ...schemaFiles(one),
    readmeFile(one, readFileSync(join(root, one.packageFolder, 'README.md'), 'utf8')),
  ]);
  return (await Promise.all(perModule)).flat();
}
