import {
  byId,
  eventIds,
  triggerNodeContract,
  triggerNodeStage,
  type TriggerNodeOnTrial,
} from '@modelferry/n8n-testkit/run';
import { nodeStage } from './support/node-stage.ts';
import { userKey } from './support/sandbox-keys.ts';

const stage = nodeStage();

const definition = byId('cars-fuel');
const ended = { event: 'trainingJobEnded', definition, statuses: [] };
const job = (operation: string, more: object = {}) =>
  stage.one({ resource: 'job', operation, definition, ...more });

const start = async (): Promise<string> => String((await job('create'))['jobId']);
const finish = async (...jobIds: readonly string[]) => {
  for (const jobId of jobIds) {
    while ((await job('get', { jobId: byId(jobId) }))['pending'] === true);
  }
};
const complete = (jobId: string) => `training-job:${jobId}:COMPLETE`;

const trial: TriggerNodeOnTrial = {
  node: 'AbejaTrigger',
  parameters: ended,
  narrower: { ...ended, statuses: ['Complete'] },
  secrets: (isWrong) => userKey(stage.known, isWrong ? { personalAccessToken: 'wrong-key-0123456789' } : {}),
  ...{ start, finish, eventIdOf: complete },
  spoilPoll: () => stage.sandbox.faults.plan({ kind: 'vendor-error', operation: 'trainingJobs' }),
  spoilt: /^Could not list the training jobs of "cars-fuel": /,
  slowDown: () =>
    stage.sandbox.faults.plan({ kind: 'slow-response', delayMs: 1_000, operation: 'trainingJobs' }),
};
const { active, bench } = triggerNodeStage(trial);

triggerNodeContract(trial);

test('an ending is told with the figures of the job', async () => {
  const trigger = await active();
  const jobId = await start();
  await finish(jobId);
  expect((await trigger.poll())?.[0]?.json).toMatchObject({
    ...{ jobId, definition: 'cars-fuel', status: 'Complete', finished: true, failed: false, stopped: false },
    ...{ epoch: 3, statistics: { stages: expect.any(Object) as object } },
  });
});

test('only endings that are wanted are told, whether the job was archived or not', async () => {
  const trigger = await active({ ...ended, statuses: ['Stopped', 'Failed'] });
  const [good, stopped] = [await start(), await start()];
  await finish(good);
  await job('stop', { jobId: byId(stopped) });
  await job('archive', { jobId: byId(stopped) });
  expect(eventIds(await trigger.poll())).toEqual([`training-job:${stopped}:STOPPED`]);
});

test('a job definition that is not there is told', async () => {
  const trigger = bench({ ...ended, definition: byId('nowhere') });
  await expect(trigger.poll()).rejects.toMatchObject({ name: 'NodeApiError', httpCode: '404' });
});

describe('in the editor', () => {
  test('where nothing has ended yet, an ending is made up', async () => {
    const items = await bench({ ...ended, statuses: ['Failed'] }).poll('manual');
    expect(items).toEqual([
      {
        json: expect.objectContaining({ failed: true, status: 'Failed', definition: 'cars-fuel' }) as object,
      },
    ]);
  });

  test('the job definitions are listed', async () => {
    const { results } = await bench().search('searchDefinitions');
    expect(results.map(({ value }) => value)).toContain('cars-fuel');
  });
});
