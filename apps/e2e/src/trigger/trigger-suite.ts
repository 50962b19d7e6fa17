import {
  executionsOf,
  foreignBatchJob,
  publish,
  unpublish,
  withCredentials,
  type Execution,
  type Scene,
} from '@modelferry/playground';
import { expect, type Checks } from '../checks.ts';
import { waitFor } from '../wait-for.ts';
import { chain } from '../workflows/chain.ts';

/** n8n polls once a minute at most, by each of as many times as there are. */
const pollEverySeconds = 3;
const pollTimes = {
  item: Array.from({ length: 60 / pollEverySeconds }, (_, at) => ({
    mode: 'custom',
    cronExpression: `${at * pollEverySeconds} * * * * *`,
  })),
};

const nodes = [
  {
    id: 'trigger',
    name: 'DataRobot Trigger',
    type: 'n8n-nodes-datarobot.dataRobotTrigger',
    typeVersion: 1,
    position: [0, 0],
    parameters: { event: 'batchPredictionEnded', outcome: 'any', pollTimes },
    credentials: { dataRobotApi: { id: '', name: 'DataRobot' } },
  },
  {
    id: 'new',
    name: 'Only new ones',
    type: 'n8n-nodes-base.removeDuplicates',
    typeVersion: 2,
    position: [220, 0],
    parameters: {
      operation: 'removeItemsSeenInPreviousExecutions',
      logic: 'removeItemsWithAlreadySeenKeyValues',
      dedupeValue: '={{ $json.eventId }}',
      options: {},
    },
  },
] as const;

/** The trigger tells of every job that ends, whatever befalls n8n. */
export async function triggerSuite(scene: Scene, checks: Checks): Promise<void> {
  await checks.run('The trigger tells each ending at least once, n8n killed in between', () => watch(scene));
}

async function watch(scene: Scene): Promise<string> {
  const { sandbox, rest, server, credentialIds, signal } = scene;
  await sandbox.reset();
  const before = await foreignBatchJob(sandbox, signal);
  const workflow = withCredentials(chain('Watch batch jobs', nodes), credentialIds);
  const workflowId = await rest.importWorkflow(workflow);
  await publish(rest, workflowId);

  const told = async (jobId: string) =>
    (await executionsOf(rest, workflowId)).filter(({ text }) => text.includes(eventIdOf(jobId)));
  const isTold = (jobId: string) => async () => (await told(jobId)).length > 0;

  const first = await foreignBatchJob(sandbox, signal);
  await waitFor('the first ending', 30_000, isTold(first));
  const second = await foreignBatchJob(sandbox, signal);
  await waitFor('the second ending', 30_000, isTold(second));
  await server.kill();
  const meanwhile = await foreignBatchJob(sandbox, signal);
  await server.start(signal);
  await waitFor('the ending while n8n was down', 60_000, isTold(meanwhile));
  const last = await foreignBatchJob(sandbox, signal);
  await waitFor('the last ending', 30_000, isTold(last));
  await unpublish(rest, workflowId);

  expect(!(await isTold(before)()), 'an ending was told that came before the workflow was switched on');
  const executions = await executionsOf(rest, workflowId);
  const times: number[] = [];
  for (const jobId of [first, second, meanwhile, last]) {
    times.push((await told(jobId)).length);
    const passed = executions.flatMap((execution) => passedOn(execution, jobId)).length;
    expect(passed <= 1, `the ending of ${jobId} passed "Only new ones" ${passed} times`);
  }
  return `told ${times.join(', ')} times; before the start, killed right after, while n8n was down, and afterwards`;
}

const eventIdOf = (jobId: string): string => `batch-prediction:${jobId}:COMPLETED`;

const passedOn = (execution: Execution, jobId: string) =>
  execution.items('Only new ones').filter(({ json }) => json.eventId === eventIdOf(jobId));
