import { setTimeout as sleep } from 'node:timers/promises';
import type { Sandbox } from '@modelferry/sandbox';
import { cars, cutTable } from './tables.ts';
import { toCsv } from './to-csv.ts';

interface Job {
  readonly id: string;
  readonly status: string;
  readonly links: { readonly self: string; readonly csvUpload?: string };
}

/** Has somebody else, without n8n, score a few cars as a batch job of DataRobot, and gives its id once it has ended. */
export async function foreignBatchJob(sandbox: Sandbox, signal: AbortSignal): Promise<string> {
  const { endpoint, apiToken, deployments } = sandbox.describe().dataRobot;
  const ask = async (method: string, url: string, type?: string, body?: string) => {
    const headers = { authorization: `Bearer ${apiToken}`, ...(type && { 'content-type': type }) };
    const answer = await fetch(url, { method, headers, body, signal });
    if (!answer.ok) throw new Error(`The sandbox refused ${method} ${url}: ${await answer.text()}`);
    return answer;
  };
  const { id: deploymentId } = deployments.find(({ label }) => label === 'cars-fuel') ?? {};
  const localFile = { type: 'localFile' };
  const wanted = JSON.stringify({ deploymentId, intakeSettings: localFile, outputSettings: localFile });
  const made = await ask('POST', `${endpoint}/batchPredictions/`, 'application/json', wanted);
  const { id, links } = (await made.json()) as Job;
  await ask('PUT', links.csvUpload ?? '', 'text/csv', toCsv(cutTable(cars).toScore));
  for (;;) {
    const { status } = (await (await ask('GET', links.self)).json()) as Job;
    if (status !== 'INITIALIZING' && status !== 'RUNNING') return id;
    await sleep(200, undefined, { signal });
  }
}
