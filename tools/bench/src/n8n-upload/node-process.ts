// One n8n node in a process of its own, under n8n's own execution context. The task comes as JSON in the first argument,
// what was found goes to stdout as JSON.
import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** What a process is asked to do. */
export type NodeTask = {
  readonly n8nFolder: string;
  readonly userFolder: string;
} & (
  | { readonly do: 'store'; readonly path: string }
  | {
      readonly do: 'upload';
      readonly nodeFile: string;
      readonly typeVersion: number;
      readonly parameters: object;
      readonly credentials: Readonly<Record<string, object>>;
      /** Files as n8n describes them: a small one to warm up with, and the one that is measured. */
      readonly warmUp: object;
      readonly file: object;
    }
);

/** What an upload cost. */
export interface UploadCost {
  readonly wallMs: number;
  /** Highest resident set before the upload, with n8n and the node loaded and a small file sent. */
  readonly idleBytes: number;
  readonly peakBytes: number;
}

const task = JSON.parse(process.argv[2] ?? '') as NodeTask;
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

async function main(): Promise<object> {
  const store = Container.get(core.BinaryDataService);
  await store.init();
  if (task.do === 'store') {
    const location = { type: 'execution', workflowId: 'w1', executionId: 'e1' };
    const described = { mimeType: 'text/csv', fileName: 'data.csv', data: '' };
    return store.store(location, createReadStream(task.path), described);
  }
  const type = nodeOf(load(task.nodeFile), task.typeVersion);
  await execute(type, task.warmUp);
  const idleBytes = peakBytes();
  const startedAt = performance.now();
  await execute(type, task.file);
  return { wallMs: performance.now() - startedAt, idleBytes, peakBytes: peakBytes() } satisfies UploadCost;
}

/** A module of n8n's exports one class, of a node or of a choice of its versions. */
function nodeOf(module: any, version: number): any {
  const made = new (Object.values(module)[0] as new () => any)();
  return made.getNodeType ? made.getNodeType(version) : made;
}

async function execute(type: any, data: object): Promise<void> {
  if (task.do !== 'upload') return;
  const { credentials, parameters, typeVersion } = task;
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
      authenticate: async (found: any, _: unknown, options: any) => ({
        ...options,
        headers: { ...options.headers, 'x-api-key': found.apiKey },
      }),
    },
  };
  const items = [{ json: {}, binary: { data }, pairedItem: { item: 0 } }];
  const input = { main: [items] };
  const context = new core.ExecuteContext(
    ...[workflow, node, additionalData, 'manual'],
    { resultData: { runData: {} }, executionData: { contextData: {} } },
    ...[0, items, input, { node, data: input, source: null }, [], new AbortController().signal],
  );
  await type.execute.call(context);
}

main().then(
  (found) => process.stdout.write(`${JSON.stringify(found)}\n`, () => process.exit(0)),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
