import { createDataRobotClient, dataRobot as catalog, type DataRobotClient } from '@modelferry/datarobot';
import type { DeploymentDescription, SandboxDescription } from '@modelferry/sandbox';
import { anyText, cars } from './files.ts';
import type { Cast, Vendor } from './vendor.ts';

function deployment({ dataRobot }: SandboxDescription, label?: string): DeploymentDescription {
  const found = dataRobot.deployments.find((one) => label === undefined || one.label === label);
  if (!found) throw new Error('The sandbox has no such deployment.');
  return found;
}

const policyId = ({ sandbox }: Cast) =>
  sandbox.dataRobot.retrainingPolicies.find(
    ({ name, deploymentId }) => name === 'refresh' && deploymentId === deployment(sandbox).id,
  )?.id;

const scoring = async ({ perform, sandbox }: Cast, waitForCompletion: boolean) => {
  const { jobId } = await perform('batchPrediction.score', {
    ...{ deploymentId: deployment(sandbox).id, file: cars(), waitForCompletion, downloadResult: false },
    ...{ timeoutMs: 600_000, pollIntervalMs: 5_000 },
  });
  return jobId;
};

const first = (cast: Cast) => scoring(cast, false);

const places = {
  intakeType: 's3',
  intakeUrl: 's3://b/in.csv',
  outputType: 's3',
  outputUrl: 's3://b/out.csv',
};

const placed = async ({ perform, sandbox }: Cast, operation: string, more: object = {}) =>
  perform(operation, { deploymentId: deployment(sandbox).id, ...places, ...more });

const waitingParts = async (cast: Cast, sent: boolean) => {
  const { jobId } = await cast.perform('batchPrediction.create', {
    ...{ deploymentId: deployment(cast.sandbox).id, uploadMode: 'parts' },
  });
  if (sent) await cast.perform('batchPrediction.uploadData', { jobId, file: cars(), finalize: false });
  return jobId;
};

const run = async (cast: Cast) => {
  const { resumeToken } = await cast.perform('retraining.runPolicy', {
    ...{ deploymentId: deployment(cast.sandbox).id, policyId: policyId(cast), waitForCompletion: false },
    datasetId: cast.sandbox.dataRobot.datasets[0]?.id,
  });
  return resumeToken;
};

/** The package of a model that a retraining has made. */
const challenger = async (cast: Cast) => {
  const runId = await run(cast);
  const { modelPackageId } = await cast.perform('retraining.waitForRun', {
    ...{ runId, timeoutMs: 600_000, pollIntervalMs: 5_000 },
  });
  return modelPackageId;
};

const firstDeployment = ({ sandbox }: Cast) => deployment(sandbox).id;
const presetPackage = ({ sandbox }: Cast) => deployment(sandbox).modelPackageId;
const fuel = ({ sandbox }: Cast) => deployment(sandbox, 'cars-fuel').id;
const s3 = Object.fromEntries(
  ['batchPrediction.create', 'batchDefinition.create'].flatMap((operation) => [
    ...Object.entries(places).map(([name, value]) => [`${operation}.${name}`, () => value] as const),
    [`${operation}.deploymentId`, firstDeployment] as const,
  ]),
);

/** DataRobot, with a key that may do everything. */
export const dataRobot: Vendor<DataRobotClient> = {
  catalog,
  clientOf: ({ dataRobot: { endpoint, apiToken } }, { transport, clock, secrets, random, onProgress }) =>
    createDataRobotClient({
      ...{ endpoint, apiToken, transport, clock, secrets, random },
      warn: (message) => onProgress({ type: 'warning', message }),
    }),
  secretsOf: (sandbox) => [sandbox.dataRobot.apiToken],
  originsOf: ({ dataRobot: { endpoint, predictionServer } }) => [
    new URL(endpoint).origin,
    predictionServer.url,
  ],
  hints: {
    ...s3,
    deploymentId: firstDeployment,
    file: cars,
    payload: () => anyText('payload.txt', 'any thing'),
    rows: ({ sandbox }) => [deployment(sandbox).sampleRow],
    'prediction.predict.deploymentId': firstDeployment,
    'prediction.predictFile.deploymentId': fuel,
    'prediction.predictUnstructured.deploymentId': ({ sandbox }) => deployment(sandbox, 'echo').id,
    jobId: first,
    'batchPrediction.uploadData.jobId': (cast) => waitingParts(cast, false),
    'batchPrediction.finalize.jobId': (cast) => waitingParts(cast, true),
    'batchPrediction.downloadResult.jobId': (cast) => scoring(cast, true),
    'batchPrediction.rerun.jobId': async (cast) => (await placed(cast, 'batchPrediction.create'))['jobId'],
    'batchPrediction.getMany.deploymentId': async (cast) => {
      await first(cast);
      return firstDeployment(cast);
    },
    name: () => 'nightly',
    definitionId: async (cast) =>
      (await placed(cast, 'batchDefinition.create', { name: 'weekly' }))['definitionId'],
    'batchDefinition.update.name': () => 'daily',
    'batchDefinition.getMany.deploymentId': async (cast) => {
      await placed(cast, 'batchDefinition.create', { name: 'weekly' });
      return firstDeployment(cast);
    },
    'lookup.batchDefinitions.definitionId': () => undefined,
    'dataset.upload.file': cars,
    'dataset.uploadVersion.file': cars,
    'dataset.get.includeVersions': () => true,
    'deployment.validateModel.modelPackageId': presetPackage,
    'deployment.replaceModel.modelPackageId': challenger,
    'deployment.replaceModel.sampleFile': ({ sandbox }) => {
      const { sampleRow } = deployment(sandbox);
      return anyText('sample.csv', `${Object.keys(sampleRow).join()}\n${Object.values(sampleRow).join()}\n`);
    },
    policyId,
    'retraining.runPolicy.datasetId': ({ sandbox }) => sandbox.dataRobot.datasets[0]?.id,
    runId: run,
  },
  cancelled: { 'batch-prediction': first, 'retraining-run': run },
};
