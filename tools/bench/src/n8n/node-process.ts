// One n8n node in a process of its own, under n8n's own execution context. The task is a JSON file, named by the first
// argument; what was found goes to stdout as JSON.
import { createReadStream, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { FileFound, InputItem, NodeRun, NodeToRun, OutputItem, StoredFile } from './node-run.ts';

/** What a process is asked to do. */
export type NodeTask = {
  readonly n8nFolder: string;
  readonly userFolder: string;
} & (
  | { readonly do: 'store'; readonly path: string }
  | {
      readonly do: 'run';
      readonly node: NodeToRun;
      /** A few items to warm up with, and those that are measured. */
      readonly warmUp: readonly InputItem[];
      readonly items: readonly InputItem[];
    }
);

const task = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as NodeTask;
process.env['N8N_USER_FOLDER'] = task.userFolder;
process.env['N8N_ENCRYPTION_KEY'] = 'k'.repeat(32);
process.env['N8N_DEFAULT_BINARY_DATA_MODE'] = 'filesystem';
process.env['N8N_LOG_LEVEL'] = 'silent';

// n8n is no dependency of ours: it is that of the install which is measured, and has no types here
/* eslint-disable @typescript-eslint/no-explicit-any */
const load = createRequire(join(task.n8nFolder, 'package.json')) as (name: string) => any;
load('reflect-metadata');
const { Container } = load('@n8n/di');
const core = load('n8n-core');
const { Workflow } = load('n8n-workflow');

const peakBytes = () => process.resourceUsage().maxRSS * 1024;

async function main(): Promise<StoredFile | NodeRun> {
  const store = Container.get(core.BinaryDataService);
  await store.init();
  if (task.do === 'store') {
    const location = { type: 'execution', workflowId: 'w1', executionId: 'e1' };
    const described = { mimeType: 'application/octet-stream', fileName: basename(task.path), data: '' };
    return store.store(location, createReadStream(task.path), described);
  }
  const { node, warmUp, items } = task;
  const type = nodeOf(load(node.nodeFile), node.typeVersion);
  await takeFiles(store, await execute(type, node, warmUp));
  const idleBytes = peakBytes();
  const startedAt = performance.now();
  const output = await execute(type, node, items);
  const cost = { wallMs: performance.now() - startedAt, idleBytes, peakBytes: peakBytes() };
  const files = await takeFiles(store, output);
  return { ...cost, files, output: output.map(({ json, pairedItem }) => ({ json, pairedItem })) };
}

/** A module of n8n's exports one class, of a node or of a choice of its versions. */
function nodeOf(module: any, version: number): any {
  const made = new (Object.values(module)[0] as new () => any)();
  return made.getNodeType ? made.getNodeType(version) : made;
}

async function execute(
  type: any,
  { credentials, headers, parameters, typeVersion }: NodeToRun,
  given: readonly InputItem[],
): Promise<readonly (OutputItem & { readonly binary?: Readonly<Record<string, StoredFile>> })[]> {
  const nodeTypes = { getByName: () => type, getByNameAndVersion: () => type, getKnownTypes: () => ({}) };
  const named = Object.keys(credentials).map((name) => [name, { id: name, name }]);
  const node = {
    ...{ id: '1', name: 'Node', type: 'bench.node', typeVersion, position: [0, 0], parameters },
    credentials: Object.fromEntries(named),
  };
  const workflow = new Workflow({
    ...{ id: 'w1', nodes: [node], connections: {}, active: false, nodeTypes },
    settings: { binaryMode: 'separate' },
  });
  const additionalData = {
    ...{ executionId: 'e1', variables: {}, restApiUrl: '', instanceBaseUrl: '', webhookWaitingBaseUrl: '' },
    credentialsHelper: {
      getParentTypes: () => [],
      isCredentialUsableByNode: () => true,
      getCredentialsProperties: () => [],
      getDecrypted: async (_: unknown, __: unknown, name: string) => ({ ...credentials[name] }),
      preAuthentication: async () => undefined,
      authenticate: async (_: unknown, __: unknown, options: any) => ({
        ...options,
        headers: { ...options.headers, ...headers },
      }),
    },
  };
  const items = given.map((item, index) => ({ ...item, pairedItem: { item: index } }));
  const input = { main: [items] };
  const context = new core.ExecuteContext(
    ...[workflow, node, additionalData, 'manual'],
    { resultData: { runData: {} }, executionData: { contextData: {} } },
    ...[0, items, input, { node, data: input, source: null }, [], new AbortController().signal],
  );
  const [output] = await type.execute.call(context);
  return output;
}

/** Reads what the node has kept, and removes it: a result of each round would fill the disk. */
async function takeFiles(
  store: any,
  output: readonly { readonly binary?: Readonly<Record<string, StoredFile>> }[],
): Promise<readonly FileFound[]> {
  const found: FileFound[] = [];
  for (const { id } of output.flatMap(({ binary = {} }) => Object.values(binary))) {
    if (id === undefined) continue;
    let [bytes, crc] = [0, 0];
    for await (const chunk of await store.getAsStream(id)) {
      bytes += chunk.length;
      crc = crc32(chunk, crc);
    }
    found.push({ bytes, crc });
    await store.deleteManyByBinaryDataId([id]);
  }
  return found;
}

main().then(
  (found) => process.stdout.write(`${JSON.stringify(found)}\n`, () => process.exit(0)),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
