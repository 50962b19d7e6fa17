import { errorOf, valueOf, warningsOf, wordsOf } from '@modelferry/testkit';
import { abeja, trainingJobKind } from '../src/index.ts';
import { Stage } from './support/stage.ts';

const stage = Stage.forEachTest();

const definition = 'cars-fuel';
type Given = Readonly<Record<string, unknown>>;
const perform = (name: string, inputs: Given) => stage.perform(`job.${name}`, inputs);
const create = async (more: Given = {}) => valueOf(await perform('create', { definition, ...more }));
const started = async () => ({ jobId: (await create())['resumeToken'] });
const completed = async () => {
  const job = await started();
  await perform('wait', { ...job, downloadResult: false, findModel: false });
  return job;
};

test('is named by its token, or by its ID with the job definition', async () => {
  const { jobId, resumeToken } = await create({ instanceType: 'cpu-2', exportLog: true });
  expect(valueOf(await perform('get', { jobId: resumeToken }))).toMatchObject({ definition, jobId });
  expect(valueOf(await perform('get', { jobId, definition }))).toMatchObject({
    instanceType: 'cpu-2',
    jobId,
  });
  expect(wordsOf(await perform('get', { jobId }))).toMatch(/definition: is required with the bare ID/);
  expect(wordsOf(await perform('get', { jobId: 'eyJ2Ijnonsense' }))).toMatch(/jobId: is not a resume token/);
  expect(errorOf(await perform('get', { jobId: '1', definition })).code).toBe('not-found');
});

test('without settings, none are sent: those of the version hold', async () => {
  expect(await create()).toMatchObject({ environment: {}, datasets: {} });
});

test('is waited for, with its result', async () => {
  const performance = await perform('wait', await started());
  expect(valueOf(performance)).toMatchObject({ finished: true, modelId: expect.any(String) as string });
  expect(performance.files.size).toBe(1);
  expect(valueOf(await perform('wait', { ...(await started()), timeoutMs: 5_000 }))).toMatchObject({
    pending: true,
  });
});

test('is waited for up to a gate, which says what it saw', async () => {
  const gate = { metricName: 'validation.accuracy', metricThreshold: 0.9999 };
  const job = await started();
  expect(wordsOf(await perform('wait', { ...job, ...gate }))).toMatch(
    /validation.accuracy is 0\.\d+, which is not at least 0.9999/,
  );
  expect(valueOf(await perform('wait', { ...job, ...gate, metricThreshold: 0.1 }))).toMatchObject({
    ...{ goodEnough: true, metricValue: expect.stringMatching(/^0\.\d+$/) as string },
  });
});

test('tells its figures while it is waited for: zeros and what is not finite, too', async () => {
  const job = await started();
  const stages = { train: { loss: 0 }, validation: { loss: 'Infinity' } };
  const told = { ...job, epoch: 0, numEpochs: 2, progressPercentage: 0, stages: JSON.stringify(stages) };
  await perform('updateStatistics', told);
  const performance = await perform('wait', job);
  const seen = performance.events.flatMap((event) => (event.type === 'status' ? [event.snapshot] : []));
  const figures = [
    { name: 'epoch', value: 0, total: 2 },
    { name: 'progress', value: 0 },
    { stage: 'train', name: 'loss', value: 0 },
    { stage: 'validation', name: 'loss', value: 'Infinity' },
  ];
  expect(seen.map((snapshot) => snapshot.figures)).toEqual([figures, figures, figures]);
  expect(valueOf(performance)).toMatchObject({ finished: true, epoch: 0, statistics: { stages } });
});

describe('are listed', () => {
  test.each(['created-201', 'small-pages', 'limit-capped', 'no-total', 'order-shuffled'])(
    '%s',
    async (variant) => {
      for (let index = 0; index < 12; index++) await create({ description: `job ${index}` });
      stage.enable(variant);
      const list = async (more: Given) =>
        valueOf<readonly Given[]>(await perform('getMany', { definition, ...more }));
      expect(await list({ returnAll: true })).toHaveLength(12);
      expect(await list({ limit: 11 })).toHaveLength(11);
      expect(await list({ statuses: ['Failed'] })).toEqual([]);
      expect(await list({ statuses: ['Pending', 'Active', 'Complete'], returnAll: true })).toHaveLength(12);
    },
  );
});

describe('is stopped', () => {
  test.each([
    ['created-201', 'stopped', 'Stopped'],
    ['empty-204', 'stopped', 'Stopped'],
    ['stop-slow', 'stopped', 'Stopped'],
    ['stop-loses-to-complete', 'already-ended', 'Complete'],
  ])('%s: %s, and is %s', async (variant, outcome, status) => {
    stage.enable(variant);
    expect(valueOf(await perform('stop', await started()))).toMatchObject({ outcome, status });
  });

  test.each(['created-201', 'stop-ended-400', 'stop-ended-ok'])(
    '%s: one that has ended stays',
    async (variant) => {
      const job = await completed();
      stage.enable(variant);
      expect(valueOf(await perform('stop', job))).toMatchObject({
        outcome: 'already-ended',
        status: 'Complete',
      });
    },
  );

  test.each(['drop-after-create', 'error-after-create', 'http-500-once'] as const)(
    '%s: a look tells, and it is asked for again where it goes on',
    async (kind) => {
      const job = await started();
      stage.plan({ kind, operation: 'trainingJobStop' });
      expect(valueOf(await perform('stop', job))).toMatchObject({ status: 'Stopped' });
    },
  );

  test('by the host that started it', async () => {
    const { jobId } = await create();
    const cancel = abeja.cancels![trainingJobKind]!;
    expect(await cancel(stage.context(), `${definition}/${jobId}`)).toBe('cancelled');
    expect(await cancel(stage.context(), `${definition}/${jobId}`)).toBe('already-ended');
    await expect(cancel(stage.context(), 'nonsense')).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(cancel(stage.context(), `${definition}/1`)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('its result', () => {
  test.each(['created-201', 'result-missing-keys', 'result-download-uri', 'result-flat'])(
    '%s',
    async (variant) => {
      stage.enable(variant);
      const job = await started();
      expect(valueOf(await perform('getResult', job))).toMatchObject({ available: false, pending: true });
      expect(wordsOf(await perform('downloadResult', job))).toMatch(
        /has no result: .* Wait until it is complete/,
      );
      await perform('wait', { ...job, downloadResult: false, findModel: false });
      expect(valueOf(await perform('getResult', job))).toMatchObject({ available: true, finished: true });
      const performance = await perform('downloadResult', { ...job, resultFileName: 'mine.zip' });
      expect([...performance.files.keys()]).toEqual(['mine.zip']);
      expect(valueOf(performance)).toMatchObject({ resultFile: { name: 'mine.zip' } });
    },
  );

  test('of a job that has failed, where the platform keeps one', async () => {
    stage.enable('fails-with-message', 'result-on-failed');
    const job = await started();
    expect(errorOf(await perform('wait', job)).code).toBe('job-failed');
    expect(valueOf(await perform('getResult', job))).toMatchObject({ failed: true });
  });
});

describe('its statistics', () => {
  const stages = '{"validation": {"accuracy": 0.8, "loss": 0, "worst": "Infinity"}}';

  test.each(['created-201', 'statistics-echo', 'statistics-merge'])(
    '%s: are told whole, zeros too',
    async (variant) => {
      stage.enable(variant);
      const inputs = { ...(await started()), epoch: 0, numEpochs: 5, progressPercentage: 0, stages };
      expect(valueOf(await perform('updateStatistics', inputs))).toMatchObject({
        ...{ epoch: 0, numEpochs: 5 },
        statistics: {
          progressPercentage: 0,
          stages: { validation: { accuracy: 0.8, loss: 0, worst: 'Infinity' } },
        },
      });
    },
  );

  test('are sent again after a lost answer, and checked before', async () => {
    const job = await started();
    stage.plan({ kind: 'drop-after-create', operation: 'trainingStatistics' });
    expect(valueOf(await perform('updateStatistics', { ...job, epoch: 1 }))).toMatchObject({ epoch: 1 });
    expect(stage.count('trainingStatistics')).toBe(2);
    for (const wrong of ['[]', '{"train": 1}', '{"train": {"a": []}}', 'x']) {
      expect(wordsOf(await perform('updateStatistics', { ...job, stages: wrong }))).toMatch(
        /stages: must be/,
      );
    }
  });
});

describe('is archived', () => {
  test.each(['created-201', 'empty-204'])('%s: and taken out again', async (variant) => {
    const job = await completed();
    stage.enable(variant);
    expect(valueOf(await perform('archive', job))).toEqual({ archived: true });
    expect(valueOf(await perform('getMany', { definition }))).toEqual([]);
    expect(valueOf(await perform('getMany', { definition, includeArchived: true }))).toHaveLength(1);
    expect(valueOf(await perform('unarchive', job))).toEqual({ archived: false });
    expect(valueOf(await perform('get', job))).toMatchObject({ archived: false });
  });

  test('not while it runs, where the platform refuses that', async () => {
    expect(errorOf(await perform('archive', await started())).code).toBe('rejected');
  });

  test.each(['drop-after-create', 'http-500-once'] as const)('%s: a look tells', async (kind) => {
    const job = await completed();
    stage.plan({ kind, operation: 'trainingJobArchive' });
    expect(valueOf(await perform('archive', job))).toEqual({ archived: true });
  });
});

test('a create that is tried again goes on with the job that is there', async () => {
  const records: never[] = [];
  const again = () => stage.perform('job.create', { definition }, { records });
  const { jobId } = valueOf(await again());
  const second = await again();
  expect(valueOf(second)).toMatchObject({ jobId });
  expect(warningsOf(second)).toMatch(/Going on with training job/);
});

test('jobs and versions can be chosen, once the job definition is', async () => {
  const { jobId } = await create({ description: 'nightly' });
  const look = (name: string, request: Given) => abeja.lookups[name]!(stage.context(), request);
  expect(await look('jobs', {})).toEqual({ entries: [] });
  expect(await look('versions', { inputs: { definition: '' } })).toEqual({ entries: [] });
  expect(await look('jobs', { inputs: { definition }, filter: 'NIGHT' })).toMatchObject({
    entries: [{ value: jobId, description: expect.stringMatching(/^Pending, /) as string }],
  });
  expect(await look('versions', { inputs: { definition } })).toEqual({
    entries: [{ value: '1', title: '1, preset', description: 'train:handler, abeja-inc/all-cpu:19.10' }],
  });
});
