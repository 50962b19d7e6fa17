import type { Metafile } from 'esbuild';
import { bundleFaults } from '../../src/bundle/bundle-faults.ts';

const importing = (...paths: readonly string[]): Metafile => ({
  inputs: {},
  outputs: {
    'dist/index.mjs': {
      bytes: 1,
      inputs: {},
      exports: [],
      imports: paths.map((path) => ({ path, kind: 'import-statement', external: true })),
    },
  },
});

test('modules of Node.js may stay outside', () => {
  expect(bundleFaults(importing('node:fs', 'os', 'node:sqlite'), [])).toEqual([]);
});

test('no other module may, and each is named once', () => {
  expect(bundleFaults(importing('left-pad', 'left-pad'), [])).toEqual([
    'left-pad: left outside the bundle, where a runner does not have it',
  ]);
});

test('all files together have a budget, counted in bytes', () => {
  const half = 'ä'.repeat(300_000);
  const files = [half, half].map((content, index) => ({ path: `${index}`, content }));
  expect(bundleFaults(importing(), files)).toEqual([]);
  expect(bundleFaults(importing(), [...files, { path: '2', content: '.' }])).toEqual([
    '1200001 bytes in all, and 1200000 is the budget',
  ]);
});
