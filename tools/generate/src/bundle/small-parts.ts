import type { Metafile } from 'esbuild';

type Outputs = Metafile['outputs'];

/** A file costs more to open than this many bytes of it cost to read. */
const smallBytes = 8_000;

/** What is made from a vendor's host is loaded before any input is checked. */
const vendorHost = /\/vendors\/[^/]+\/host\.ts$/;

/**
 * Sources that the bundler has put into little chunks, a few each, since several late parts use them: too many files for a
 * step that only checks its inputs. They can as well stand together in one.
 * @returns their paths below the root
 */
export function smallParts(outputs: Outputs): readonly string[] {
  const reached = new Set<string>();
  const reach = (path: string): void => {
    const output = outputs[path];
    if (output === undefined || reached.has(path)) return;
    reached.add(path);
    for (const { kind, path: next } of output.imports) if (kind === 'import-statement') reach(next);
  };
  for (const [path, { entryPoint = '' }] of Object.entries(outputs))
    if (vendorHost.test(entryPoint)) reach(path);
  return [...reached]
    .flatMap((path) => outputs[path] ?? [])
    .filter(({ entryPoint, bytes }) => entryPoint === undefined && bytes < smallBytes)
    .flatMap(({ inputs }) => Object.keys(inputs))
    .sort();
}
