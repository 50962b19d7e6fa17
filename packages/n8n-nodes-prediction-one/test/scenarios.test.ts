import { logged, readBinary, storedFile } from '@modelferry/n8n-testkit/run';
import { presetCsv } from '@modelferry/sandbox';
import type { IBinaryData, INodeExecutionData } from 'n8n-workflow';
import { nodeStage, quickly, retrain, training } from './support/node-stage.ts';
import { managementWith, predictionKey, retrainKey, secretKey } from './support/sandbox-keys.ts';

const stage = nodeStage();
const { run, one, both, region, cars } = stage;

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
    expect(stage.sandbox.requests()).toHaveLength(0);
  });

  test('an AI agent may give the row as text', async () => {
    const items = await run(key(), { ...predict, rows: JSON.stringify(cars().sampleRow) });
    expect(items[0]?.json['row']).toEqual(cars().sampleRow);
  });
});

test('every request says who sends it', async () => {
  await run(secretKey(region()), { resource: 'model', operation: 'getMany' });
  for (const { headers } of stage.sandbox.requests()) {
    expect(headers['user-agent']).toMatch(/^n8n-nodes-prediction-one\/\d+\.\d+\.\d+$/);
  }
});

test('stopping ends the work within a second', async () => {
  stage.halt();
  const stop = new AbortController();
  stage.sandbox.variants.change({ enable: ['stuck-job'] });
  const running = run(
    retrainKey(region(), cars()),
    { ...retrain, options: quickly },
    { items: await training(), signal: stop.signal },
  );
  const ended = running.then(
    () => 'ended',
    (error: Error) => error.message,
  );
  while (
    !stage.sandbox.requests().some(({ operation, answered }) => operation === 'retrainStatus' && answered)
  )
    await new Promise((next) => setTimeout(next, 20));
  const stoppedAt = performance.now();
  stop.abort();
  expect(await ended).toMatch(/stopped|cancel/i);
  expect(performance.now() - stoppedAt).toBeLessThan(1_000);
  const sent = stage.sandbox.requests().length;
  await new Promise((next) => setTimeout(next, 300));
  expect(stage.sandbox.requests()).toHaveLength(sent);
});
