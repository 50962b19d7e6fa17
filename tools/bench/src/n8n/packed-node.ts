import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { runChild, type BenchContext } from '../harness/index.ts';

/**
 * Builds a node package, packs it as npm would publish it and unpacks it beside the n8n-workflow of the n8n it will run
 * in, which is all that a verified node may need.
 * @param name of the package, and of its folder
 * @returns the folder it lies in
 */
export async function packedNode(
  { folder, signal }: BenchContext,
  root: string,
  n8nFolder: string,
  name: string,
): Promise<string> {
  const source = join(root, 'packages', name);
  const modules = join(folder, 'packed', 'node_modules');
  const unpacked = join(modules, name);
  await mkdir(unpacked, { recursive: true });
  await runChild(['npm', 'run', 'build', '--silent', '--workspace', name, '--prefix', root], signal);
  const packing = ['npm', 'pack', source, '--json', '--ignore-scripts', '--pack-destination', modules];
  const [packed] = JSON.parse(await runChild(packing, signal)) as readonly { readonly filename: string }[];
  await runChild(
    ['tar', '-xzf', join(modules, packed?.filename ?? ''), '--strip-components=1', '-C', unpacked],
    signal,
  );
  await symlink(join(n8nFolder, 'node_modules', 'n8n-workflow'), join(modules, 'n8n-workflow'));
  return unpacked;
}
