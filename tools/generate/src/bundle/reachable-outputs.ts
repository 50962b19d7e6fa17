import type { Metafile } from 'esbuild';

type Outputs = Metafile['outputs'];

/**
 * The outputs that an entry leads to. The bundler also writes a chunk for each `import()` in a file that it has read, be it
 * in code that nothing uses and that it left out: such a chunk would be carried along for nobody.
 * @param isEntry whether an output is started from outside, by what it was made from
 */
export function reachableOutputs(outputs: Outputs, isEntry: (madeFrom: string) => boolean): Outputs {
  const reached = new Set<string>();
  const reach = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    outputs[path]?.imports.filter(({ external }) => !external).forEach((one) => reach(one.path));
  };
  for (const [path, { entryPoint }] of Object.entries(outputs)) {
    if (entryPoint !== undefined && isEntry(entryPoint)) reach(path);
  }
  return Object.fromEntries(Object.entries(outputs).filter(([path]) => reached.has(path)));
}
