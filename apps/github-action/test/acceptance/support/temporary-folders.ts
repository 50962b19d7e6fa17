import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Empty folders of these names, side by side. */
export async function temporaryFolders<Name extends string>(
  ...names: readonly Name[]
): Promise<Readonly<Record<Name, string>> & { remove(): Promise<void> }> {
  const root = await mkdtemp(join(await realpath(tmpdir()), 'ferry-acceptance-'));
  await Promise.all(names.map((name) => mkdir(join(root, name))));
  const folders = Object.fromEntries(names.map((name) => [name, join(root, name)])) as Record<Name, string>;
  return { ...folders, remove: () => rm(root, { recursive: true, force: true }) };
}
