import { isInputError } from '@modelferry/http';
import { presetCsv } from '@modelferry/sandbox';
import { memoryLedger } from '@modelferry/testkit';
import { bytesSource } from '@modelferry/upload';
import { getColumns } from '../src/operations/get-columns.ts';
import { train } from '../src/operations/train.ts';
import { sandboxHouse, warningsOf } from './support/sandbox-run.ts';

const house = sandboxHouse();
const utf8 = (text: string) => new TextEncoder().encode(text);
const penguins = (name = 'penguins.csv') => bytesSource(name, utf8(presetCsv('penguins.json')));
const state = () => house.sandbox.state().predictionOne.japan;
const requests = (operation: string) =>
  house.sandbox.requests().filter((request) => request.operation === operation);

const inputs = () => ({
  modelName: 'penguins',
  trainingData: penguins(),
  targetColumn: 'Species',
  targetType: 'multi_classification' as const,
  pollIntervalMs: 5_000,
});

describe('the ordinary way', () => {
  test('uploads, trains, waits and finds the model', async () => {
    const { context } = house.run({ kinds: ['train'] });
    const result = await train.run(context, inputs());
    expect(result).toMatchObject({
      modelName: 'penguins',
      status: 'finished',
      finished: true,
      pending: false,
    });
    expect(state().models.find(({ id }) => String(id) === result.modelId)?.name).toBe('penguins');
    expect(Object.keys(state().trainings[0]?.uploads ?? {})).toHaveLength(2);
    expect(requests('put')[0]?.headers).not.toHaveProperty('content-type');
  });

  test('sends evaluation data, and saves the result where asked to', async () => {
    const { context, files } = house.run({ kinds: ['train'] });
    const result = await train.run(context, {
      ...inputs(),
      evaluationData: penguins('eval.csv'),
      downloadResult: true,
    });
    expect(Object.keys(state().trainings[0]?.uploads ?? {})).toHaveLength(3);
    expect(files.has(result.resultFile?.name ?? '')).toBe(true);
  });

  test('makes a name unique that is taken', async () => {
    const { context } = house.run({ kinds: ['train'] });
    const result = await train.run(context, { ...inputs(), modelName: 'penguins-species' });
    expect(result.modelName).toMatch(/^penguins-species-\d{8}-\d{6}$/);
    expect(result.modelId).toBeDefined();
  });

  test('returns at once without waiting', async () => {
    const { context } = house.run({ kinds: ['train'] });
    const result = await train.run(context, { ...inputs(), waitForCompletion: false });
    expect(result).toMatchObject({ finished: false, pending: true });
    expect(result.modelId).toBeUndefined();
    expect(requests('trainStatus')).toEqual([]);
  });

  test('fetches the train key with the Secret Key', async () => {
    const { context } = house.run({ kinds: ['secret'] });
    expect((await train.run(context, inputs())).finished).toBe(true);
  });

  test('its columns can be read by its process ID', async () => {
    house.sandbox.variants.change({ enable: ['column-info-late'] });
    const { context } = house.run({ kinds: ['train'] });
    const { trainingProcessId } = await train.run(context, { ...inputs(), waitForCompletion: false });
    const columns = await getColumns.run(context, { trainingProcessId });
    expect(columns.map(({ name }) => name)).toContain('Species');
    expect(columns.find(({ name }) => name === 'Body Mass (g)')?.maximum).toBeGreaterThan(5_000);
  });
});

describe('settings that do not go together are refused all at once', () => {
  test.each([
    [{ targetType: 'binary_classification' }, ['positiveValue']],
    [
      { targetType: 'regression', positiveValue: 'yes', correctImbalance: true },
      ['positiveValue', 'correctImbalance'],
    ],
    [{ timeSeries: true }, ['timeSeries', 'timeColumn', 'firstStep', 'lastStep']],
    [
      { targetType: 'regression', timeSeries: true, timeColumn: 'Species', firstStep: 3, lastStep: 2 },
      ['lastStep'],
    ],
    [{ seriesColumn: 'Island', othersKnown: true }, ['seriesColumn', 'othersKnown']],
    [{ columnTypes: ['Species'] }, ['columnTypes']],
  ] as const)('%j', async (more, fields) => {
    const { context } = house.run({ kinds: ['train'] });
    const error: unknown = await train.run(context, { ...inputs(), ...more }).catch((e: unknown) => e);
    if (!isInputError(error)) throw error;
    expect(error.faults.map(({ field }) => field)).toEqual(fields);
    expect(house.sandbox.requests()).toEqual([]);
  });
});

test.each([
  ['a target column that is not there', { targetColumn: 'Sort' }, 'Sort'],
  ['a type for a column that is not there', { columnTypes: ['Sort=string'] }, 'Sort'],
])('%s is refused by name before anything is sent', async (_, more, named) => {
  const { context } = house.run({ kinds: ['train'] });
  await expect(train.run(context, { ...inputs(), ...more })).rejects.toMatchObject({
    code: 'invalid-input',
    message: expect.stringContaining(named),
  });
  expect(house.sandbox.requests()).toEqual([]);
});

test('more than 200 classes are warned of', async () => {
  const rows = Array.from({ length: 300 }, (_, at) => `${at},class${at}`);
  const run = house.run({ kinds: ['train'] });
  await train.run(run.context, {
    ...inputs(),
    trainingData: bytesSource('a.csv', utf8(['x,Species', ...rows, ''].join('\n'))),
    waitForCompletion: false,
  });
  expect(warningsOf(run).join()).toMatch(/300 different values/);
});

describe('a training is never started twice', () => {
  test('when the answer to Train gets lost', async () => {
    house.sandbox.faults.plan({ kind: 'drop-before-answer', operation: 'train' });
    const { context } = house.run({ kinds: ['train'] });
    expect((await train.run(context, inputs())).finished).toBe(true);
    expect(requests('train')).toHaveLength(1);
  });

  test('when it was not carried out either: that is said', async () => {
    house.sandbox.faults.plan([
      { kind: 'reset-after-body', operation: 'train' },
      { kind: 'vendor-error', operation: 'trainStatus', times: 2 },
    ]);
    const ledger = memoryLedger();
    const { context } = house.run({ kinds: ['train'], ledger });
    await expect(train.run(context, inputs())).rejects.toMatchObject({ code: 'outcome-unknown' });
    expect(requests('train')).toHaveLength(1);
    expect(ledger.records.at(-1)?.phase).toBe('starting');
    const second = house.run({ kinds: ['train'], ledger });
    await expect(train.run(second.context, inputs())).rejects.toMatchObject({ code: 'outcome-unknown' });
    expect(requests('train')).toHaveLength(1);
  });

  test.each(['train-returns-new-id', undefined])(
    'by a later try of the same request (%s)',
    async (variant) => {
      if (variant) house.sandbox.variants.change({ enable: [variant] });
      const ledger = memoryLedger();
      house.sandbox.faults.plan({ kind: 'vendor-error', operation: 'getModels', skip: 1 });
      const first = house.run({ kinds: ['train'], ledger });
      await expect(train.run(first.context, inputs())).rejects.toThrow();
      const second = house.run({ kinds: ['train'], ledger });
      expect((await train.run(second.context, inputs())).modelId).toBeDefined();
      expect(requests('train')).toHaveLength(1);
    },
  );

  test('but is after a clear refusal', async () => {
    const ledger = memoryLedger();
    house.sandbox.faults.plan({ kind: 'vendor-error', operation: 'train' });
    const first = house.run({ kinds: ['train'], ledger });
    await expect(train.run(first.context, inputs())).rejects.toMatchObject({ code: 'rejected' });
    const second = house.run({ kinds: ['train'], ledger });
    expect((await train.run(second.context, inputs())).finished).toBe(true);
    expect(state().trainingsStarted).toBe(1);
  });
});

test('an upload whose answer gets lost is sent again, since it starts nothing', async () => {
  house.sandbox.faults.plan({ kind: 'drop-after-upload' });
  house.sandbox.variants.change({ enable: ['second-put-rejected'] });
  const { context } = house.run({ kinds: ['train'] });
  expect((await train.run(context, inputs())).finished).toBe(true);
  expect(requests('put')).toHaveLength(3);
});

describe('with odd answers of the vendor', () => {
  test.each([
    'train-returns-new-id',
    'model-appears-late',
    'duplicate-model-names',
    'small-pages',
    'total-wrong',
    'order-oldest-first',
    'odd-status-names',
    'accepted-202',
    'rate-limited',
    'key-expires-mid-run',
  ])('%s: the model is found', async (variant) => {
    house.sandbox.variants.change({ enable: [variant] });
    const { context } = house.run({ kinds: ['secret', 'train'] });
    const result = await train.run(context, { ...inputs(), downloadResult: true });
    expect(result.finished).toBe(true);
    expect(result.modelId).toBe(String(state().trainings[0]?.modelId));
    expect(result.resultFile?.bytes).toBeGreaterThan(0);
  });

  test('a region without a list of models trains all the same', async () => {
    house.sandbox.variants.change({ enable: ['intl-eight-apis'] });
    const run = house.run({ region: 'international', kinds: ['train'] });
    const result = await train.run(run.context, inputs());
    expect(result).toMatchObject({ finished: true, modelId: undefined });
    expect(result.modelName).toMatch(/^penguins-\d{8}-\d{6}$/);
    expect(warningsOf(run).join()).toMatch(/look for its ID later/);
  });

  test('one that fails says so', async () => {
    const { context } = house.run({ kinds: ['train'] });
    const trainingData = bytesSource('a.csv', utf8('x,Species\r\n1,\r\n2,\r\n'));
    await expect(train.run(context, { ...inputs(), trainingData })).rejects.toMatchObject({
      code: 'job-failed',
    });
  });
});
