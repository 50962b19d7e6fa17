import { errorOf, valueOf, wordsOf } from '@modelferry/testkit';
import { Stage } from './fault-table/support/stage.ts';
import { trainedModel } from './support/trained-model.ts';

const stage = Stage.forEachTest();

type Many = readonly Readonly<Record<string, unknown>>[];

test('get gives a deployment and its model, and never the key of its server', async () => {
  const got = await stage.perform('deployment.get', { deploymentId: stage.deployment.id });
  const { id, label, targetName, targetType, modelPackageId } = stage.deployment;
  expect(valueOf(got)).toMatchObject({
    ...{ deploymentId: id, label, targetName, targetType, modelPackageId },
    ...{ status: 'active', importance: 'LOW', platform: 'datarobot' },
    predictionServerUrl: expect.stringMatching(/^http:/),
  });
  expect(JSON.stringify(got)).not.toContain(stage.platform.predictionServer.key);
  expect(errorOf(await stage.perform('deployment.get', { deploymentId: 'none' })).code).toBe('not-found');
});

test.each([
  [{}, 5],
  [{ returnAll: true }, 5],
  [{ limit: 2 }, 2],
  [{ search: 'PENGUINS' }, 2],
  [{ status: 'inactive' }, 0],
  [{ importance: 'HIGH' }, 0],
  [{ serviceHealth: 'passing', createdByMe: true, predictionEnvironmentPlatform: 'datarobot' }, 5],
])('get many %j', async (inputs, count) => {
  expect(valueOf<Many>(await stage.perform('deployment.getMany', inputs))).toHaveLength(count);
});

test('get many in an order', async () => {
  const got = valueOf<Many>(await stage.perform('deployment.getMany', { orderBy: '-label' }));
  const labels = got.map(({ label }) => label);
  expect(labels).toEqual([...labels].sort().reverse());
});

test('a list whose next part is itself ends', async () => {
  stage.sandbox.faults.plan({ kind: 'next-loops' });
  expect(valueOf<Many>(await stage.perform('deployment.getMany', { returnAll: true }))).toHaveLength(5);
});

describe('get features', () => {
  const features = (inputs: object = {}) =>
    stage.perform('deployment.getFeatures', { deploymentId: stage.deployment.id, ...inputs });

  test('gives the columns that the model needs, or all', async () => {
    const got = valueOf<Many>(await features());
    expect(got.length).toBeGreaterThan(2);
    expect(got[0]).toMatchObject({ name: expect.any(String), featureType: expect.any(String) });
    const all = valueOf<Many>(await features({ includeNonPredictionFeatures: true }));
    expect(all).toHaveLength(stage.deployment.columns.length);
    expect(valueOf<Many>(await features({ search: 'Horse', limit: 5 }))).toMatchObject([
      { name: 'Horsepower' },
    ]);
  });

  test('a deployment without them is explained', async () => {
    const { id } = stage.platform.deployments.find(({ label }) => label === 'echo')!;
    const refused = await features({ deploymentId: id });
    expect(errorOf(refused).code).toBe('rejected');
    expect(wordsOf(refused)).toMatch(/unstructured and external models have none/);
  });
});

describe('validate model', () => {
  const validate = (inputs: object) =>
    stage.perform('deployment.validateModel', { deploymentId: stage.deployment.id, ...inputs });

  test('tells what each check came to, and changes nothing', async () => {
    const modelPackageId = await trainedModel(stage);
    expect(valueOf(await validate({ modelPackageId }))).toMatchObject({
      ...{ status: 'passing', passing: true, alreadyCurrent: false },
      checks: expect.arrayContaining([expect.objectContaining({ name: 'target', status: 'passing' })]),
    });
    expect(stage.calls('modelReplace')).toEqual([]);
    expect(stage.state.replacements).toBe(0);
  });

  test('knows the model that answers', async () => {
    const { modelPackageId } = stage.deployment;
    expect(valueOf(await validate({ modelPackageId }))).toMatchObject({
      passing: false,
      alreadyCurrent: true,
    });
  });

  test('wants the ID that was chosen', async () => {
    expect(wordsOf(await validate({ modelFrom: 'model' }))).toMatch(/modelId: is required/);
    expect(wordsOf(await validate({}))).toMatch(/modelPackageId: is required/);
    expect(errorOf(await validate({ modelPackageId: 'none' })).code).toBe('not-found');
  });
});
