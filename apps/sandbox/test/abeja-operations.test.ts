import { abejaOperationNames } from '../src/index.ts';
import { AbejaBench } from './abeja-bench.ts';

let bench: AbejaBench;
beforeAll(async () => {
  bench = await AbejaBench.start();
});
afterAll(() => bench.sandbox.close());

const T = '/organizations/o/training/definitions';
const D = '/organizations/o/deployments/d';

/** Every call, by its name. */
const calls: readonly (readonly [string, string, string])[] = [
  ['abejaOrganization', 'GET', '/organizations/o'],
  ['jobDefinitionCreate', 'POST', T],
  ['jobDefinitions', 'GET', T],
  ['jobDefinition', 'GET', `${T}/n`],
  ['jobDefinitionDelete', 'DELETE', `${T}/n`],
  ['jobDefinitionArchive', 'POST', `${T}/n/archive`],
  ['jobDefinitionUnarchive', 'POST', `${T}/n/unarchive`],
  ['trainingVersionFromGit', 'POST', `${T}/n/git/versions`],
  ['trainingVersions', 'GET', `${T}/n/versions`],
  ['trainingVersion', 'GET', `${T}/n/versions/v`],
  ['trainingVersionUpdate', 'PATCH', `${T}/n/versions/v`],
  ['trainingVersionArchive', 'POST', `${T}/n/versions/v/archive`],
  ['trainingVersionUnarchive', 'POST', `${T}/n/versions/v/unarchive`],
  ['trainingVersionDelete', 'DELETE', `${T}/n/versions/v`],
  ['trainingVersionSource', 'GET', `${T}/n/versions/v/source`],
  ['trainingVersionCreate', 'POST', `${T}/n/versions`],
  ['trainingJobCreate', 'POST', `${T}/n/versions/v/jobs`],
  ['trainingJobs', 'GET', `${T}/n/jobs`],
  ['trainingJob', 'GET', `${T}/n/jobs/j`],
  ['trainingJobStop', 'POST', `${T}/n/jobs/j/stop`],
  ['trainingJobArchive', 'POST', `${T}/n/jobs/j/archive`],
  ['trainingJobUnarchive', 'POST', `${T}/n/jobs/j/unarchive`],
  ['trainingResult', 'GET', `${T}/n/jobs/j/result`],
  ['trainingStatistics', 'POST', `${T}/n/jobs/j/statistics`],
  ['trainingJobStatus', 'PUT', `${T}/n/jobs/j/status`],
  ['trainingJobLogs', 'POST', `${T}/n/jobs/j/logs`],
  ['trainingResultUpload', 'POST', `${T}/n/jobs/j/result`],
  ['trainingJobRecentLogs', 'GET', `${T}/n/jobs/j/recentlogs`],
  ['trainingModels', 'GET', `${T}/n/models`],
  ['trainingModel', 'GET', `${T}/n/models/m`],
  ['trainingModelUpdate', 'PATCH', `${T}/n/models/m`],
  ['trainingModelDownload', 'GET', `${T}/n/models/m/download`],
  ['trainingModelArchive', 'POST', `${T}/n/models/m/archive`],
  ['trainingModelUnarchive', 'POST', `${T}/n/models/m/unarchive`],
  ['trainingModelCreate', 'POST', `${T}/n/models`],
  ['abejaDeploymentCreate', 'POST', '/organizations/o/deployments'],
  ['abejaDeployments', 'GET', '/organizations/o/deployments'],
  ['abejaDeployment', 'GET', D],
  ['abejaDeploymentUpdate', 'PATCH', D],
  ['abejaDeploymentDelete', 'DELETE', D],
  ['serviceVersionCreate', 'POST', `${D}/versions`],
  ['serviceVersionFromGit', 'POST', `${D}/git/versions`],
  ['serviceVersions', 'GET', `${D}/versions`],
  ['serviceVersion', 'GET', `${D}/versions/v`],
  ['serviceVersionDelete', 'DELETE', `${D}/versions/v`],
  ['serviceVersionDownload', 'GET', `${D}/versions/v/download`],
  ['serviceCreate', 'POST', `${D}/services`],
  ['services', 'GET', `${D}/services`],
  ['service', 'GET', `${D}/services/s`],
  ['serviceUpdate', 'PATCH', `${D}/services/s`],
  ['serviceStop', 'POST', `${D}/services/s/stop`],
  ['serviceStart', 'POST', `${D}/services/s/start`],
  ['serviceDelete', 'DELETE', `${D}/services/s`],
  ['serviceLogs', 'GET', `${D}/services/s/recentlogs`],
  ['endpointCreate', 'POST', `${D}/endpoints`],
  ['endpoints', 'GET', `${D}/endpoints`],
  ['endpoint', 'GET', `${D}/endpoints/e`],
  ['endpointUpdate', 'PATCH', `${D}/endpoints/e`],
  ['endpointDelete', 'DELETE', `${D}/endpoints/e`],
  ['runCreate', 'POST', `${D}/runs`],
  ['runs', 'GET', `${D}/runs`],
  ['run', 'GET', `${D}/runs/r`],
  ['runLogs', 'GET', `${D}/runs/r/logs`],
  ['runRecentLogs', 'GET', `${D}/runs/r/recentlogs`],
  ['triggerCreate', 'POST', `${D}/triggers`],
  ['triggers', 'GET', `${D}/triggers`],
  ['trigger', 'GET', `${D}/triggers/t`],
  ['triggerDelete', 'DELETE', `${D}/triggers/t`],
  ['triggerRuns', 'GET', `${D}/triggers/t/runs`],
  ['serviceCall', 'POST', '/deployments/d'],
  ['serviceCall', 'POST', '/deployments/d/a'],
  ['serviceCall', 'POST', '/deployments/d/services/s'],
  ['channelCreate', 'POST', '/organizations/o/channels'],
  ['channels', 'GET', '/organizations/o/channels'],
  ['channel', 'GET', '/organizations/o/channels/c'],
  ['channelUpdate', 'PATCH', '/organizations/o/channels/c'],
  ['channelArchive', 'POST', '/organizations/o/channels/c/archive'],
  ['channelUnarchive', 'POST', '/organizations/o/channels/c/unarchive'],
  ['datasourceCreate', 'PUT', '/organizations/o/channels/c/datasources'],
  ['datasourceTie', 'PUT', '/organizations/o/channels/c/datasources/d'],
  ['datasources', 'GET', '/organizations/o/channels/c/datasources'],
  ['datasourceUntie', 'DELETE', '/organizations/o/channels/c/datasources/d'],
  ['channelPresign', 'POST', '/channels/c'],
  ['channelFiles', 'GET', '/channels/c'],
  ['channelFile', 'GET', '/channels/c/f'],
  ['channelFileDelete', 'DELETE', '/channels/c/f'],
  ['channelFileMetadata', 'PUT', '/channels/c/f/metadata'],
  ['channelFileLifetime', 'PUT', '/channels/c/f/lifetime'],
  ['channelUpload', 'POST', '/channels/c/upload'],
  ['abejaDatasetCreate', 'POST', '/organizations/o/datasets'],
  ['abejaDatasets', 'GET', '/organizations/o/datasets'],
  ['abejaDataset', 'GET', '/organizations/o/datasets/d'],
  ['abejaDatasetDelete', 'DELETE', '/organizations/o/datasets/d'],
  ['datasetItemCreate', 'POST', '/organizations/o/datasets/d/items'],
  ['datasetItems', 'GET', '/organizations/o/datasets/d/items'],
  ['datasetItemsUpdate', 'PUT', '/organizations/o/datasets/d/items'],
  ['datasetItem', 'GET', '/organizations/o/datasets/d/items/i'],
  ['datasetItemUpdate', 'PUT', '/organizations/o/datasets/d/items/i'],
  ['datasetItemDelete', 'DELETE', '/organizations/o/datasets/d/items/i'],
];

it.each(calls)('%s is %s %s, and a fault can strike it', async (operation, method, path) => {
  bench.sandbox.faults.plan({ kind: 'status', operation, status: 507 });
  const answers = [await bench.api(method, path), await bench.api(method, `${path}/`)];
  expect(answers[0]?.status).toBe(507);
  expect(answers[1]?.status).not.toBe(507);
  expect(bench.sandbox.requests().slice(-2)).toMatchObject([{ operation }, { operation }]);
});

it('has every operation', () => {
  expect([...new Set(calls.map(([operation]) => operation))]).toEqual([...abejaOperationNames]);
});
