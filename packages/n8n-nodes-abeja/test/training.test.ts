import { byId, hinted, logged } from '@modelferry/n8n-testkit/run';
import type { IDataObject } from 'n8n-workflow';
import { hastened } from './support/hastened.ts';
import { fileItem, savedBytes, zipMark } from './support/items.ts';
import { nodeStage } from './support/node-stage.ts';

const stage = nodeStage();
const definition = byId('cars-fuel');
const quick = { pollIntervalSeconds: 5 };
const job = (operation: string, more: IDataObject = {}) => ({
  resource: 'job',
  operation,
  definition,
  ...more,
});
const run = (more: IDataObject = {}) => job('run', { waitForCompletion: true, options: quick, ...more });
const state = () => stage.sandbox.state().abeja;
const quickly = <T>(running: () => Promise<T>) => hastened(stage, running);
const trained = async (parameters: IDataObject = run()) => {
  const [item] = await quickly(() => stage.run(parameters));
  return item;
};

describe('Run', () => {
  test('trains with the latest version, and brings result, model and figures', async () => {
    const item = await trained(run({ options: { ...quick, environment: 'DEPTH=3' } }));
    expect(item?.json).toMatchObject({
      ...{ definition: 'cars-fuel', version: 1, status: 'Complete', finished: true, pending: false },
      ...{ goodEnough: true, modelId: expect.any(String) as string },
      statistics: {
        epoch: 3,
        numEpochs: 3,
        stages: { validation: { accuracy: expect.any(Number) as number } },
      },
    });
    expect((await savedBytes(item, 'resultFile')).toString('latin1', 0, 4)).toBe(zipMark);
    expect(item?.pairedItem).toEqual({ item: 0 });
    expect(state()).toMatchObject({ jobsCreated: 1, versionsCreated: 0 });
  });

  test('tells the figures in the log, and the last of them beside the output', async () => {
    await trained();
    expect(logged.join('\n')).toMatch(/epoch 3 of 3.*accuracy/);
    expect(hinted).toEqual([
      expect.stringMatching(/^The last figures of training job \S+: epoch 3 of 3.*accuracy/) as string,
    ]);
  });

  test('makes the job definition and a version of new code first', async () => {
    const parameters = run({
      ...{ definition: byId('夜間 学習'), sourceFrom: 'binary', sourceBinaryField: 'data' },
      ...{ handler: 'train:handler', image: 'abeja-inc/all-cpu:19.10' },
      options: {
        ...quick,
        datasets: `data=${stage.known.datasets[0]?.id}`,
        environment: { TARGET: 'Horsepower' },
      },
    });
    const items = [await fileItem('def handler(context): ...', 'train.py')];
    const [item] = await quickly(() => stage.run(parameters, { items }));
    expect(item?.json).toMatchObject({ definition: '夜間 学習', version: 1, finished: true });
    expect(state()).toMatchObject({ jobsCreated: 1, versionsCreated: 1 });
  });

  test.each<[string, IDataObject, boolean]>([
    ['reached', { metricCondition: 'atMost', metricThreshold: 1000 }, true],
    ['not reached', { metricThreshold: 1000, failIfNotGoodEnough: false }, false],
  ])('a threshold that is %s', async (_, gate, goodEnough) => {
    const item = await trained(run({ options: { ...quick, metricName: 'validation.loss', ...gate } }));
    expect(item?.json).toMatchObject({ goodEnough, metricValue: expect.stringMatching(/^\d+\./) as string });
  });

  test('a threshold that is not reached ends the run, and says which figure it saw', async () => {
    const options = { ...quick, metricName: 'validation.accuracy', metricThreshold: 1 };
    await expect(trained(run({ options }))).rejects.toThrow(
      /not good enough: validation.accuracy is 0\.\d+, which is not at least 1/,
    );
  });

  test('a job that fails says why', async () => {
    stage.sandbox.faults.plan({ kind: 'job-fails', operation: 'trainingJob', message: 'No GPU left' });
    await expect(trained()).rejects.toThrow(/Failed.*No GPU left/s);
  });

  test('is not waited for where the user wants it so', async () => {
    const started = await stage.one(run({ waitForCompletion: false }));
    expect(started).toMatchObject({ status: 'Pending', pending: true, finished: false });
    expect(started['resumeToken']).toEqual(expect.any(String));
    const byToken = {
      resource: 'job',
      operation: 'wait',
      jobId: byId(started['resumeToken']),
      options: quick,
    };
    expect((await trained(byToken))?.json).toMatchObject({ jobId: started['jobId'], finished: true });
  });

  test.each<[string, IDataObject, RegExp]>([
    ['no job definition', { definition: byId('') }, /Job Definition: is required/],
    [
      'a name with a slash',
      { definition: byId('a/b') },
      /Job Definition: must be a name or an ID, without a slash/,
    ],
    ['code without a handler', { sourceFrom: 'text', sourceText: 'x', image: 'a/b' }, /Handler: is required/],
    ['a version that is no number', { version: byId('latest') }, /Version: must be the number of a version/],
    [
      'half of a gate',
      { options: { metricName: 'acc', metricThreshold: '' } },
      /Metric Threshold: is required/,
    ],
    ['a machine that none is called', { instanceType: 'huge' }, /Instance Type: /],
  ])('%s is named before anything is sent', async (_, more, message) => {
    await expect(stage.run(run(more))).rejects.toThrow(message);
    expect(stage.sandbox.requests()).toEqual([]);
  });
});

test('Create, Get, Get Many, Update Statistics, Stop, Archive, Unarchive', async () => {
  const { jobId } = await stage.one(job('create', { description: 'by hand', options: {} }));
  const named = { jobId: byId(jobId) };
  expect(await stage.one(job('get', named))).toMatchObject({ jobId, status: 'Pending', pending: true });
  const statuses = async (more: IDataObject = {}) =>
    (await stage.run(job('getMany', { returnAll: true, ...more }))).map(({ json }) => json['status']);
  expect(await statuses()).toEqual(['Pending']);
  const told = { options: { epoch: 1, numEpochs: 4 }, stages: '{"train": {"loss": 0}}' };
  expect(await stage.one(job('updateStatistics', { ...named, ...told }))).toMatchObject({
    statistics: { epoch: 1, numEpochs: 4, stages: { train: { loss: 0 } } },
  });
  expect(await stage.one(job('stop', named))).toMatchObject({ outcome: 'stopped', status: 'Stopped' });
  expect(await stage.one(job('stop', named))).toMatchObject({ outcome: 'already-ended' });
  expect(await stage.one(job('archive', named))).toEqual({ archived: true });
  expect(await statuses()).toEqual([]);
  expect(await statuses({ includeArchived: true, options: { statuses: ['Stopped'] } })).toEqual(['Stopped']);
  expect(await stage.one(job('unarchive', named))).toEqual({ archived: false });
});

test('Wait, Get Result, Download Result', async () => {
  const { jobId } = await stage.one(job('create', { options: {} }));
  const named = { jobId: byId(jobId) };
  expect(await stage.one(job('getResult', named))).toMatchObject({ available: false });
  await expect(stage.run(job('downloadResult', named))).rejects.toThrow(/has no result: it is/);
  const waited = await trained(job('wait', { ...named, options: { ...quick, downloadResult: false } }));
  expect(waited?.json).toMatchObject({ finished: true });
  expect(waited?.binary).toBeUndefined();
  expect(await stage.one(job('getResult', named))).toMatchObject({ available: true });
  const [saved] = await stage.run(
    job('downloadResult', { ...named, options: { resultFileName: '結果.zip' } }),
  );
  expect(saved?.json['resultFile']).toMatchObject({ name: '結果.zip' });
  expect((await savedBytes(saved, 'resultFile')).toString('latin1', 0, 4)).toBe(zipMark);
});

test('several items: each gets its own job, and a bad one fails alone', async () => {
  const parameters = run({ definition: '={{ $json.definition }}', waitForCompletion: false });
  const items = ['cars-fuel', 'no-such', 'penguins-species'].map((name) => ({ json: { definition: name } }));
  const out = await stage.run(parameters, { items, continueOnFail: true });
  expect(out.map(({ pairedItem }) => pairedItem)).toEqual([0, 1, 2].map((item) => ({ item })));
  expect(out.map(({ json }) => json['definition'])).toEqual(['cars-fuel', undefined, 'penguins-species']);
  expect(out[1]?.json['error']).toMatch(/no-such/);
  expect(state().jobsCreated).toBe(2);
});

test('an AI agent gives names, objects and lists as it likes', async () => {
  const environment = { DEPTH: 2 };
  const parameters = run({
    definition: 'cars-fuel',
    waitForCompletion: 'false',
    simplify: false,
    options: { environment },
  });
  expect(await stage.one(parameters)).toMatchObject({ environment: { DEPTH: '2' } });
});

test('the job is in the log as soon as it is there', async () => {
  const { jobId } = await stage.one(run({ waitForCompletion: false }));
  expect(logged.join('\n')).toContain(String(jobId));
});
