import {
  executionsOf,
  foreignBatchJob,
  foreignTrainingJob,
  publish,
  unpublish,
  withCredentials,
  type Execution,
  type Scene,
} from '@modelferry/playground';
import type { Sandbox } from '@modelferry/sandbox';
import { expect, type Checks } from '../checks.ts';
import { waitFor } from '../wait-for.ts';
import { chain } from '../workflows/chain.ts';
import { byId, ourNode } from '../workflows/our-node.ts';

/** n8n polls once a minute at most, by each of as many times as there are. */
const pollEverySeconds = 3;
const pollTimes = {
  item: Array.from({ length: 60 / pollEverySeconds }, (_, at) => ({
    mode: 'custom',
    cronExpression: `${at * pollEverySeconds} * * * * *`,
  })),
};

const onlyNew = {
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
} as const;

/** A trigger that tells of a vendor's jobs. */
interface Watch {
  readonly vendor: string;
  readonly trigger: ReturnType<ReturnType<typeof ourNode>>;
  /** Has somebody else run a job to its end, and gives its id. */
  readonly runJob: (sandbox: Sandbox, signal: AbortSignal) => Promise<string>;
  readonly eventIdOf: (jobId: string) => string;
}

const watches: readonly Watch[] = [
  {
    vendor: 'DataRobot',
    trigger: ourNode({
      name: 'DataRobot',
      type: 'n8n-nodes-datarobot.dataRobotTrigger',
      credentialType: 'dataRobotApi',
    })({ event: 'batchPredictionEnded', outcome: 'any', pollTimes }),
    runJob: foreignBatchJob,
    eventIdOf: (jobId) => `batch-prediction:${jobId}:COMPLETED`,
  },
  {
    vendor: 'ABEJA Platform',
    trigger: ourNode({
      name: 'ABEJA Platform',
      type: 'n8n-nodes-abeja.abejaTrigger',
      credentialType: 'abejaApi',
    })({ event: 'trainingJobEnded', definition: byId('cars-fuel'), statuses: [], pollTimes }),
    runJob: foreignTrainingJob,
    eventIdOf: (jobId) => `training-job:${jobId}:COMPLETE`,
  },
];

/** The triggers tell of every job that ends, whatever befalls n8n. */
export async function triggerSuite(scene: Scene, checks: Checks): Promise<void> {
  for (const watch of watches) {
    const name = `The trigger of ${watch.vendor} tells each ending at least once, n8n killed in between`;
    await checks.run(name, () => watchJobs(watch, scene));
  }
}

async function watchJobs({ vendor, trigger, runJob, eventIdOf }: Watch, scene: Scene): Promise<string> {
  const { sandbox, rest, server, credentialIds, signal } = scene;
  await sandbox.reset();
  const before = await runJob(sandbox, signal);
  const workflow = withCredentials(chain(`Watch ${vendor}`, [trigger, onlyNew]), credentialIds);
  const workflowId = await rest.importWorkflow(workflow);
  await publish(rest, workflowId);

  const told = async (jobId: string) =>
    (await executionsOf(rest, workflowId)).filter(({ text }) => text.includes(eventIdOf(jobId)));
  const isTold = (jobId: string) => async () => (await told(jobId)).length > 0;

  const first = await runJob(sandbox, signal);
  await waitFor('the first ending', 30_000, isTold(first));
  const second = await runJob(sandbox, signal);
  await waitFor('the second ending', 30_000, isTold(second));
  await server.kill();
  const meanwhile = await runJob(sandbox, signal);
  await server.start(signal);
  await waitFor('the ending while n8n was down', 60_000, isTold(meanwhile));
  const last = await runJob(sandbox, signal);
  await waitFor('the last ending', 30_000, isTold(last));
  await unpublish(rest, workflowId);

  expect(!(await isTold(before)()), 'an ending was told that came before the workflow was switched on');
  const executions = await executionsOf(rest, workflowId);
  const times: number[] = [];
  for (const jobId of [first, second, meanwhile, last]) {
    times.push((await told(jobId)).length);
    const passed = executions.flatMap((execution) => passedOn(execution, eventIdOf(jobId))).length;
    expect(passed <= 1, `the ending of ${jobId} passed "Only new ones" ${passed} times`);
  }
  return `told ${times.join(', ')} times; before the start, killed right after, while n8n was down, and afterwards`;
}

const passedOn = (execution: Execution, eventId: string) =>
  execution.items(onlyNew.name).filter(({ json }) => json.eventId === eventId);
