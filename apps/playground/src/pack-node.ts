import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { paths } from './host/paths.ts';
import type { Processes } from './host/processes.ts';
import { runCommand } from './host/run-command.ts';
import { UserError } from './user-error.ts';

/** A node package under test, as npm would publish it. */
export interface PackedNode {
  readonly name: string;
  readonly version: string;
  readonly tarball: string;
}

const nodePackages: readonly string[] = [
  'n8n-nodes-prediction-one',
  'n8n-nodes-datarobot',
  'n8n-nodes-abeja',
];

/** Builds the node packages and packs each as `npm publish` would. */
export async function packNodes(processes: Processes, into: string): Promise<readonly PackedNode[]> {
  await mkdir(into, { recursive: true });
  await runCommand(processes, {
    purpose: 'Building the node packages',
    command: join(paths.bin, 'nx'),
    args: ['run-many', '-t', 'build', '-p', nodePackages.join(','), '--outputStyle=stream'],
    cwd: paths.root,
    env: process.env,
  });
  return Promise.all(nodePackages.map((nodePackage) => pack(processes, nodePackage, into)));
}

async function pack(processes: Processes, nodePackage: string, into: string): Promise<PackedNode> {
  const answer = await runCommand(processes, {
    purpose: `Packing ${nodePackage}`,
    command: 'npm',
    args: ['pack', '--json', '--ignore-scripts', '--pack-destination', into],
    cwd: join(paths.root, 'packages', nodePackage),
    env: process.env,
  });
  const [packed] = JSON.parse(answer) as readonly { name: string; version: string; filename: string }[];
  if (!packed) throw new UserError(`npm packed nothing in packages/${nodePackage}.`);
  return { name: packed.name, version: packed.version, tarball: join(into, packed.filename) };
}

/**
 * Installs a packed node the way n8n installs community nodes: unpacked below the user folder, the dependencies that
 * only its makers need struck out of its manifest.
 */
export async function installNode(
  processes: Processes,
  { name, tarball }: PackedNode,
  userFolder: string,
): Promise<void> {
  const folder = join(userFolder, '.n8n', 'nodes', 'node_modules', name);
  await mkdir(folder, { recursive: true });
  await runCommand(processes, {
    purpose: `Unpacking ${name}`,
    command: 'tar',
    args: ['-xzf', tarball, '--strip-components=1', '-C', folder],
    cwd: folder,
    env: { PATH: process.env.PATH },
  });
  const manifestFile = join(folder, 'package.json');
  const manifest = JSON.parse(await readFile(manifestFile, 'utf8')) as Record<string, unknown>;
  for (const key of ['devDependencies', 'peerDependencies', 'optionalDependencies']) delete manifest[key];
  if (Object.keys((manifest.dependencies as object | undefined) ?? {}).length > 0) {
    throw new UserError(`${name} has run-time dependencies, which our node packages must not have.`);
  }
  await writeFile(manifestFile, JSON.stringify(manifest, null, 2));
}
