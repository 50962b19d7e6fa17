import { pollBench, type PollBench } from '@modelferry/n8n-testkit/run';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { byId, carsItem, deploymentIdOf, nodeStage } from './support/node-stage.ts';
import { allSecrets, apiKey } from './support/sandbox-keys.ts';

const stage = nodeStage();

const ended = { event: 'batchPredictionEnded', outcome: 'any', deploymentId: byId('') };

const bench = (parameters: IDataObject = ended, more: { saved?: IDataObject; budgetMs?: number } = {}) =>
  pollBench({ node: 'DataRobotTrigger', parameters, secrets: apiKey(stage.known), ...more });

/** Starts a batch job that goes on until it is looked at often enough. */
const start = async (deploymentId = deploymentIdOf(stage)): Promise<string> => {
  const json = await stage.one(
    {
      ...{ resource: 'batchPrediction', operation: 'score', deploymentId: byId(deploymentId) },
      ...{ fileFrom: 'binary', fileBinaryField: 'data', waitForCompletion: false },
    },
    { items: [await carsItem(5)] },
  );
  return String(json['jobId']);
};
/** Looks at jobs, which is what moves them in the sandbox, until they have ended. */
const finish = async (...jobIds: readonly string[]) => {
  const look = (jobId: string) =>
    stage.one({ resource: 'batchPrediction', operation: 'get', jobId: byId(jobId), simplify: true });
  for (const jobId of jobIds) while ((await look(jobId))['pending'] === true);
};

const eventIds = (items: readonly INodeExecutionData[] | null) => items?.map(({ json }) => json['eventId']);
const completed = (jobId: string) => `batch-prediction:${jobId}:COMPLETED`;

/** Polled once before anything happens, as n8n does when a workflow is activated. */
async function active(parameters?: IDataObject): Promise<PollBench> {
  const made = bench(parameters);
  expect(await made.poll()).toBeNull();
  return made;
}

describe('a batch prediction that has ended', () => {
  test('is told once, though it was started long before', async () => {
    const early = await start();
    const trigger = await active();
    const late = await start();
    await finish(early, late);
    const items = await trigger.poll();
    expect(eventIds(items)).toEqual([completed(early), completed(late)]);
    expect(items?.[0]?.json).toMatchObject({
      ...{ outcome: 'succeeded', jobId: early, status: 'COMPLETED', deploymentId: deploymentIdOf(stage) },
      ...{ scoredRows: 5, failedRows: 0, created: expect.any(String) as string },
    });
    expect(await trigger.poll()).toBeNull();
  });

  test('before the workflow was activated is not told', async () => {
    await finish(await start());
    const trigger = await active();
    expect(await trigger.poll()).toBeNull();
  });

  test('is told when it has failed, where that is wanted', async () => {
    const failures = await active({ ...ended, outcome: 'failed' });
    const successes = await active({ ...ended, outcome: 'succeeded' });
    const [bad, good] = [await start(), await start()];
    stage.sandbox.faults.plan({ kind: 'job-failed', operation: 'batchStatus' });
    await finish(bad, good);
    expect(eventIds(await failures.poll())).toEqual([`batch-prediction:${bad}:FAILED`]);
    expect(eventIds(await successes.poll())).toEqual([completed(good)]);
  });

  test('of another deployment is not told', async () => {
    const [one, other] = stage.known.deployments;
    const trigger = await active({ ...ended, deploymentId: byId(one?.id) });
    const own = await start(one?.id);
    await finish(own, await start(other?.id));
    expect(eventIds(await trigger.poll())).toEqual([completed(own)]);
  });

  test('and was removed is told no more', async () => {
    const trigger = await active();
    const jobId = await start();
    expect(await trigger.poll()).toBeNull();
    await stage.run({ resource: 'batchPrediction', operation: 'abort', jobId: byId(jobId) });
    expect(await trigger.poll()).toBeNull();
    expect(JSON.stringify(trigger.saved())).not.toContain(jobId);
  });
});

describe('what is remembered', () => {
  test('a crash before n8n has saved it: the same is told again, under the same ID', async () => {
    const trigger = await active();
    const before = trigger.saved();
    const jobId = await start();
    await finish(jobId);
    expect(eventIds(await trigger.poll())).toEqual([completed(jobId)]);
    const restarted = bench(ended, { saved: before });
    expect(eventIds(await restarted.poll())).toEqual([completed(jobId)]);
    expect(await restarted.poll()).toBeNull();
  });

  test('two polls at once may both tell it, and none does afterwards', async () => {
    const open = await start();
    const trigger = await active();
    const jobId = await start();
    await finish(open, jobId);
    const [one, two] = await Promise.all([trigger.poll(), trigger.poll()]);
    const told = new Set([...(eventIds(one) ?? []), ...(eventIds(two) ?? [])]);
    expect(told).toEqual(new Set([completed(open), completed(jobId)]));
    expect(await trigger.poll()).toBeNull();
  });

  test('a poll that fails moves nothing', async () => {
    const trigger = await active();
    const jobId = await start();
    await finish(jobId);
    const before = trigger.saved();
    stage.sandbox.faults.plan({ kind: 'vendor-error', operation: 'batchList', skip: 2 });
    await expect(trigger.poll()).rejects.toMatchObject({
      name: 'NodeApiError',
      message: expect.stringMatching(/^Could not list the batch jobs: .*[^\]]$/) as string,
    });
    expect(trigger.saved()).toEqual(before);
    expect(eventIds(await trigger.poll())).toEqual([completed(jobId)]);
  });

  test('other inputs begin anew', async () => {
    const trigger = await active();
    await finish(await start());
    const changed = bench({ ...ended, outcome: 'succeeded' }, { saved: trigger.saved() });
    expect(await changed.poll()).toBeNull();
    const jobId = await start();
    await finish(jobId);
    expect(eventIds(await changed.poll())).toEqual([completed(jobId)]);
  });

  test('a poll that takes longer than n8n allows ends, and moves nothing', async () => {
    const trigger = bench(ended, { budgetMs: 200 });
    stage.sandbox.faults.plan({ kind: 'slow-response', delayMs: 1_000, operation: 'batchList' });
    await expect(trigger.poll()).rejects.toThrow('The poll did not end within');
    expect(trigger.saved()).toEqual({});
  });
});

describe('in the editor', () => {
  test('the latest ending is shown, and nothing is remembered', async () => {
    const jobIds = [await start(), await start()];
    await finish(...jobIds);
    const trigger = bench();
    expect(eventIds(await trigger.poll('manual'))).toEqual([completed(String(jobIds[1]))]);
    expect(trigger.saved()).toEqual({});
  });

  test('where nothing has ended yet, an ending is made up', async () => {
    const items = await bench({ ...ended, outcome: 'failed' }).poll('manual');
    expect(items).toEqual([
      { json: expect.objectContaining({ outcome: 'failed', status: 'ABORTED' }) as object },
    ]);
  });

  test('the policies of the chosen deployment are listed, and only then', async () => {
    const of = (id: string) => bench({ event: 'retrainingEnded', deploymentId: byId(id) });
    const { results } = await of(deploymentIdOf(stage)).search('searchRetrainingPolicies');
    const own = stage.known.retrainingPolicies.filter(
      ({ deploymentId }) => deploymentId === deploymentIdOf(stage),
    );
    expect(results.map(({ value }) => value)).toEqual(own.map(({ id }) => id));
    await expect(of('').search('searchRetrainingPolicies')).rejects.toThrow('Deployment is not given');
  });

  test('a key that is refused is told, and shown nowhere', async () => {
    const secrets = apiKey(stage.known, { apiToken: 'wrong-key-0123456789' });
    const trigger = pollBench({ node: 'DataRobotTrigger', parameters: ended, secrets });
    const failure = await trigger.poll().catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'NodeApiError', httpCode: '401' });
    expect(JSON.stringify(failure)).not.toContain('wrong-key');
    for (const secret of allSecrets(stage.known)) expect(JSON.stringify(failure)).not.toContain(secret);
  });
});

describe('a retraining run that has ended', () => {
  const cars = () => stage.known.deployments.find(({ label }) => label === 'cars-fuel');
  const policy = (name: string) =>
    stage.known.retrainingPolicies.find((one) => one.name === name && one.deploymentId === cars()?.id)?.id;
  const retrain = (name: string) =>
    stage.one({
      ...{ resource: 'retraining', operation: 'runPolicy', waitForCompletion: false },
      ...{ deploymentId: byId(cars()?.id), policyId: byId(policy(name)) },
      datasetId: byId(stage.known.datasets.find(({ name: file }) => file.includes('cars'))?.id),
    });
  const watched = (more: IDataObject = {}) => ({
    ...{ event: 'retrainingEnded', outcome: 'any', deploymentId: byId(cars()?.id), policyId: byId('') },
    ...more,
  });
  const until = async (trigger: PollBench) => {
    for (let polls = 0; polls < 8; polls++) {
      const items = await trigger.poll();
      if (items) return items;
    }
    return null;
  };

  test('is told once, with what it has made', async () => {
    const trigger = await active(watched());
    const { runId } = await retrain('refresh');
    const items = await until(trigger);
    expect(items).toHaveLength(1);
    expect(items?.[0]?.json).toMatchObject({
      ...{ runId, outcome: 'succeeded', policyId: policy('refresh'), deploymentId: cars()?.id },
      eventId: `retraining-run:${cars()?.id}/${policy('refresh')}/${String(runId)}:succeeded`,
      modelPackageId: expect.any(String) as string,
    });
    expect(await until(trigger)).toBeNull();
  });

  test('of another policy is not told', async () => {
    const trigger = await active(watched({ policyId: byId(policy('challenge')) }));
    await retrain('refresh');
    expect(await until(trigger)).toBeNull();
    const { runId } = await retrain('challenge');
    expect((await until(trigger))?.map(({ json }) => json['runId'])).toEqual([runId]);
  });

  test('in the editor', async () => {
    expect((await bench(watched()).poll('manual'))?.[0]?.json).toMatchObject({ outcome: 'succeeded' });
  });
});
