import { isEngineError } from '@modelferry/http';
import { presetCsv } from '@modelferry/sandbox';
import { bytesSource } from '@modelferry/upload';
import { getRetraining } from '../src/operations/get-retraining.ts';
import { predict } from '../src/operations/predict.ts';
import { retrain } from '../src/operations/retrain.ts';
import { switchModel } from '../src/operations/switch-model.ts';
import { train } from '../src/operations/train.ts';
import { sandboxHouse } from './support/sandbox-run.ts';

const house = sandboxHouse();
const quick = { pollIntervalMs: 5_000 };
const cars = () => bytesSource('cars.csv', new TextEncoder().encode(presetCsv('cars.json')));
const state = () => house.sandbox.state().predictionOne.japan;
const published = () => house.region().published[0]!;

describe('an error of whatever shape says what to do', () => {
  test.each([
    ['error-code-number', 'not-found'],
    ['error-nested', 'not-found'],
    ['error-status-200', 'not-found'],
    ['error-gateway', 'forbidden'],
    ['error-html', 'rejected'],
    ['error-empty', 'rejected'],
  ])('%s is %s', async (variant, code) => {
    house.sandbox.variants.change({ enable: [variant] });
    const { context } = house.run({ kinds: ['retrain'] });
    const error: unknown = await getRetraining
      .run(context, { retrainJobId: 'nowhere' })
      .catch((e: unknown) => e);
    if (!isEngineError(error)) throw error;
    expect(error.code).toBe(code);
    expect(error.message).toContain('read the status of retraining nowhere');
  });
});

test('an upload that is too large starts nothing and says so', async () => {
  house.sandbox.variants.change({ enable: ['upload-too-large'] });
  const { context } = house.run({ kinds: ['retrain'] });
  await expect(retrain.run(context, { trainingData: cars() })).rejects.toMatchObject({ code: 'too-large' });
  expect(state().trainingsStarted).toBe(0);
});

test('a job whose upload never came is gone, and that is said', async () => {
  house.sandbox.variants.change({ enable: ['unused-job-expires'] });
  house.sandbox.faults.plan({ kind: 'reset-after-body', operation: 'put' });
  const { context } = house.run({ kinds: ['retrain'] });
  await expect(retrain.run(context, { trainingData: cars(), ...quick })).rejects.toMatchObject({
    code: 'not-found',
  });
  expect(state().trainingsStarted).toBe(0);
});

test('a failed job without a message says that there is none', async () => {
  house.sandbox.variants.change({ enable: ['failed-without-message'] });
  house.sandbox.faults.plan({ kind: 'job-fails' });
  const { context } = house.run({ kinds: ['retrain'] });
  await expect(retrain.run(context, { trainingData: cars(), ...quick })).rejects.toMatchObject({
    code: 'job-failed',
    message: expect.stringContaining('no further explanation'),
  });
});

test('the job of another model: the hint names the key and the ID', async () => {
  house.sandbox.variants.change({ enable: ['foreign-key-rejected'] });
  const own = house.run({ kinds: ['retrain'] });
  const { retrainJobId } = await retrain.run(own.context, { trainingData: cars(), waitForCompletion: false });
  const { context } = house.run({ kinds: ['secret'] });
  const modelId = String(house.region().published[1]?.modelId);
  await expect(getRetraining.run(context, { retrainJobId, modelId })).rejects.toMatchObject({
    code: 'unauthorized',
    remedy: expect.stringMatching(/key.*ID/s),
  });
});

test('a key of the wrong kind is named', async () => {
  const { context } = house.run({ kinds: ['retrain', 'train'] });
  const deployOnly = house.run({ kinds: ['deploy'] });
  await expect(retrain.run(deployOnly.context, { trainingData: cars() })).rejects.toMatchObject({
    code: 'invalid-input',
    message: expect.stringContaining('retrain key'),
  });
  await expect(context.client.getClassifiers(context.signal)).rejects.toMatchObject({
    code: 'invalid-input',
  });
});

test('the keys of one region do not open the other, and the hint names the region', async () => {
  const { context } = house.run({ kinds: ['retrain'] });
  const abroad = house.run({ region: 'international', kinds: ['retrain'] });
  house.sandbox.faults.plan({
    kind: 'vendor-error',
    operation: 'retrainUpload',
    message: 'invalid_api_key.',
  });
  await expect(retrain.run(abroad.context, { trainingData: cars() })).rejects.toMatchObject({
    code: 'unauthorized',
    remedy: expect.stringContaining('region'),
  });
  void context;
});

test('a switch with downtime is verified, and scoring can wait for it', async () => {
  house.sandbox.variants.change({ enable: ['switch-downtime'] });
  const { context } = house.run();
  const { retrainJobId } = await retrain.run(context, {
    trainingData: cars(),
    downloadResult: false,
    ...quick,
  });
  expect((await switchModel.run(context, { retrainJobId, verifyTimeoutMs: 0 })).switchOutcome).toBe(
    'accepted',
  );
  house.sandbox.clock.step(3);
  const [outcome] = await predict.run(context, {
    scoringUrl: published().inferenceUrl,
    rows: [published().sampleRow],
    waitUntilRunningMs: 120_000,
  });
  expect(outcome?.ok).toBe(true);
});

test('a switch that changes the prediction key is followed where the API is chosen from the list', async () => {
  house.sandbox.variants.change({ enable: ['switch-changes-inference-key'] });
  const { context } = house.run();
  await retrain.run(context, { trainingData: cars(), switchModel: true, ...quick });
  const { classifierId, sampleRow, inferenceUrl } = published();
  const [chosen] = await predict.run(context, { predictionApiFrom: 'list', classifierId, rows: [sampleRow] });
  expect(chosen?.ok).toBe(true);
  const [given] = await predict.run(context, { scoringUrl: inferenceUrl, rows: [sampleRow] });
  expect(given).toMatchObject({ ok: false, error: { code: 'unauthorized' } });
});

test('a retrained and switched model predicts otherwise than before', async () => {
  const { context } = house.run();
  const { classifierId, sampleRow } = published();
  const score = async () => {
    const [outcome] = await predict.run(context, {
      predictionApiFrom: 'list',
      classifierId,
      rows: [sampleRow],
    });
    if (!outcome?.ok) throw outcome?.error ?? new Error('no outcome');
    return outcome.output.prediction;
  };
  const before = await score();
  const half = presetCsv('cars.json').split('\r\n').slice(0, 120).join('\r\n');
  const trainingData = bytesSource('half.csv', new TextEncoder().encode(`${half}\r\n`));
  const { retrainJobId } = await retrain.run(context, { trainingData, ...quick });
  expect(await score()).toEqual(before);
  await switchModel.run(context, { retrainJobId, ...quick });
  expect(await score()).not.toEqual(before);
});

test('settings are sent as numbers and lists; a vendor that wants text refuses them clearly', async () => {
  house.sandbox.variants.change({ enable: ['config-strings-only'] });
  const { context } = house.run({ kinds: ['train'] });
  await expect(
    train.run(context, {
      modelName: 'm',
      trainingData: cars(),
      targetColumn: published().targetColumn,
      targetType: 'regression',
      crossValidation: 3,
    }),
  ).rejects.toMatchObject({ code: 'rejected' });
});
