import { errorOf, valueOf, wordsOf } from '@modelferry/testkit';
import { dataRobot } from '../src/index.ts';
import { Stage } from './fault-table/support/stage.ts';
import { endpoint, scriptedRun } from './support/scripted-run.ts';

const stage = Stage.forEachTest();

const ids = () => stage.platform.datasets.map(({ id }) => id);

describe('get', () => {
  test('gives a dataset, or one of its versions', async () => {
    const [datasetId = ''] = ids();
    const got = valueOf(await stage.perform('dataset.get', { datasetId }));
    expect(got).toMatchObject({
      ...{ datasetId, name: 'cars.csv', processingState: 'COMPLETED', rowCount: 406, featureCount: 9 },
      ...{ isLatestVersion: true, categories: ['TRAINING'], error: undefined },
    });
    const { versionId } = got;
    expect(valueOf(await stage.perform('dataset.get', { datasetId, versionId }))).toEqual(got);
    expect(errorOf(await stage.perform('dataset.get', { datasetId, versionId: 'none' })).code).toBe(
      'not-found',
    );
    expect(errorOf(await stage.perform('dataset.get', { datasetId: 'none' })).code).toBe('not-found');
  });

  test('lists the versions where that is wanted', async () => {
    const got = await stage.perform('dataset.get', { datasetId: ids()[0], includeVersions: true });
    expect(valueOf(got)).toMatchObject({ versions: [{ datasetId: ids()[0], isLatestVersion: true }] });
  });
});

describe('get many', () => {
  const names = async (inputs = {}) =>
    valueOf<readonly { readonly name: string }[]>(await stage.perform('dataset.getMany', inputs)).map(
      ({ name }) => name,
    );

  test('gives the newest first, as many as are wanted', async () => {
    expect(await names()).toEqual(['penguins.csv', 'cars.csv']);
    expect(await names({ limit: 1 })).toEqual(['penguins.csv']);
    expect(await names({ returnAll: true, orderBy: 'created' })).toEqual(['cars.csv', 'penguins.csv']);
    expect(await names({ category: 'SAMPLE' })).toEqual([]);
  });

  test('leaves out what could not be read, unless it is asked for', async () => {
    const { context, transport } = scriptedRun(
      [0, 1].map(() => ({ status: 200, json: { data: [], next: null } })),
    );
    const getMany = dataRobot.operations.find((one) => one.resource === 'dataset' && one.name === 'getMany')!;
    await getMany.execute(context, {});
    await getMany.execute(context, { includeFailed: true });
    expect(transport.requests.map(({ url }) => url)).toEqual([
      `${endpoint}/datasets/?orderBy=-created&filterFailed=true&offset=0&limit=100`,
      `${endpoint}/datasets/?orderBy=-created&offset=0&limit=100`,
    ]);
  });
});

describe('delete', () => {
  const remove = (datasetId: string | undefined) => stage.perform('dataset.delete', { datasetId });

  test('deletes a dataset that is there, and no other', async () => {
    expect(valueOf(await remove(ids()[0]))).toEqual({ deleted: true });
    expect(stage.state.datasets.map(({ isDeleted }) => isDeleted)).toEqual([true, false]);
    expect(errorOf(await remove(ids()[0])).code).toBe('not-found');
  });

  test.each(['drop-before-answer', 'http-503-burst', 'stall'] as const)('%s', async (kind) => {
    stage.sandbox.faults.plan({ kind, operation: 'datasetDelete' });
    expect(valueOf(await remove(ids()[0]))).toEqual({ deleted: true });
    expect(stage.sandbox.faults.unconsumed()).toEqual([]);
  });

  test('a dataset that jobs refresh stays, and the user learns what to do', async () => {
    stage.sandbox.faults.plan({
      ...{ kind: 'vendor-error', operation: 'datasetDelete', status: 409, message: 'Has refresh jobs' },
    });
    const refused = await remove(ids()[0]);
    expect(errorOf(refused).code).toBe('conflict');
    expect(wordsOf(refused)).toMatch(
      /jobs refresh it by a schedule \("Has refresh jobs"\).*Delete its refresh jobs/,
    );
  });
});
