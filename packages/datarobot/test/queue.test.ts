import { presetCsv } from '@modelferry/sandbox';
import { valueOf } from '@modelferry/testkit';
import { quick } from './fault-table/support/scenarios.ts';
import { Stage, type Inputs } from './fault-table/support/stage.ts';

const stage = Stage.forFile();

const perform = (name: string, inputs: Inputs) => stage.perform(`batchPrediction.${name}`, inputs);

/** By hand: every look at a job moves the sandbox's queue on. */
async function sendQuietly(jobId: string): Promise<void> {
  const { endpoint, apiToken } = stage.platform;
  const headers = { authorization: `Bearer ${apiToken}`, 'content-type': 'text/csv' };
  const body = presetCsv('cars.json');
  const url = `${endpoint}/batchPredictions/${jobId}/csvUpload/`;
  expect((await fetch(url, { method: 'PUT', headers, body })).status).toBe(202);
}

test('five jobs are waited for one behind the other, and each is told how many are ahead', async () => {
  const jobs: string[] = [];
  for (let count = 0; count < 5; count++) {
    const made = await perform('create', { deploymentId: stage.deployment.id });
    jobs.push((valueOf(made) as { readonly jobId: string }).jobId);
  }
  for (const jobId of jobs) await sendQuietly(jobId);
  const last = await perform('wait', { jobId: jobs.at(-1), ...quick });
  expect(valueOf(last)).toMatchObject({ finished: true });
  expect(JSON.stringify(last.events)).toMatch(/4 jobs are ahead of it.*1 job is ahead of it/);
});
