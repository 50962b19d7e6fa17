import { presetCsv, type Sandbox } from '@modelferry/sandbox';
import type { Scene } from '@modelferry/playground';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Checks } from '../checks.ts';
import { dataRobotNode } from '../workflows/data-robot-node.ts';
import { byId } from '../workflows/our-node.ts';
import { retryOnce, type Work } from './retry-once.ts';

const file = 'retry-datarobot.csv';
const fromFile = { fileFrom: 'binary', fileBinaryField: 'data' };
const options = { pollIntervalSeconds: 1 };
const deployment = (sandbox: Sandbox) => byId(sandbox.describe().dataRobot.deployments[0]?.id);

const works: readonly Work[] = [
  {
    what: 'batch job',
    node: dataRobotNode,
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
    node: dataRobotNode,
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
    node: dataRobotNode,
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
  await retryOnce(works, file, scene, checks);
}
