import type { Plugin } from 'esbuild';

/** GitHub's toolkit does nothing when it is loaded, and does not say so: what is not used of it would be carried along. */
export const toolkitWithoutSideEffects: Plugin = {
  name: 'toolkit-without-side-effects',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /.*/ }, async ({ path, pluginData, ...from }) => {
      const isToolkit =
        path.startsWith('@actions/') || /[\\/]node_modules[\\/]@actions[\\/]/.test(from.importer);
      if (!isToolkit || pluginData === asked) return undefined;
      const { importer, kind, namespace, resolveDir, with: attributes } = from;
      const found = await resolve(path, {
        importer,
        kind,
        namespace,
        resolveDir,
        with: attributes,
        pluginData: asked,
      });
      return found.errors.length > 0 || found.external ? found : { path: found.path, sideEffects: false };
    });
  },
};

const asked = Symbol('asked');
