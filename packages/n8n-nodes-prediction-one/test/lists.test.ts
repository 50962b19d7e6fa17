import { columns, runNode, search } from '@modelferry/n8n-testkit/run';
import type { IDataObject } from 'n8n-workflow';
import { nodeStage } from './support/node-stage.ts';
import { allKeys, managementWith, secretKey } from './support/sandbox-keys.ts';

const stage = nodeStage();
const { run, one, region, cars } = stage;

test('data sets: Get Many and Delete', async () => {
  const key = secretKey(region());
  const list = () => run(key, { resource: 'dataSet', operation: 'getMany', returnAll: true });
  const [first] = await list();
  expect(first?.json).toMatchObject({
    dataSetId: expect.any(String) as string,
    name: expect.any(String) as string,
  });
  const dataSetId = { __rl: true, mode: 'id', value: first?.json['dataSetId'] };
  expect(await one(key, { resource: 'dataSet', operation: 'delete', dataSetId })).toEqual({ deleted: true });
  expect((await list()).map(({ json }) => json['dataSetId'])).not.toContain(first?.json['dataSetId']);
});

describe('prediction APIs: Get Many', () => {
  const secrets = () => managementWith(region(), 'deploy', region().credentials.deployKey);
  const wanted = (options: IDataObject): IDataObject => ({
    ...{ resource: 'predictionApi', operation: 'getMany', returnAll: true, options },
  });
  test('gives no key', async () => {
    const items = await run(secrets(), wanted({}));
    expect(items.map(({ json }) => json['classifierId'])).toContain(cars().classifierId);
  });
  test('gives keys to those who ask for them', async () => {
    // Beside the stage, which lets no key be seen
    const items = await runNode({ secrets: secrets(), parameters: wanted({ includeKey: true }) });
    const own = items.find(({ json }) => json['classifierId'] === cars().classifierId);
    expect(own?.json['predictionKey']).toBe(cars().predictionKey);
  });
});

describe('lists in the editor', () => {
  const parameters = { resource: 'prediction', operation: 'predict', predictionKeys: 'managementKey' };
  test('prediction APIs, filtered', async () => {
    const all = await search('searchClassifiers', { parameters, secrets: secretKey(region()) });
    for (const key of allKeys(region())) expect(JSON.stringify(all)).not.toContain(key);
    expect(all.results.map(({ value }) => value)).toContain(cars().classifierId);
    const none = await search(
      'searchClassifiers',
      { parameters, secrets: secretKey(region()) },
      'no such name',
    );
    expect(none.results).toEqual([]);
  });
  test('models and data sets', async () => {
    const secrets = secretKey(region());
    const models = await search('searchModels', {
      parameters: { resource: 'model', operation: 'delete' },
      secrets,
    });
    const sets = await search('searchDataSets', {
      parameters: { resource: 'dataSet', operation: 'delete' },
      secrets,
    });
    expect([models.results.length, sets.results.length].every((length) => length > 0)).toBe(true);
  });
  test('columns are not known without a training', async () => {
    const { fields, emptyFieldsNotice } = await columns('getTrainingColumns', {
      parameters,
      secrets: secretKey(region()),
    });
    expect(fields).toEqual([]);
    expect(emptyFieldsNotice).toMatch(/^Training Process ID, under Options, is not given.*automatically/);
  });
  test('a refused key says so', async () => {
    const wrong = managementWith(region(), 'deploy', 'wrong-wrong-wrong');
    await expect(search('searchClassifiers', { parameters, secrets: wrong })).rejects.toThrow(
      /^Could not list the prediction APIs.*Check /,
    );
  });
});
