import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Bundles a program of ours into one file of plain JavaScript, as it ships: what Node.js needs to read TypeScript is no
 * part of the cost. @returns its path
 */
export async function bundle(entry: string, folder: string, name: string): Promise<string> {
  const outfile = join(folder, `${name}.cjs`);
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node24',
    conditions: ['@modelferry/source'],
    logLevel: 'error',
  });
  return outfile;
}
