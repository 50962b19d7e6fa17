import { deleteDataSet } from '../src/operations/delete-data-set.ts';
import { deleteModel } from '../src/operations/delete-model.ts';
import { getDataSets } from '../src/operations/get-data-sets.ts';
import { getModels } from '../src/operations/get-models.ts';
import { sandboxHouse } from './support/sandbox-run.ts';

const house = sandboxHouse();
const state = () => house.sandbox.state().predictionOne.japan;
const requests = (operation: string) =>
  house.sandbox.requests().filter((request) => request.operation === operation);

describe('Model: Get Many', () => {
  test.each(['order-oldest-first', 'small-pages', 'total-wrong', 'error-nested'])(
    'gives all of them (%s)',
    async (variant) => {
      house.sandbox.variants.change({ enable: [variant] });
      const { context } = house.run({ kinds: ['train'] });
      const found = await getModels.run(context, { returnAll: true });
      expect(found.map(({ modelId }) => Number(modelId)).sort()).toEqual(
        state()
          .models.map(({ id }) => id)
          .sort(),
      );
      expect(found[0]).toMatchObject({ targetColumn: expect.any(String), config: expect.any(Object) });
    },
  );

  test('gives no more than the limit, and reads no more than that', async () => {
    house.sandbox.variants.change({ enable: ['small-pages'] });
    const { context } = house.run({ kinds: ['train'] });
    expect(await getModels.run(context, { limit: 2 })).toHaveLength(2);
    expect(requests('getModels')).toHaveLength(1);
  });

  test('finds by name', async () => {
    const { context } = house.run({ kinds: ['train'] });
    const found = await getModels.run(context, { nameContains: 'SPECIES' });
    expect(found.map(({ name }) => name)).toEqual(['penguins-species']);
  });
});

describe('Data Set: Get Many', () => {
  test('gives them without their download URLs', async () => {
    const { context } = house.run({ kinds: ['train'] });
    const found = await getDataSets.run(context, { returnAll: true });
    expect(found).toHaveLength(state().dataSets.length);
    expect(found[0]).toMatchObject({ dataSetId: expect.any(String), rowCount: expect.any(Number) });
    expect(JSON.stringify(found)).not.toContain('http');
  });
});

describe('Model: Delete', () => {
  const unused = () => String(house.region().unpublished[0]?.modelId);
  const used = () => String(house.region().published[0]?.modelId);

  test.each([[], ['delete-204'], ['delete-json']])(
    'deletes one that nothing uses (%s)',
    async (...enable) => {
      house.sandbox.variants.change({ enable });
      const { context } = house.run({ kinds: ['train', 'deploy'] });
      expect(await deleteModel.run(context, { modelId: unused() })).toEqual({ deleted: true });
      expect(state().models.map(({ id }) => String(id))).not.toContain(unused());
    },
  );

  test('refuses one that a prediction API uses, and names that', async () => {
    const { context } = house.run({ kinds: ['train', 'deploy'] });
    await expect(deleteModel.run(context, { modelId: used() })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining(house.region().published[0]!.classifierId),
    });
    expect(requests('deleteModel')).toEqual([]);
  });

  test('refuses where nothing can tell whether one does', async () => {
    const { context } = house.run({ kinds: ['train'] });
    await expect(deleteModel.run(context, { modelId: unused() })).rejects.toMatchObject({ code: 'conflict' });
    expect(await deleteModel.run(context, { modelId: unused(), force: true })).toEqual({ deleted: true });
  });

  test.each(['drop-before-answer', 'reset-after-body', 'http-500-once'] as const)(
    'survives %s',
    async (kind) => {
      house.sandbox.faults.plan({ kind, operation: 'deleteModel' });
      const { context } = house.run({ kinds: ['train', 'deploy'] });
      expect(await deleteModel.run(context, { modelId: unused() })).toEqual({ deleted: true });
      expect(state().models.map(({ id }) => String(id))).not.toContain(unused());
    },
  );

  test('does not take a wrong ID for one that is gone', async () => {
    const { context } = house.run({ kinds: ['train', 'deploy'] });
    await expect(deleteModel.run(context, { modelId: '999999999' })).rejects.toMatchObject({ status: 400 });
  });
});

test('Data Set: Delete deletes, also when the answer gets lost', async () => {
  const dataSetId = String(state().dataSets[0]?.id);
  house.sandbox.faults.plan({ kind: 'drop-before-answer', operation: 'deleteDataSet' });
  const { context } = house.run({ kinds: ['train'] });
  expect(await deleteDataSet.run(context, { dataSetId })).toEqual({ deleted: true });
  expect(state().dataSets.map(({ id }) => String(id))).not.toContain(dataSetId);
});

test.each(['getModels', 'getClassifiers'] as const)(
  '%s says when a region may not have it',
  async (operation) => {
    house.sandbox.variants.change({ enable: ['intl-eight-apis'] });
    const { context } = house.run({ region: 'international', kinds: ['train', 'deploy'] });
    const { client, signal } = context;
    const call = operation === 'getModels' ? client.getModels({}, signal) : client.getClassifiers(signal);
    await expect(call).rejects.toMatchObject({ remedy: expect.stringContaining('Japan only') });
  },
);
