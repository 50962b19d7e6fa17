import type { IDataObject } from 'n8n-workflow';
import { byId, carsItem, deploymentIdOf, nodeStage } from './support/node-stage.ts';

const stage = nodeStage();
const quickly = { pollIntervalSeconds: 1 };
const state = () => stage.sandbox.state().dataRobot;
const policy = () => {
  const [found] = stage.known.retrainingPolicies.filter(({ action }) => action === 'create_model_package');
  if (!found) throw new Error('The sandbox has no policy that makes a model package.');
  return found;
};
const upload = async (): Promise<IDataObject> =>
  stage.one(
    {
      ...{ resource: 'dataset', operation: 'upload', source: 'file', waitForCompletion: true },
      ...{
        fileFrom: 'binary',
        fileBinaryField: 'data',
        options: { ...quickly, datasetName: 'cars of today' },
      },
    },
    { items: [await carsItem(60)] },
  );

describe('datasets', () => {
  test('Upload, Upload New Version, Get, Get Many and Delete', async () => {
    const first = await upload();
    expect(first).toMatchObject({ name: 'cars of today', pending: false, processingState: 'COMPLETED' });
    const datasetId = byId(first['datasetId']);
    const dataset = (operation: string, more = {}) => ({
      resource: 'dataset',
      operation,
      datasetId,
      ...more,
    });

    const version = { source: 'file', fileFrom: 'binary', fileBinaryField: 'data', waitForCompletion: true };
    const second = await stage.one(dataset('uploadVersion', { ...version, options: quickly }), {
      items: [await carsItem(70)],
    });
    expect(second['datasetId']).toBe(first['datasetId']);
    expect(second['versionId']).not.toBe(first['versionId']);
    expect(await stage.one(dataset('get'))).toMatchObject({ datasetId: first['datasetId'] });

    const many = await stage.run({ resource: 'dataset', operation: 'getMany', returnAll: true });
    expect(many.map(({ json }) => json['datasetId'])).toContain(first['datasetId']);
    expect(await stage.one(dataset('delete'))).toEqual({ deleted: true });
    expect(state().datasets.find(({ id }) => id === first['datasetId'])?.isDeleted).toBe(true);
  });
});

describe('a model that is kept fresh', () => {
  test('Upload, Run Policy, Validate, Replace, and the new model answers', async () => {
    const { datasetId } = await upload();
    const { deploymentId, id } = policy();
    const run = await stage.one({
      ...{ resource: 'retraining', operation: 'runPolicy', waitForCompletion: true, options: quickly },
      ...{ deploymentId: byId(deploymentId), policyId: byId(id), datasetId: byId(datasetId) },
    });
    expect(run).toMatchObject({ finished: true, pending: false });
    const newModel = { modelFrom: 'package', modelPackageId: run['modelPackageId'] };
    const deployment = (operation: string, more = {}) => ({
      ...{ resource: 'deployment', operation, deploymentId: byId(deploymentId) },
      ...more,
    });
    expect(await stage.one(deployment('validateModel', newModel))).toMatchObject({ passing: true });
    expect(state().replacements).toBe(0);
    const replaced = await stage.one(
      deployment('replaceModel', {
        ...newModel,
        reason: 'DATA_DRIFT',
        waitForCompletion: true,
        options: quickly,
      }),
    );
    expect(replaced).toMatchObject({ replaced: true, newModelPackageId: run['modelPackageId'] });
    expect(state().replacements).toBe(1);
    expect(await stage.one(deployment('get'))).toMatchObject({ modelPackageId: run['modelPackageId'] });
    const features = await stage.run(deployment('getFeatures', { returnAll: true }));
    expect(features.map(({ json }) => json['name'])).toContain('Horsepower');
  });

  test('a run that is not waited for can be looked at, waited for and cancelled', async () => {
    const { deploymentId, id } = policy();
    const place = { deploymentId: byId(deploymentId), policyId: byId(id) };
    const datasetId = byId(stage.known.datasets[0]?.id);
    const retraining = (operation: string, more = {}) => ({ resource: 'retraining', operation, ...more });
    const start = () =>
      stage.one(retraining('runPolicy', { ...place, datasetId, waitForCompletion: false, options: {} }));
    const { runId } = await start();
    expect(await stage.one(retraining('getRun', { ...place, runId }))).toMatchObject({ runId });
    const waited = retraining('waitForRun', { ...place, runId, options: quickly });
    expect(await stage.one(waited)).toMatchObject({ finished: true });
    const again = await start();
    expect(again['runId']).not.toBe(runId);
    const cancelled = await stage.one(retraining('cancelRun', { ...place, runId: again['runId'] }));
    expect(cancelled).toMatchObject({ outcome: 'cancelled' });
    const policies = await stage.run(
      retraining('getPolicies', { deploymentId: byId(deploymentId), returnAll: true }),
    );
    expect(policies.map(({ json }) => json['policyId'])).toContain(id);
  });
});

test('deployments: Get Many', async () => {
  const many = await stage.run({ resource: 'deployment', operation: 'getMany', returnAll: true });
  expect(many.map(({ json }) => json['deploymentId'])).toEqual(
    expect.arrayContaining(stage.known.deployments.map(({ id }) => id)),
  );
  expect(await stage.run({ resource: 'deployment', operation: 'getMany', limit: 1 })).toHaveLength(1);
});

test('a definition that is kept: Create, Get, Update, Run, Get Many, Delete', async () => {
  const definition = (operation: string, more = {}) => ({ resource: 'batchDefinition', operation, ...more });
  const made = await stage.one(
    definition('create', {
      ...{
        name: 'nightly',
        enabled: false,
        scoreWith: 'deployment',
        deploymentId: byId(deploymentIdOf(stage)),
      },
      ...{
        intakeType: 'dataset',
        intakeDatasetId: byId(stage.known.datasets[0]?.id),
        outputType: 'localFile',
      },
      options: {},
    }),
  );
  expect(made).toMatchObject({ name: 'nightly', definitionId: expect.any(String) as string });
  const definitionId = byId(made['definitionId']);
  expect(await stage.one(definition('get', { definitionId }))).toMatchObject({ name: 'nightly' });
  const renamed = definition('update', { definitionId, name: 'weekly' });
  expect(await stage.one(renamed)).toMatchObject({ name: 'weekly' });
  expect(await stage.one(definition('run', { definitionId }))).toMatchObject({
    jobId: expect.any(String) as string,
  });
  const many = await stage.run(definition('getMany', { returnAll: true }));
  expect(many.map(({ json }) => json['name'])).toContain('weekly');
});
