import { errorOf, valueOf } from '@modelferry/testkit';
import { Stage } from './support/stage.ts';

const stage = Stage.forEachTest();

interface Outcome {
  readonly ok: boolean;
  readonly output?: { readonly datasetItemId?: string; readonly dataUri: string };
  readonly error?: { readonly code: string; readonly message: string };
}

const datasetId = () => stage.platform.datasets[0]!.id;
const row = (at = 0, more: object = {}) => ({
  ...{ dataUri: `datalake://1/${at}`, dataType: 'image/jpeg', attributes: '{"a": 1}', height: 5, width: '7' },
  ...more,
});
const add = async (rows: readonly object[]) =>
  valueOf<readonly Outcome[]>(await stage.perform('dataset.addItems', { datasetId: datasetId(), rows }));
const idsOf = (outcomes: readonly Outcome[]) => outcomes.map(({ output }) => output?.datasetItemId);
const itemCount = async () =>
  valueOf(await stage.perform('dataset.get', { datasetId: datasetId() }))['itemCount'];

test('gets datasets', async () => {
  const { datasets } = stage.platform;
  const names = async (more: Readonly<Record<string, unknown>> = {}) =>
    valueOf<readonly { readonly name: string }[]>(await stage.perform('dataset.getMany', more)).map(
      ({ name }) => name,
    );
  expect((await names()).sort()).toEqual(datasets.map(({ name }) => name).sort());
  expect(await names({ limit: 1 })).toHaveLength(1);
  expect(await names({ nameContains: 'CAR' })).toEqual(['cars']);
  expect(errorOf(await stage.perform('dataset.get', { datasetId: '404' })).code).toBe('not-found');
});

describe('add items', () => {
  test.each([undefined, 'dataset-array-object'])('in rows of any number: %s', async (variant) => {
    if (variant !== undefined) stage.enable(variant);
    const before = Number(await itemCount());
    expect(idsOf(await add([row()]))).toEqual([String(before + 1)]);
    expect(idsOf(await add([row(1), row(2)]))).toEqual([String(before + 2), String(before + 3)]);
    const { client, signal } = stage.context();
    expect(await client.getDatasetItem(datasetId(), String(before + 3), signal)).toMatchObject({
      sourceData: [{ data_uri: 'datalake://1/2', data_type: 'image/jpeg', height: 5, width: 7 }],
      attributes: { a: 1 },
    });
  });

  test('500 in one call', async () => {
    const before = Number(await itemCount());
    const outcomes = await add(Array.from({ length: 1_001 }, (_, at) => row(at)));
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(stage.count('datasetItemCreate')).toBe(3);
    expect(await itemCount()).toBe(before + 1_001);
  });

  test('a row that cannot work fails alone, and says what is wrong with it', async () => {
    const wrong = { dataUri: 'file:///a', dataType: 'jpeg', attributes: '[1]', height: 'tall' };
    const [bad, good] = await add([row(0, wrong), row(1, { attributes: null, height: null })]);
    expect(bad).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    for (const word of Object.keys(wrong)) expect(bad?.error?.message).toContain(word);
    expect(good).toMatchObject({ ok: true, output: { dataUri: 'datalake://1/1' } });
  });

  test('of those that are refused together, only the wrong one fails', async () => {
    stage.plan({ kind: 'vendor-error', operation: 'datasetItemCreate', times: 2 });
    const outcomes = await add([row(0), row(1), row(2), row(3)]);
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true, true]);
    // All, the first half, its two, the second half
    expect(stage.count('datasetItemCreate')).toBe(5);
  });

  test('one that goes on being refused fails', async () => {
    stage.plan({ kind: 'vendor-error', operation: 'datasetItemCreate' });
    expect(await add([row()])).toMatchObject([{ ok: false, error: { code: 'rejected' } }]);
  });

  test.each(['drop-after-create', 'error-after-create'] as const)(
    'without an answer, their number tells that they were added: %s',
    async (kind) => {
      const before = Number(await itemCount());
      stage.plan({ kind, operation: 'datasetItemCreate' });
      expect((await add([row(), row(1)])).map(({ ok }) => ok)).toEqual([true, true]);
      expect(await itemCount()).toBe(before + 2);
    },
  );

  test('without an answer, those that were not added are not sent again', async () => {
    stage.plan({ kind: 'reset-after-body', operation: 'datasetItemCreate' });
    expect(await add([row()])).toMatchObject([{ ok: false, error: { code: 'outcome-unknown' } }]);
    expect(stage.count('datasetItemCreate')).toBe(1);
  });

  test('what was added before a call that failed is still told', async () => {
    stage.plan({ kind: 'unauthorized-once', operation: 'datasetItemCreate', skip: 1 });
    const outcomes = await add(Array.from({ length: 501 }, (_, at) => row(at)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(500);
    expect(outcomes.at(-1)).toMatchObject({ ok: false, error: { code: 'unauthorized' } });
  });

  test('a dataset that is not there ends all', async () => {
    const given = { datasetId: '404', rows: [row()] };
    expect(errorOf(await stage.perform('dataset.addItems', given)).code).toBe('not-found');
  });
});
