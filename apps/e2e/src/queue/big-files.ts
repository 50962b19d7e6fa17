import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { presetCsv } from '@modelferry/sandbox';
import { publish, withCredentials } from '@modelferry/playground';
import { expect } from '../checks.ts';
import { waitFor } from '../wait-for.ts';
import { chain } from '../workflows/chain.ts';
import { dataRobotNode } from '../workflows/data-robot-node.ts';
import { byId } from '../workflows/our-node.ts';
import type { Cluster, Parts } from './cluster.ts';
import { executions, hasEnded } from './executions.ts';
import { forgetPeak, peakMiB } from './memory.ts';

/** What a file has cost in memory on its way through n8n, above what was there before, in MiB. */
export interface BigFile {
  readonly way: 'binary' | 'url';
  readonly fileMiB: number;
  readonly mainMiB: number;
  /** Of the worker that sent it; nothing in regular mode. */
  readonly workerMiB: number | undefined;
  readonly status: string;
}

const fileMiB = 128;
const limitMs = 120_000;

/** The ids of the workflows that take a big file, by the way it comes. */
export type BigFileWorkflows = Readonly<Record<BigFile['way'], string>>;

/** Imports and switches on the workflows that take a big file: n8n needs a moment until their webhooks are there. */
export async function publishBigFileWorkflows(
  cluster: Cluster,
  { sandbox }: Parts,
): Promise<BigFileWorkflows> {
  const deployment = sandbox.describe().dataRobot.deployments.find(({ label }) => label === 'penguins-sex');
  const publishOne = async (way: BigFile['way'], file: Readonly<Record<string, string>>) => {
    const score = dataRobotNode({
      ...{ resource: 'batchPrediction', operation: 'score', deploymentId: byId(deployment?.id), ...file },
      ...{ waitForCompletion: false, options: {} },
    });
    const workflow = chain(`Score a big file, ${way}`, [webhookNode(way), score]);
    const id = await cluster.rest.importWorkflow(withCredentials(workflow, cluster.credentialIds));
    await publish(cluster.rest, id);
    return id;
  };
  return {
    binary: await publishOne('binary', { fileFrom: 'binary', fileBinaryField: 'data' }),
    url: await publishOne('url', { fileFrom: 'url', fileUrl: '={{ $json.body.url }}' }),
  };
}

/** Has a big file scored that came with the webhook, and the same one from its URL. */
export async function sendBigFiles(
  cluster: Cluster,
  workflows: BigFileWorkflows,
): Promise<readonly BigFile[]> {
  const csv = bigCsv();
  const server = createServer((_, answer) =>
    answer.writeHead(200, { 'content-length': csv.byteLength }).end(csv),
  );
  await once(server.listen(0, '127.0.0.1'), 'listening');
  try {
    const fromUrl = new FormData();
    fromUrl.set('url', `http://127.0.0.1:${(server.address() as AddressInfo).port}/big.csv`);
    const whole = new FormData();
    whole.set('data', new Blob([csv], { type: 'text/csv' }), 'big.csv');
    // The small way first: memory that was once taken is rarely given back
    const url = await send(cluster, 'url', fromUrl, workflows.url);
    return [await send(cluster, 'binary', whole, workflows.binary), url];
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

async function send(
  { main, workers, rest }: Cluster,
  way: BigFile['way'],
  body: FormData,
  workflowId: string,
): Promise<BigFile> {
  const watched = [main, ...workers].map(({ pid }) => ({ pid, beforeMiB: forgetPeak(pid) }));
  const answer = await fetch(`${main.url}/webhook/big-${way}`, { method: 'POST', body });
  expect(answer.ok, `n8n refused the big file: ${answer.status} ${await answer.text()}`);
  const [ended] = await waitFor('the big file', limitMs, async () => {
    const all = await executions(rest, [workflowId]);
    return all.length > 0 && all.every(hasEnded) ? all : undefined;
  });
  const [mainMiB = 0, ...workerMiB] = watched.map(
    ({ pid, beforeMiB = 0 }) => (peakMiB(pid) ?? 0) - beforeMiB,
  );
  return {
    ...{ way, fileMiB, mainMiB, workerMiB: workers.length > 0 ? Math.max(...workerMiB) : undefined },
    status: ended?.status ?? 'unknown',
  };
}

const webhookNode = (way: BigFile['way']) =>
  ({
    id: way,
    name: 'Webhook',
    type: 'n8n-nodes-base.webhook',
    typeVersion: 2.1,
    position: [0, 0],
    parameters: { httpMethod: 'POST', path: `big-${way}`, responseMode: 'onReceived', options: {} },
    webhookId: `big-${way}`,
  }) as const;

function bigCsv(): Uint8Array<ArrayBuffer> {
  const csv = presetCsv('penguins.json').toString();
  const rows = csv.slice(csv.indexOf('\n') + 1);
  const times = Math.floor((fileMiB * 2 ** 20 - csv.length) / rows.length);
  return new TextEncoder().encode(csv + rows.repeat(times));
}
