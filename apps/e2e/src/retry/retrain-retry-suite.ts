import { presetCsv, type FaultRequest } from '@modelferry/sandbox';
import { leakedKeys, type Scene } from '@modelferry/playground';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Checks } from '../checks.ts';
import { retrainWorkflow } from '../workflows/retrain-workflow.ts';
import { runWorkflow } from '../workflows/run-workflow.ts';

/** A try that dies, so that n8n runs the whole node again. */
interface DyingTry {
  readonly name: string;
  readonly fault: FaultRequest;
  readonly variants?: readonly string[];
}

const file = 'retry.csv';

const tries: readonly DyingTry[] = [
  {
    name: 'whose upload arrived without an answer',
    fault: { kind: 'drop-after-upload', operation: 'put' },
    variants: ['second-put-restarts'],
  },
  {
    name: 'that was refused while it waited',
    fault: { kind: 'status', status: 403, operation: 'retrainStatus' },
    variants: ['second-put-restarts'],
  },
  { name: 'that got no upload URL', fault: { kind: 'status', status: 403, operation: 'retrainUpload' } },
];

/** With Retry On Fail, a later try takes up the job of the first: one request, one training. */
export async function retrainRetrySuite(scene: Scene, checks: Checks): Promise<void> {
  await writeFile(join(scene.filesFolder, file), presetCsv('cars.json'));
  for (const dying of tries)
    await checks.run(`Retry On Fail after a try ${dying.name}`, () => retry(dying, scene));
}

async function retry(dying: DyingTry, scene: Scene): Promise<string> {
  const { sandbox } = scene;
  await sandbox.reset();
  sandbox.variants.change({ enable: dying.variants ?? [] });
  sandbox.faults.plan(dying.fault);
  const workflow = retrainWorkflow(`Retry a try ${dying.name}`, file, {
    retryOnFail: true,
    maxTries: 3,
    waitBetweenTries: 100,
  });
  const execution = await runWorkflow(scene, workflow);
  expect(execution.status === 'success', `n8n says ${execution.status}: ${execution.failure}`);
  expect(sandbox.faults.unconsumed().length === 0, 'the planned fault never struck');
  const { trainingsStarted, retrainJobs } = sandbox.state().predictionOne.japan;
  expect(trainingsStarted === 1, `${trainingsStarted} trainings were started for one request`);
  const leak = leakedKeys(scene, execution);
  expect(leak === undefined, String(leak));
  return `one training, ${retrainJobs.length} job`;
}
