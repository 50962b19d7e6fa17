import type { Plugin } from 'esbuild';
import { nameOf, type ActionVendor } from '../action/action-vendor.ts';

/** A file that a runner starts: too little to be written by hand for each action. */
export interface ActionEntry {
  /** Below the output folder, without an extension: `prediction-one/retrain`. */
  readonly name: string;
  readonly source: string;
}

/** One entry for each action, one for the root action, one for what comes after any of them. */
export const entriesOf = (vendors: readonly ActionVendor[]): readonly ActionEntry[] => [
  ...vendors.flatMap(({ faces }) =>
    faces.map((face) => ({
      name: nameOf(face),
      source: call('main', 'runStep', face.vendor, face.step),
    })),
  ),
  { name: 'index', source: call('main', 'runChosen', ...vendors.flatMap(({ faces }) => faces.map(nameOf))) },
  { name: 'post', source: call('post', 'runPost') },
];

/** Main and post are always loaded together: nearly all they need is the same, and one file is read faster than ten. */
const call = (module: 'main' | 'post', name: string, ...values: readonly string[]): string =>
  [
    `import './src/${module === 'main' ? 'post' : 'main'}.ts';`,
    `import { ${name} } from './src/${module}.ts';`,
    `await ${name}(${values.map((value) => `'${value}'`).join(', ')});`,
    '',
  ].join('\n');

/** Lets the bundler read entries that stand in no file. */
export const actionEntries = (entries: readonly ActionEntry[], resolveDir: string): Plugin => ({
  name: 'action-entries',
  setup({ onResolve, onLoad }) {
    const sources = new Map(entries.map(({ name, source }) => [name, source]));
    onResolve({ filter: /^action:/ }, ({ path }) => ({
      path: path.slice('action:'.length),
      namespace: 'action',
    }));
    onLoad({ filter: /.*/, namespace: 'action' }, ({ path }) => ({
      contents: sources.get(path),
      loader: 'ts',
      resolveDir,
    }));
  },
});
