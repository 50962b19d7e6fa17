import { build, type BuildOptions } from 'esbuild';
import { join, relative, sep } from 'node:path';
import { thirdPartyLicences } from '../../../third-party-licences.mjs';
import { actionFolder } from '../action/manifest-files.ts';
import type { GeneratedFile } from '../generated-file.ts';
import { bundleFaults } from './bundle-faults.ts';
import { actionEntries, type ActionEntry } from './action-entries.ts';
import { fewChunks } from './few-chunks.ts';
import { lateRuns } from './late-runs.ts';
import { leastUndici } from './least-undici.ts';
import { reachableOutputs } from './reachable-outputs.ts';
import { smallParts } from './small-parts.ts';
import { withRequire } from './with-require.ts';
import { withoutFacade } from './without-facade.ts';

/** What the actions run, below the root. GitHub runs it as it stands in the repository. */
export const distFolder = `${actionFolder}/dist`;

/**
 * Bundles every entry, with what they have in common in chunks. The same sources give the same bytes, wherever they lie.
 * @param root of the repository
 * @throws Error naming everything that may not be shipped
 */
export async function distFiles(
  root: string,
  entries: readonly ActionEntry[],
  home = join(root, actionFolder),
): Promise<readonly GeneratedFile[]> {
  const bundle = (together: readonly string[]) => build(optionsOf(root, entries, home, together));
  // Only a first bundle shows which parts would lie scattered
  const first = await bundle([]);
  const { metafile, outputFiles, warnings } = await bundle(smallParts(first.metafile.outputs));
  const outputs = reachableOutputs(metafile.outputs, (madeFrom) => madeFrom.startsWith('action:'));
  const kept = { ...metafile, outputs };
  const files = [
    ...outputFiles
      .map(({ path, text }) => ({
        path: relative(root, path).split(sep).join('/'),
        content: withRequire(withoutFacade(text)),
      }))
      .filter(({ path }) => path in outputs),
    { path: `${distFolder}/licenses.txt`, content: thirdPartyLicences(root, kept) },
  ];
  const faults = [
    ...warnings.map(({ text, location }) => `${location?.file ?? 'esbuild'}: ${text}`),
    ...bundleFaults(kept, files),
  ];
  if (faults.length > 0) throw new Error(`The actions cannot be shipped so:\n  ${faults.join('\n  ')}`);
  return files;
}

const optionsOf = (
  root: string,
  entries: readonly ActionEntry[],
  home: string,
  together: readonly string[],
) =>
  ({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(entries.map(({ name }) => [name, `action:${name}`])),
    outdir: distFolder,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'chunks/[name]-[hash]',
    plugins: [actionEntries(entries, home), leastUndici, fewChunks(root, together), lateRuns(root)],
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    conditions: ['@modelferry/source'],
    // How undici is bundled into Node.js itself: without its experimental second parser, which is a sixth of everything
    define: { esbuildDetection: 'true' },
    // Changes are read, and so is what runs with somebody's keys
    minify: false,
    // The whole texts are in licenses.txt
    legalComments: 'none',
    metafile: true,
    write: false,
    logLevel: 'silent',
    // A module whose name is computed would be looked for where a runner does not have it
    logOverride: {
      'unsupported-dynamic-import': 'error',
      'unsupported-require-call': 'error',
      'indirect-require': 'error',
    },
  }) satisfies BuildOptions;
