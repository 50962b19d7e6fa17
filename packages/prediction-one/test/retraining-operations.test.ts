import { presetCsv } from '@modelferry/sandbox';
import { bytesSource } from '@modelferry/upload';
import { downloadResult } from '../src/operations/download-result.ts';
import { getRetraining } from '../src/operations/get-retraining.ts';
import { retrain } from '../src/operations/retrain.ts';
import { switchModel } from '../src/operations/switch-model.ts';
import { waitForRetraining } from '../src/operations/wait-for-retraining.ts';
import { sandboxHouse, warningsOf } from './support/sandbox-run.ts';

const house = sandboxHouse();
const quick = { pollIntervalMs: 5_000 };
const trainingData = () => bytesSource('cars.csv', new TextEncoder().encode(presetCsv('cars.json')));
const state = () => house.sandbox.state().predictionOne.japan;

const started = async () => {
  const { context } = house.run({ kinds: ['retrain'] });
  return retrain.run(context, { trainingData: trainingData(), waitForCompletion: false });
};
const finished = async () => {
  const { context } = house.run({ kinds: ['retrain'] });
  return retrain.run(context, { trainingData: trainingData(), downloadResult: false, ...quick });
};

describe('Get Retraining', () => {
  test('tells the status once, without waiting', async () => {
    const { retrainJobId } = await started();
    const { context } = house.run({ kinds: ['retrain'] });
    expect(await getRetraining.run(context, { retrainJobId })).toMatchObject({
      retrainJobId,
      status: 'sandbox_waiting',
      finished: false,
      failed: false,
      pending: true,
    });
  });

  test('tells a failed one from one that runs', async () => {
    const { retrainJobId } = await started();
    house.sandbox.faults.plan({ kind: 'job-fails', message: 'sandbox: no good' });
    const { context } = house.run({ kinds: ['retrain'] });
    await getRetraining.run(context, { retrainJobId });
    house.sandbox.clock.step(5);
    expect(await getRetraining.run(context, { retrainJobId })).toMatchObject({
      failed: true,
      pending: false,
      message: 'sandbox: no good',
    });
  });

  test.each([
    ['a wrong ID', 'retrain'],
    ['the key of another model', 'secret'],
  ] as const)('names both causes for %s', async (_, kind) => {
    const { retrainJobId } = await started();
    const { context } = house.run({ kinds: [kind] });
    const other = house.region().published[1];
    const error = getRetraining.run(context, {
      retrainJobId: kind === 'retrain' ? 'no-such-job' : retrainJobId,
      modelId: kind === 'secret' ? String(other?.modelId) : undefined,
    });
    await expect(error).rejects.toMatchObject({
      code: 'not-found',
      remedy: expect.stringMatching(/ID.*key/),
    });
  });
});

describe('Wait for Retraining', () => {
  test.each(['retrainJobId', 'resumeToken'] as const)('goes on by the %s alone', async (by) => {
    const start = await started();
    const { context, files } = house.run({ kinds: ['retrain'] });
    const result = await waitForRetraining.run(context, { retrainJobId: start[by], ...quick });
    expect(result).toMatchObject({ retrainJobId: start.retrainJobId, finished: true, pending: false });
    expect(files.size).toBe(1);
  });

  test('refuses a token of another job kind by name', async () => {
    const token = btoa(JSON.stringify({ v: 1, vendor: 'prediction-one', kind: 'training', id: 'x' }));
    const { context } = house.run({ kinds: ['retrain'] });
    await expect(waitForRetraining.run(context, { retrainJobId: token })).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });

  test('ends at its deadline with the job pending', async () => {
    house.sandbox.variants.change({ enable: ['stuck-job'] });
    const { retrainJobId } = await started();
    const { context } = house.run({ kinds: ['retrain'] });
    const result = await waitForRetraining.run(context, { retrainJobId, timeoutMs: 30_000, ...quick });
    expect(result).toMatchObject({ pending: true, finished: false, resultFile: undefined });
  });

  test('forgives faults that pass', async () => {
    const { retrainJobId } = await started();
    house.sandbox.faults.plan([
      { kind: 'http-503-burst', operation: 'retrainStatus' },
      { kind: 'truncated-json', operation: 'retrainStatus', skip: 1 },
    ]);
    const { context } = house.run({ kinds: ['retrain'] });
    expect((await waitForRetraining.run(context, { retrainJobId, ...quick })).finished).toBe(true);
  });

  test('reports a failed job that answers like one that is gone', async () => {
    house.sandbox.variants.change({ enable: ['failed-job-as-error'] });
    const { retrainJobId } = await started();
    house.sandbox.faults.plan({ kind: 'job-fails' });
    const { context } = house.run({ kinds: ['retrain'] });
    await expect(waitForRetraining.run(context, { retrainJobId, ...quick })).rejects.toMatchObject({
      code: 'not-found',
      remedy: expect.stringContaining('ended badly'),
    });
  });

  test('says so when a finished one has no result to download', async () => {
    house.sandbox.variants.change({ enable: ['finished-without-url'] });
    const { retrainJobId } = await started();
    const run = house.run({ kinds: ['retrain'] });
    const result = await waitForRetraining.run(run.context, { retrainJobId, ...quick });
    expect(result).toMatchObject({ finished: true, resultFile: undefined });
    expect(warningsOf(run).join()).toMatch(/no file was saved/);
  });
});

describe('Download Result', () => {
  test.each([
    ['a ZIP', [], /\.zip$/],
    ['a CSV', ['result-csv'], /\.csv$/],
  ] as const)('saves %s under a name that says so', async (_, enable, expected) => {
    house.sandbox.variants.change({ enable });
    const { retrainJobId } = await finished();
    const { context, files } = house.run({ kinds: ['retrain'] });
    const { resultFile } = await downloadResult.run(context, { retrainJobId });
    expect(resultFile.name).toMatch(expected);
    expect(files.get(resultFile.name)?.length).toBe(resultFile.bytes);
  });

  test('saves an empty one, and warns', async () => {
    house.sandbox.variants.change({ enable: ['result-empty'] });
    const { retrainJobId } = await finished();
    const run = house.run({ kinds: ['retrain'] });
    const { resultFile } = await downloadResult.run(run.context, { retrainJobId });
    expect(resultFile.bytes).toBe(0);
    expect(warningsOf(run).join()).toMatch(/empty/);
  });

  test('gives up on URLs that are always expired', async () => {
    house.sandbox.variants.change({ enable: ['download-url-expired'] });
    const { retrainJobId } = await finished();
    const { context } = house.run({ kinds: ['retrain'] });
    await expect(downloadResult.run(context, { retrainJobId })).rejects.toMatchObject({ code: 'forbidden' });
    expect(house.sandbox.requests().filter(({ operation }) => operation === 'download')).toHaveLength(3);
  });

  test('refuses before the retraining has finished', async () => {
    const { retrainJobId } = await started();
    const { context } = house.run({ kinds: ['retrain'] });
    await expect(downloadResult.run(context, { retrainJobId })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('Switch', () => {
  const classifierId = () => house.region().published[0]?.classifierId;

  test('is verified with a deploy key', async () => {
    const { retrainJobId, modelId } = await finished();
    const { context } = house.run({ kinds: ['retrain', 'deploy'] });
    expect(await switchModel.run(context, { retrainJobId, ...quick })).toEqual({
      retrainJobId,
      modelId,
      switchOutcome: 'verified',
    });
  });

  test('is verified by the prediction API where the status names no model', async () => {
    house.sandbox.variants.change({ enable: ['status-without-model-id'] });
    const { retrainJobId } = await finished();
    const { context } = house.run({ kinds: ['retrain', 'deploy'] });
    const result = await switchModel.run(context, { retrainJobId, classifierId: classifierId(), ...quick });
    expect(result).toMatchObject({ modelId: undefined, switchOutcome: 'verified' });
  });

  test('is accepted where neither is known', async () => {
    house.sandbox.variants.change({ enable: ['status-without-model-id'] });
    const { retrainJobId } = await finished();
    const { context } = house.run({ kinds: ['retrain', 'deploy'] });
    expect((await switchModel.run(context, { retrainJobId })).switchOutcome).toBe('accepted');
  });

  test('does not look when told so', async () => {
    const { retrainJobId } = await finished();
    const { context } = house.run({ kinds: ['retrain', 'deploy'] });
    expect((await switchModel.run(context, { retrainJobId, verifyTimeoutMs: 0 })).switchOutcome).toBe(
      'accepted',
    );
  });

  test('stays accepted when looking is refused', async () => {
    const { retrainJobId } = await finished();
    house.sandbox.faults.plan({ kind: 'vendor-error', operation: 'getClassifiers', times: 2 });
    const { context } = house.run({ kinds: ['retrain', 'deploy'] });
    expect((await switchModel.run(context, { retrainJobId })).switchOutcome).toBe('accepted');
  });

  test('is not asked for before the retraining has finished', async () => {
    const { retrainJobId } = await started();
    const { context } = house.run({ kinds: ['retrain'] });
    await expect(switchModel.run(context, { retrainJobId })).rejects.toMatchObject({ code: 'conflict' });
    expect(state().switches).toBe(0);
  });
});

describe('with odd answers of the vendor', () => {
  test.each([
    'odd-status-names',
    'created-201',
    'accepted-202',
    'put-204',
    'content-type-allowed',
    'second-put-rejected',
    'end-date-slash',
    'end-date-epoch',
    'end-date-missing',
    'api-key-rotates',
    'rate-limited',
    'switch-sync',
    'key-expires-mid-run',
    'csv-bom',
    'eval-ignored',
    'sniff-content',
  ])('%s: a retraining with the Secret Key goes all the way', async (variant) => {
    house.sandbox.variants.change({ enable: [variant] });
    const { context } = house.run({ kinds: variant === 'key-expires-mid-run' ? undefined : ['secret'] });
    const result = await retrain.run(context, {
      trainingData: trainingData(),
      classifierId: classifierIdOf(),
      switchModel: true,
      ...quick,
    });
    expect(result).toMatchObject({ finished: true, switchOutcome: 'verified' });
    expect(state().trainingsStarted).toBe(1);
    expect(state().switches).toBe(1);
  });
  const classifierIdOf = () => house.region().published[0]?.classifierId;

  test('a region that only retrains does that', async () => {
    house.sandbox.variants.change({ enable: ['intl-retrain-only'] });
    const { context } = house.run({ region: 'international', kinds: ['retrain', 'deploy'] });
    const result = await retrain.run(context, { trainingData: trainingData(), switchModel: true, ...quick });
    expect(result).toMatchObject({ finished: true, switchOutcome: 'accepted' });
  });
});
