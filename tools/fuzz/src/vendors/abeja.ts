import { abeja as catalog, createAbejaClient, type AbejaClient } from '@modelferry/abeja';
import type { SandboxDescription } from '@modelferry/sandbox';
import { anyText, archive, cars } from './files.ts';
import type { Cast, Vendor } from './vendor.ts';

const definition = 'cars-fuel';

const running = async ({ perform }: Cast) => (await perform('job.create', { definition }))['resumeToken'];

const complete = async (cast: Cast) => {
  const jobId = await running(cast);
  const quick = { downloadResult: false, findModel: false, timeoutMs: 600_000, pollIntervalMs: 5_000 };
  await cast.perform('job.wait', { jobId, ...quick });
  return jobId;
};

const other = ({ abeja }: SandboxDescription) => {
  const found = abeja.jobDefinitions.find(({ name }) => name !== definition);
  if (!found) throw new Error('The sandbox has no second definition.');
  return found;
};

/** A service that answers and that no endpoint leads to. */
const service = async ({ perform, sandbox }: Cast) => {
  const { id: deploymentId, versionId } = sandbox.abeja.deployment;
  const { modelId, name } = other(sandbox);
  return (await perform('service.create', { deploymentId, versionId, definition: name, modelId }))[
    'serviceId'
  ];
};

/** ABEJA Platform, with a token of an administrator's. */
export const abeja: Vendor<AbejaClient> = {
  catalog,
  clientOf: (
    { abeja: { baseUrl, serviceBaseUrl, organization, user } },
    { transport, clock, secrets, random },
  ) =>
    createAbejaClient({
      ...{ baseUrl, serviceBaseUrl, transport, clock, secrets, random, organizationId: organization.id },
      credentials: { userId: user.id, personalAccessToken: user.token },
    }),
  secretsOf: (sandbox) => [sandbox.abeja.user.token],
  originsOf: ({ abeja: { baseUrl } }) => [new URL(baseUrl).origin],
  hints: {
    definition: () => definition,
    'definition.create.name': () => 'churn',
    'version.create.source': archive,
    handler: () => 'train:handler',
    image: () => 'abeja-inc/all-cpu:19.10',
    version: () => '1',
    description: () => 'new',
    'job.run.source': archive,
    'job.run.handler': () => 'train:handler',
    'job.run.image': () => 'abeja-inc/all-cpu:19.10',
    'job.run.metricName': () => 'sandbox_r2',
    'job.run.metricThreshold': () => 0,
    'job.wait.jobId': running,
    'job.get.jobId': running,
    'job.stop.jobId': running,
    'job.updateStatistics.jobId': running,
    'job.updateStatistics.epoch': () => 1,
    jobId: complete,
    file: archive,
    'service.switchModel.definition': ({ sandbox }) => other(sandbox).name,
    'service.switchModel.modelId': ({ sandbox }) => other(sandbox).modelId,
    'service.switchModel.sampleFile': () => anyText('row.json', '{"Beak Length (mm)": 39}'),
    'service.switchModel.stopPrevious': () => true,
    serviceId: service,
    'service.start.serviceId': async (cast) => {
      const serviceId = await service(cast);
      await cast.perform('service.stop', { deploymentId: cast.sandbox.abeja.deployment.id, serviceId });
      return serviceId;
    },
    'service.create.definition': ({ sandbox }) => other(sandbox).name,
    'service.create.modelId': ({ sandbox }) => other(sandbox).modelId,
    'datalake.upload.file': cars,
    fileId: ({ sandbox }) => sandbox.abeja.channel.files[0]?.id,
    rows: () => [{ dataUri: 'datalake://1/2', dataType: 'text/csv' }],
  },
  cancelled: { 'training-job': running },
};
