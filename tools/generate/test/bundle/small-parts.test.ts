import type { Metafile } from 'esbuild';
import { smallParts } from '../../src/bundle/small-parts.ts';

type Output = Metafile['outputs'][string];

const output = (inputs: readonly string[], more: Partial<Output> = {}): Output => ({
  bytes: 100,
  inputs: Object.fromEntries(inputs.map((path) => [path, { bytesInOutput: 100 / inputs.length }])),
  imports: [],
  exports: [],
  ...more,
});

const statically = (...paths: readonly string[]): Output['imports'] =>
  paths.map((path) => ({ path, kind: 'import-statement' }));

test('finds the sources of the little chunks that a vendor is loaded with, and of no other', () => {
  const outputs = {
    'main.mjs': output(['main.ts'], {
      entryPoint: 'action:ferry/load',
      imports: [{ path: 'host.mjs', kind: 'dynamic-import' }, ...statically('early.mjs')],
    }),
    'early.mjs': output(['early.ts']),
    'host.mjs': output(['host.ts'], {
      entryPoint: 'late:apps/github-action/src/vendors/ferry/host.ts',
      imports: [...statically('little.mjs', 'large.mjs'), { path: 'later.mjs', kind: 'dynamic-import' }],
    }),
    'little.mjs': output(['d.ts', 'c.ts'], { imports: statically('less.mjs') }),
    'less.mjs': output(['b.ts'], { imports: statically('little.mjs') }),
    'large.mjs': output(['large.ts'], { bytes: 40_000 }),
    'later.mjs': output(['later.ts']),
  };
  expect(smallParts(outputs)).toEqual(['b.ts', 'c.ts', 'd.ts']);
});
