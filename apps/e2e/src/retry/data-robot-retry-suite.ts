import { presetCsv, type FaultRequest, type Sandbox } from '@modelferry/sandbox';
import { leakedKeys, type Scene } from '@modelferry/playground';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Checks } from '../checks.ts';
import { chain } from '../workflows/chain.ts';
import { byId, dataRobotNode } from '../workflows/data-robot-node.ts';
import { fileNode } from '../workflows/file-node.ts';
import { runWorkflow } from '../workflows/run-workflow.ts';
import { startNode } from '../workflows/start-node.ts';

/** Something that must be there once, however often n8n runs the node. */
interface Work {
  readonly what: string;
  readonly parameters: (sandbox: Sandbox) => Readonly<Record<string, unknown>>;
  /** How many of it the vendor works on; a job that never got any data is not one. */
  readonly made: (sandbox: Sandbox) => number;
  /** The call that makes it. */
  readonly create: string;
  /** The call that looks at it afterwards. */
  readonly look: string;
  /** The same where it had to be found first. @default the same call */
  readonly lookAtFound?: string;
}

const file = 'retry-datarobot.csv';
const fromFile = { fileFrom: 'binary', fileBinaryField: 'data' };
const options = { pollIntervalSeconds: 1 };
const deployment = (sandbox: Sandbox) => byId(sandbox.describe().dataRobot.deployments[0]?.id);

const works: readonly Work[] = [
  {
    what: 'batch job',
    parameters: (sandbox) => ({
      ...{ resource: 'batchPrediction', operation: 'score', deploymentId: deployment(sandbox) },
      ...{ ...fromFile, options },
    }),
    made: (sandbox) => sandbox.state().dataRobot.jobsQueued,
    create: 'batchCreate',
    look: 'batchStatus',
  },
  {
    what: 'retraining run',
    parameters: (sandbox) => ({
      ...{ resource: 'retraining', operation: 'runPolicy', deploymentId: deployment(sandbox) },
      policyId: byId(sandbox.describe().dataRobot.retrainingPolicies[0]?.id),
      datasetId: byId(sandbox.describe().dataRobot.datasets[0]?.id),
      options,
    }),
    made: (sandbox) => sandbox.state().dataRobot.retrainings.length,
    create: 'retrainingRunCreate',
    look: 'retrainingRun',
  },
  {
    what: 'dataset',
    parameters: () => ({
      ...{ resource: 'dataset', operation: 'upload', source: 'file' },
      ...{ ...fromFile, options },
    }),
    made: (sandbox) => sandbox.state().dataRobot.datasets.filter(({ name }) => name === file).length,
    create: 'datasetUpload',
    look: 'asyncStatus',
    lookAtFound: 'datasetVersion',
  },
];

/** With Retry On Fail, a later try takes up what an earlier one has made. */
export async function dataRobotRetrySuite(scene: Scene, checks: Checks): Promise<void> {
  await writeFile(join(scene.filesFolder, file), presetCsv('cars.json'));
  for (const work of works) {
    const refused = (operation: string): FaultRequest => ({ kind: 'status', status: 403, operation });
    const lost: FaultRequest = { kind: 'drop-before-answer', operation: work.create };
    await checks.run(`Retry On Fail after a try that was refused while it waited for its ${work.what}`, () =>
      retry(work, [refused(work.look)], scene),
    );
    await checks.run(`Retry On Fail after a try that never heard of its ${work.what} and was refused`, () =>
      retry(work, [lost, refused(work.lookAtFound ?? work.look)], scene),
    );
  }
}

async function retry(work: Work, faults: readonly FaultRequest[], scene: Scene): Promise<string> {
  const { sandbox } = scene;
  await sandbox.reset();
  sandbox.faults.plan(faults);
  const again = { retryOnFail: true, maxTries: 3, waitBetweenTries: 100 };
  const node = dataRobotNode(work.parameters(sandbox), again);
  const execution = await runWorkflow(
    scene,
    chain(`Retry with one ${work.what}`, [startNode, fileNode(file), node]),
  );
  expect(execution.status === 'success', `n8n says ${execution.status}: ${execution.failure}`);
  expect(sandbox.faults.unconsumed().length === 0, 'the planned fault never struck');
  const made = work.made(sandbox);
  expect(made === 1, `${made} of them were made`);
  const leak = leakedKeys(scene, execution);
  expect(leak === undefined, String(leak));
  return `one ${work.what}`;
}
