import type { Sandbox } from '@modelferry/sandbox';
import { deployment, platform } from './scoring.ts';

/** Makes a job at the vendor without any of our code; its data never come. @returns its ID */
export async function createJob(sandbox: Sandbox): Promise<string> {
  const { endpoint, apiToken } = platform(sandbox);
  const response = await fetch(`${endpoint}/batchPredictions/`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      deploymentId: deployment(sandbox).id,
      intakeSettings: { type: 'localFile', async: false },
    }),
  });
  const { id } = (await response.json()) as { readonly id: string };
  return id;
}
