import type { Metafile } from 'esbuild';
import { isBuiltin } from 'node:module';
import type { GeneratedFile } from '../generated-file.ts';

/** All files together; what a runner downloads for each use. */
const budgetBytes = 1_200_000;

/** One line for each thing that may not be in the committed output. */
export function bundleFaults({ outputs }: Metafile, files: readonly GeneratedFile[]): readonly string[] {
  const outside = Object.values(outputs)
    .flatMap(({ imports }) => imports.filter(({ external }) => external))
    .filter(({ path }) => !isBuiltin(path));
  const bytes = files.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
  return [
    ...[...new Set(outside.map(({ path }) => path))].map(
      (path) => `${path}: left outside the bundle, where a runner does not have it`,
    ),
    ...(bytes > budgetBytes ? [`${bytes} bytes in all, and ${budgetBytes} is the budget`] : []),
  ];
}
