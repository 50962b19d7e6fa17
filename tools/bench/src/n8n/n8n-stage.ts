import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runChild, type BenchContext, type TableFile } from '../harness/index.ts';
import { cachedN8n } from './cached-n8n.ts';
import type { NodeTask } from './node-process.ts';
import type { InputItem, NodeRun, NodeToRun, StoredFile } from './node-run.ts';
import { packedNode } from './packed-node.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');
const program = join(import.meta.dirname, 'node-process.ts');

/** A real n8n with a node package of ours, run for run in a fresh process. */
export interface N8nStage {
  /** Of n8n. */
  readonly version: string;
  /** Where the package lies, as npm would install it. */
  readonly packed: string;
  /** Puts a file into n8n's binary store on the file system. */
  store(file: Pick<TableFile, 'path'>): Promise<StoredFile>;
  /** Runs a node with items, after a run to warm up; what it keeps in the store is read and removed. */
  run(node: NodeToRun, warmUp: readonly InputItem[], items: readonly InputItem[]): Promise<NodeRun>;
}

/** Builds and packs a node package and sets it beside the n8n that the playground has installed. */
export async function n8nStage(context: BenchContext, packageName: string): Promise<N8nStage> {
  const { folder, signal, log } = context;
  const { version, folder: n8nFolder } = cachedN8n(root);
  log('building and packing the node');
  const packed = await packedNode(context, root, n8nFolder, packageName);
  const place = { n8nFolder, userFolder: join(folder, 'n8n') };
  const inProcess = async <Found>(task: NodeTask): Promise<Found> => {
    const path = join(folder, 'task.json'); // Longer than an argument may be
    await writeFile(path, JSON.stringify(task));
    const flags = ['--disable-warning=ExperimentalWarning'];
    const said = await runChild([process.execPath, ...flags, program, path], signal);
    await rm(path);
    return JSON.parse(said.trim().split('\n').at(-1) ?? '') as Found;
  };
  return {
    version,
    packed,
    store: ({ path }) => inProcess({ ...place, do: 'store', path }),
    run: (node, warmUp, items) => inProcess({ ...place, do: 'run', node, warmUp, items }),
  };
}

/** An item with a file in the binary field `data`, where nodes look by themselves. */
export const fileItem = (data: StoredFile): InputItem => ({ json: {}, binary: { data } });
