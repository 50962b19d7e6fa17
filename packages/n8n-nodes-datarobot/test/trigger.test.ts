import {
  eventIds,
  triggerNodeContract,
  triggerNodeStage,
  type PollBench,
  type TriggerNodeOnTrial,
} from '@modelferry/n8n-testkit/run';
import type { IDataObject } from 'n8n-workflow';
import { byId, carsItem, deploymentIdOf, nodeStage } from './support/node-stage.ts';
import { apiKey } from './support/sandbox-keys.ts';

const stage = nodeStage();

const ended = { event: 'batchPredictionEnded', outcome: 'any', deploymentId: byId('') };

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

const completed = (jobId: string) => `batch-prediction:${jobId}:COMPLETED`;

const trial: TriggerNodeOnTrial = {
  node: 'DataRobotTrigger',
  parameters: ended,
  narrower: { ...ended, outcome: 'succeeded' },
  secrets: (isWrong) => apiKey(stage.known, isWrong ? { apiToken: 'wrong-key-0123456789' } : {}),
  ...{ start, finish, eventIdOf: completed },
  spoilPoll: () => stage.sandbox.faults.plan({ kind: 'vendor-error', operation: 'batchList', skip: 2 }),
  spoilt: /^Could not list the batch jobs: .*[^\]]$/,
  slowDown: () =>
    stage.sandbox.faults.plan({ kind: 'slow-response', delayMs: 1_000, operation: 'batchList' }),
};
const { active, bench } = triggerNodeStage(trial);

triggerNodeContract(trial);

describe('a batch prediction that has ended', () => {
  test('is told with what it has scored', async () => {
    const trigger = await active();
    const jobId = await start();
    await finish(jobId);
    expect((await trigger.poll())?.[0]?.json).toMatchObject({
      ...{ outcome: 'succeeded', jobId, status: 'COMPLETED', deploymentId: deploymentIdOf(stage) },
      ...{ scoredRows: 5, failedRows: 0, created: expect.any(String) as string },
    });
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

describe('in the editor', () => {
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
