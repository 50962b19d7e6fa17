import { presetCsv } from '@modelferry/sandbox';
import { bytesSource } from '@modelferry/upload';
import { valueOf } from '@modelferry/testkit';
import { scenarios } from '../fault-table/support/scenarios.ts';
import type { Inputs, Stage } from '../fault-table/support/stage.ts';
import { startInputs } from './start-scenarios.ts';
import { trainedModel } from './trained-model.ts';

const csv = (text: string, name = 'cars.csv') => bytesSource(name, new TextEncoder().encode(text));
const cars = () => csv(presetCsv('cars.json'));
const named = ({ platform }: Stage, label: string) =>
  platform.deployments.find((deployment) => deployment.label === label)!.id;
const ofDeployment = async ({ deployment }: Stage): Promise<Inputs> => ({ deploymentId: deployment.id });
const ofDataset = async ({ platform }: Stage): Promise<Inputs> => ({ datasetId: platform.datasets[0]?.id });

const policy = async ({ platform, deployment }: Stage): Promise<Inputs> => ({
  deploymentId: deployment.id,
  policyId: platform.retrainingPolicies.find(
    ({ name, deploymentId }) => name === 'refresh' && deploymentId === deployment.id,
  )?.id,
  datasetId: platform.datasets[0]?.id,
});
const run = async (stage: Stage): Promise<Inputs> => {
  const started = await stage.perform('retraining.runPolicy', {
    ...(await policy(stage)),
    waitForCompletion: false,
  });
  return { runId: valueOf(started)['resumeToken'] };
};

const following = Object.fromEntries(
  scenarios.map(({ operation, prepare, inputs }) => [
    operation,
    async (stage: Stage): Promise<Inputs> => ({ ...(await prepare?.(stage)), ...inputs(stage, false) }),
  ]),
);

/** Every operation of the catalog, with inputs by which it succeeds; what it works on is made by the way. */
export const everyOperation: Readonly<Record<string, (stage: Stage) => Promise<Inputs>>> = {
  ...following,
  ...startInputs,
  'prediction.predict': async (stage) => ({
    deploymentId: named(stage, 'cars-fuel'),
    rows: [stage.deployment.sampleRow],
  }),
  'prediction.predictFile': async (stage) => ({ deploymentId: named(stage, 'cars-fuel'), file: cars() }),
  'prediction.predictUnstructured': async (stage) => ({
    deploymentId: named(stage, 'echo'),
    payload: csv('any thing', 'payload.txt'),
  }),
  'dataset.upload': async () => ({ file: cars() }),
  'dataset.uploadVersion': async (stage) => ({ ...(await ofDataset(stage)), file: cars() }),
  'dataset.get': ofDataset,
  'dataset.getMany': async () => ({}),
  'dataset.delete': ofDataset,
  'deployment.get': ofDeployment,
  'deployment.getMany': async () => ({}),
  'deployment.getFeatures': ofDeployment,
  'deployment.validateModel': async (stage) => ({
    ...(await ofDeployment(stage)),
    modelPackageId: stage.deployment.modelPackageId,
  }),
  'deployment.replaceModel': async (stage) => {
    const { sampleRow } = stage.deployment;
    const sample = `${Object.keys(sampleRow).join()}\n${Object.values(sampleRow).join()}\n`;
    return {
      ...(await ofDeployment(stage)),
      modelPackageId: await trainedModel(stage),
      sampleFile: csv(sample, 'sample.csv'),
    };
  },
  'retraining.getPolicies': ofDeployment,
  'retraining.runPolicy': policy,
  'retraining.getRun': run,
  'retraining.waitForRun': run,
  'retraining.cancelRun': run,
};
