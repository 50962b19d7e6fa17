import type { Plugin } from 'esbuild';
import { existsSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { actionFolder } from '../action/manifest-files.ts';

/** Who makes a vendor's client, and what its operations do: both come after the vendor has been loaded. */
const vendorHost = /[\\/]src[\\/]vendors[\\/][^\\/]+[\\/]host\.ts$/;
const runsOf = /^runs-of:packages\/([^/]+)\//;

/**
 * Keeps what is loaded together in one chunk. What is loaded late comes after main, post and, where an operation runs, its
 * vendor; once it says so itself, the bundler has no reason to set apart what both sides use, file by file. A step that
 * checks its inputs then loads a handful of files instead of thirty.
 * @param root of the repository
 * @param together sources below the root that all late parts have in common, so that they are one chunk
 */
export const fewChunks = (root: string, together: readonly string[] = []): Plugin => {
  const source = (path: string) => join(root, actionFolder, 'src', path);
  const earlier = [source('main.ts'), source('post.ts')].filter(existsSync);
  const common = new Set(together.map((path) => join(root, path)));
  const commonNames = new Set([...common].map((path) => basename(path)));
  return {
    name: 'few-chunks',
    setup({ onResolve, onLoad, resolve }) {
      onResolve({ filter: /.*/ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
        if (pluginData === 'found') return undefined;
        if (kind !== 'dynamic-import') {
          if (!commonNames.has(basename(path))) return undefined;
          const found = await resolve(path, { kind, importer, resolveDir, pluginData: 'found' });
          // Otherwise an import that takes no name would be dropped
          return common.has(found.path) ? { path: found.path, sideEffects: true } : undefined;
        }
        const [, vendor] = runsOf.exec(path) ?? [];
        if (vendor !== undefined) {
          const host = source(`vendors/${vendor}/host.ts`);
          return { path, namespace: 'late', pluginData: [...earlier, host, path] };
        }
        const found = await resolve(path, { kind, importer, resolveDir, pluginData: 'found' });
        const host = vendorHost.test(importer) ? [importer] : [];
        // A path below the root: it shows in the bundle
        const shown = relative(root, found.path).split(sep).join('/');
        return { path: shown, namespace: 'late', pluginData: [...earlier, ...host, found.path] };
      });
      onLoad({ filter: /.*/, namespace: 'late' }, ({ pluginData }) => {
        const before = [...(pluginData as readonly string[])].map((path) => JSON.stringify(path));
        const late = before.pop();
        before.push(...[...common].map((path) => JSON.stringify(path)));
        return {
          contents: `${before.map((path) => `import ${path};\n`).join('')}export * from ${late};\n`,
          resolveDir: root,
        };
      });
    },
  };
};
