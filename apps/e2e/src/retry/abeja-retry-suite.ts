import type { Sandbox } from '@modelferry/sandbox';
import type { Scene } from '@modelferry/playground';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Checks } from '../checks.ts';
import { abejaNode } from '../workflows/abeja-node.ts';
import { byId } from '../workflows/our-node.ts';
import { retryOnce, type Work } from './retry-once.ts';

const file = 'retry-train.py';
const options = { pollIntervalSeconds: 5 };
const definition = byId('cars-fuel');
const run = { resource: 'job', operation: 'run', definition };
const newCode = {
  ...{ sourceFrom: 'binary', sourceBinaryField: 'data' },
  ...{ handler: 'retry-train:handler', image: 'abeja-inc/all-cpu:19.10' },
};

const works: readonly Work[] = [
  {
    what: 'training job',
    node: abejaNode,
    parameters: () => ({ ...run, sourceFrom: 'none', options }),
    made: (sandbox) => sandbox.state().abeja.jobsCreated,
    create: 'trainingJobCreate',
    look: 'trainingJob',
  },
  {
    what: 'version of new code',
    node: abejaNode,
    parameters: () => ({ ...run, ...newCode, options }),
    made: (sandbox) => Math.max(sandbox.state().abeja.versionsCreated, sandbox.state().abeja.jobsCreated),
    create: 'trainingVersionCreate',
    look: 'trainingJob',
  },
  {
    what: 'service',
    node: abejaNode,
    parameters: (sandbox) => ({
      ...{ resource: 'service', operation: 'switchModel', options },
      deploymentId: byId(sandbox.describe().abeja.deployment.id),
      ...otherModel(sandbox),
    }),
    made: (sandbox) => sandbox.state().abeja.servicesCreated,
    create: 'serviceCreate',
    look: 'endpointUpdate',
  },
];

/** One that no service answers with yet. */
function otherModel(sandbox: Sandbox) {
  const { name, modelId } = sandbox.describe().abeja.jobDefinitions[1] ?? {};
  return { definition: byId(name), modelId: byId(modelId) };
}

/** With Retry On Fail, a later try takes up what an earlier one has made. */
export async function abejaRetrySuite(scene: Scene, checks: Checks): Promise<void> {
  await writeFile(join(scene.filesFolder, file), 'def handler(context):\n    print("trained")\n');
  await retryOnce(works, file, scene, checks);
}
