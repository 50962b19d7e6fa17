import { presetCsv, startSandbox, type RegionDescription, type Sandbox } from '@modelferry/sandbox';
import type { IBinaryData, IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { Secrets } from '@modelferry/n8n-testkit/run';
import {
  columns,
  logged,
  readBinary,
  runNode,
  search,
  startBinaryData,
  storedFile,
  type Run,
} from '@modelferry/n8n-testkit/run';
import { allKeys, managementWith, predictionKey, retrainKey, secretKey } from './support/sandbox-keys.ts';

let sandbox: Sandbox;
let ticking: NodeJS.Timeout;
/** All that the runs of one test gave, for the search for secrets at its end. */
let seen: unknown[] = [];

beforeAll(async () => {
  await startBinaryData();
  sandbox = await startSandbox();
  // Jobs end by the time they are first looked at
  ticking = setInterval(() => sandbox.clock.step(3), 20);
});
afterAll(async () => {
  clearInterval(ticking);
  await sandbox.close();
});
beforeEach(async () => {
  seen = [];
  logged.length = 0;
  await sandbox.reset();
});
afterEach(() => {
  expect(sandbox.state().credentialLeaks).toBe(0);
  const all = JSON.stringify([seen, logged, sandbox.requests()]);
  for (const key of allKeys(region())) expect(all).not.toContain(key);
  expect(all).not.toContain('X-Sandbox-Signature=');
});

const region = (): RegionDescription => sandbox.describe().predictionOne.japan;
const cars = () => {
  const found = region().published.find(({ name }) => name === 'cars-fuel');
  if (!found) throw new Error('The sandbox has no cars');
  return found;
};

async function run(
  secrets: Secrets,
  parameters: IDataObject,
  more: Partial<Run> = {},
): Promise<INodeExecutionData[]> {
  const out = await runNode({ secrets, parameters, ...more }).catch((error: Error) => {
    seen.push({ ...error, message: error.message, stack: error.stack });
    throw error;
  });
  seen.push(out);
  return out;
}
const one = async (...given: Parameters<typeof run>): Promise<IDataObject> =>
  (await run(...given))[0]?.json ?? {};

const training = async (file = 'cars.json'): Promise<INodeExecutionData[]> => [
  { json: {}, binary: { data: await storedFile(presetCsv(file), '車両データ.csv') } },
];
const both = (): Secrets => ({ ...retrainKey(region(), cars()), ...secretKey(region()) });
const retrain = {
  resource: 'model',
  operation: 'retrain',
  trainingDataFrom: 'binary',
  trainingDataBinaryField: 'data',
};
const quickly = { pollIntervalSeconds: 5 };

describe('model', () => {
  test('Retrain: uploads, waits, keeps the result file, switches and sees it arrive', async () => {
    const evaluation = await storedFile(presetCsv('cars.json'), 'eval.csv');
    const [trainingItem] = await training();
    const [item] = await run(
      both(),
      {
        ...retrain,
        retrainKeys: 'bothKeys',
        switchModel: true,
        options: {
          ...quickly,
          evaluationDataBinaryField: 'evaluation',
          classifierId: { __rl: true, mode: 'id', value: cars().classifierId },
        },
      },
      { items: [{ json: {}, binary: { ...trainingItem?.binary, evaluation } }] },
    );
    expect(item?.json).toMatchObject({
      finished: true,
      pending: false,
      switchOutcome: 'verified',
      resultFile: { name: expect.any(String) as string, bytes: expect.any(Number) as number },
    });
    expect(item?.pairedItem).toEqual({ item: 0 });
    const { binaryField, bytes } = item?.json['resultFile'] as { binaryField: string; bytes: number };
    expect((await readBinary(item?.binary?.[binaryField] as IBinaryData)).length).toBe(bytes);
    expect(logged.join('\n')).toContain(String(item?.json['retrainJobId']));
  });

  test('Retrain without waiting, then look, wait, download and switch by the ID alone', async () => {
    const key = retrainKey(region(), cars());
    const started = await one(key, { ...retrain, waitForCompletion: false }, { items: await training() });
    expect(started).toMatchObject({ pending: true, resumeToken: expect.any(String) as string });
    const { retrainJobId, resumeToken } = started;

    const waited = {
      resource: 'model',
      operation: 'waitForRetraining',
      retrainJobId: resumeToken,
      options: { ...quickly, downloadResult: false },
    };
    expect(await one(key, waited)).toMatchObject({ retrainJobId, finished: true });
    expect(await one(key, { resource: 'model', operation: 'getRetraining', retrainJobId })).toMatchObject({
      status: 'job_finished',
      finished: true,
    });
    expect(await one(key, { resource: 'model', operation: 'downloadResult', retrainJobId })).toMatchObject({
      resultFile: { binaryField: expect.any(String) as string },
    });
    expect(await one(key, { resource: 'model', operation: 'switch', retrainJobId })).toMatchObject({
      switchOutcome: 'accepted',
    });
  });

  test('Retrain with the Secret Key alone: the retrain key is fetched for the prediction API', async () => {
    const parameters = {
      ...retrain,
      retrainKeys: 'managementKey',
      options: { ...quickly, classifierId: cars().inferenceUrl },
    };
    expect(await one(secretKey(region()), parameters, { items: await training() })).toMatchObject({
      finished: true,
    });
  });

  test('Get Many and Delete', async () => {
    const key = managementWith(region(), 'train', region().credentials.trainKey);
    const names = async () =>
      (await run(key, { resource: 'model', operation: 'getMany', returnAll: true })).map(
        ({ json }) => json['name'],
      );
    expect(await names()).toEqual(expect.arrayContaining(['cars-fuel', 'penguins-species', 'penguins-sex']));
    const limited = await run(key, { resource: 'model', operation: 'getMany', limit: 1 });
    expect(limited).toHaveLength(1);
    const unpublished = region().unpublished[0];
    const deleted = {
      resource: 'model',
      operation: 'delete',
      modelId: { mode: 'id', value: unpublished?.modelId, __rl: true },
    };
    expect(await one(secretKey(region()), deleted)).toEqual({ deleted: true });
    expect(await names()).not.toContain(unpublished?.name);
  });
});

test('from a table to predictions: Train, Get Columns, Create, Predict, Update, Delete', async () => {
  const key = secretKey(region());
  const trained = await one(
    key,
    {
      resource: 'model',
      operation: 'train',
      modelName: 'ferry',
      trainingDataFrom: 'binary',
      targetColumn: cars().targetColumn,
      targetType: 'regression',
      options: quickly,
    },
    { items: await training() },
  );
  expect(trained).toMatchObject({ finished: true, modelId: expect.any(String) as string });

  const described = await run(key, {
    resource: 'dataSet',
    operation: 'getColumns',
    trainingProcessId: trained['trainingProcessId'],
  });
  expect(described.map(({ json }) => json['name'])).toEqual(
    expect.arrayContaining(cars().columns as string[]),
  );
  expect(described[0]?.json).not.toHaveProperty('columnId');
  const raw = await run(key, {
    resource: 'dataSet',
    operation: 'getColumns',
    simplify: false,
    trainingProcessId: trained['trainingProcessId'],
  });
  expect(raw[0]?.json).toHaveProperty('columnId');

  const created = await one(key, {
    resource: 'predictionApi',
    operation: 'create',
    modelId: { __rl: true, mode: 'id', value: trained['modelId'] },
    options: quickly,
  });
  expect(created).toMatchObject({ status: 'running', url: expect.stringMatching(/^http/) as string });
  expect(created).not.toHaveProperty('predictionKey');

  const classifierId = { __rl: true, mode: 'list', value: created['classifierId'] };
  const predicted = await one(
    key,
    { resource: 'prediction', operation: 'predict', predictionKeys: 'managementKey', classifierId },
    { items: [{ json: { ...cars().sampleRow } }] },
  );
  expect(Object.keys(predicted['prediction'] as object).length).toBeGreaterThan(0);

  const stopped = {
    resource: 'predictionApi',
    operation: 'update',
    classifierId,
    startOrStop: 'stop',
    options: quickly,
  };
  expect(await one(key, stopped)).toMatchObject({ status: 'terminated', pending: false });
  expect(await one(key, { resource: 'predictionApi', operation: 'delete', classifierId })).toEqual({
    deleted: true,
  });
}, 60_000);

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
  const list = (options: IDataObject) =>
    runNode({
      secrets: managementWith(region(), 'deploy', region().credentials.deployKey),
      parameters: { resource: 'predictionApi', operation: 'getMany', returnAll: true, options },
    });
  test('gives no key', async () => {
    const items = await list({});
    seen.push(items);
    expect(items.map(({ json }) => json['classifierId'])).toContain(cars().classifierId);
  });
  test('gives keys to those who ask for them', async () => {
    const items = await list({ includeKey: true });
    const own = items.find(({ json }) => json['classifierId'] === cars().classifierId);
    expect(own?.json['predictionKey']).toBe(cars().predictionKey);
  });
});

describe('Predict with a prediction key', () => {
  const predict = { resource: 'prediction', operation: 'predict' };
  const key = () => predictionKey(cars());
  const rows = (count: number): INodeExecutionData[] =>
    Array.from({ length: count }, () => ({ json: { ...cars().sampleRow } }));

  test('scores each item, in order and paired with it', async () => {
    const items = await run(key(), predict, { items: rows(3) });
    expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
    for (const { json } of items) expect(json['row']).toEqual(cars().sampleRow);
  });

  test('a bad row fails alone when the node continues', async () => {
    const bad = { json: { ...cars().sampleRow, Horsepower: { nested: true } } } as INodeExecutionData;
    const items = await run(key(), predict, { items: [...rows(1), bad, ...rows(1)], continueOnFail: true });
    expect(items.map(({ json }) => typeof json['error'])).toEqual(['undefined', 'string', 'undefined']);
    expect(items[1]?.json['error']).toContain('Horsepower');
    expect(items[1]?.error).toBeDefined();
  });

  test('refuses more rows than allowed before the first request', async () => {
    const fails = run(key(), { ...predict, options: { maxRequests: 2 } }, { items: rows(3) });
    await expect(fails).rejects.toThrow('Rows: has 3 rows, and no more than 2 requests are allowed [item 0]');
    expect(sandbox.requests()).toHaveLength(0);
  });

  test('an AI agent may give the row as text', async () => {
    const items = await run(key(), { ...predict, rows: JSON.stringify(cars().sampleRow) });
    expect(items[0]?.json['row']).toEqual(cars().sampleRow);
  });
});

describe('what a user does wrong is named, with the way out, before a job is made', () => {
  const failure = async (...given: Parameters<typeof run>) => {
    const error: unknown = await run(...given).catch((caught: unknown) => caught);
    return error as { message: string; description?: string; context: IDataObject };
  };
  const noJob = () => expect(sandbox.requests().map(({ method }) => method)).not.toContain('PUT');

  test('a binary field that is not there', async () => {
    const { message, context } = await failure(
      retrainKey(region(), cars()),
      { ...retrain, trainingDataBinaryField: 'file' },
      { items: await training() },
    );
    expect(message).toContain('file');
    expect(context['itemIndex']).toBe(0);
    noJob();
  });

  test('an ID that was left empty', async () => {
    const { message, description } = await failure(retrainKey(region(), cars()), {
      resource: 'model',
      operation: 'getRetraining',
      retrainJobId: ' ',
    });
    expect(message).toBe('Retrain Job ID: is required [item 0]');
    expect(description).toContain('Give Retrain Job ID');
  });

  test('a key of the wrong kind', async () => {
    const wrong = {
      predictionOneRetrainApi: {
        region: 'custom',
        baseUrl: region().managementBaseUrl,
        apiKey: region().credentials.trainKey,
      },
    };
    const { message, description } = await failure(wrong, retrain, { items: await training() });
    expect(message).toContain('Could not get an upload address');
    expect(description).toContain('Check the key in the credential');
    noJob();
  });

  test('a train key where a deploy key is needed', async () => {
    const { message, description } = await failure(
      managementWith(region(), 'train', region().credentials.trainKey),
      {
        resource: 'predictionApi',
        operation: 'getMany',
      },
    );
    expect(message).toContain('this needs a deploy key');
    expect(description).toContain('Set a deploy key');
  });

  test('two credentials of different regions', async () => {
    const other = sandbox.describe().predictionOne.international;
    const { message, description } = await failure(
      { ...retrainKey(region(), cars()), ...secretKey(other) },
      { ...retrain, retrainKeys: 'bothKeys' },
      { items: await training() },
    );
    expect(message).toContain('belong to different regions');
    expect(description).toContain('Set the same region in both');
    expect(sandbox.requests()).toHaveLength(0);
  });

  test('a base URL that is none', async () => {
    const { message } = await failure(
      {
        predictionOneManagementApi: {
          region: 'custom',
          baseUrl: 'nowhere',
          keyType: 'secret',
          apiKey: 'x'.repeat(20),
        },
      },
      { resource: 'model', operation: 'getMany' },
    );
    expect(message).toContain('The base URL in the credential is not a URL');
  });
});

test('a credential that the form no longer shows is not used', async () => {
  // As n8n saves a node whose operation was changed
  const secrets = { ...secretKey(region()), ...predictionKey(cars()), ...retrainKey(region(), cars()) };
  expect(await run(secrets, { resource: 'model', operation: 'getMany' })).not.toHaveLength(0);
});

describe('lists in the editor', () => {
  const parameters = { resource: 'prediction', operation: 'predict', predictionKeys: 'managementKey' };
  test('prediction APIs, filtered', async () => {
    const all = await search('searchClassifiers', { parameters, secrets: secretKey(region()) });
    seen.push(all);
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

test('every request says who sends it', async () => {
  await run(secretKey(region()), { resource: 'model', operation: 'getMany' });
  for (const { headers } of sandbox.requests()) {
    expect(headers['user-agent']).toMatch(/^n8n-nodes-prediction-one\/\d+\.\d+\.\d+$/);
  }
});

test('stopping ends the work within a second', async () => {
  clearInterval(ticking);
  const stop = new AbortController();
  sandbox.variants.change({ enable: ['stuck-job'] });
  const running = run(
    retrainKey(region(), cars()),
    { ...retrain, options: quickly },
    { items: await training(), signal: stop.signal },
  );
  const ended = running.then(
    () => 'ended',
    (error: Error) => error.message,
  );
  while (!sandbox.requests().some(({ operation, answered }) => operation === 'retrainStatus' && answered))
    await new Promise((next) => setTimeout(next, 20));
  const stoppedAt = performance.now();
  stop.abort();
  expect(await ended).toMatch(/stopped|cancel/i);
  expect(performance.now() - stoppedAt).toBeLessThan(1_000);
  const sent = sandbox.requests().length;
  await new Promise((next) => setTimeout(next, 300));
  expect(sandbox.requests()).toHaveLength(sent);
});
