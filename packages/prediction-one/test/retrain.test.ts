import { memoryLedger } from '@modelferry/testkit';
import { bytesSource } from '@modelferry/upload';
import { retrain } from '../src/operations/retrain.ts';
import { cars, csv, quick, retrainHouse } from './support/retrain-house.ts';

const { house, state, puts, published, expectOneTraining } = retrainHouse();
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('the ordinary way', () => {
  test('retrains, saves the result and leaves the published model alone', async () => {
    const { context, files, events } = house.run({ kinds: ['retrain'] });
    const result = await retrain.run(context, { trainingData: cars(), ...quick });
    expect(result).toMatchObject({
      status: 'job_finished',
      finished: true,
      pending: false,
      resultFile: { contentType: 'application/zip' },
      switchOutcome: undefined,
    });
    expect(result.modelId).toMatch(/^\d+$/);
    expect(files.get(result.resultFile?.name ?? '')?.subarray(0, 2)).toEqual(utf8('PK'));
    expectOneTraining();
    expect(state().switches).toBe(0);
    expect(state().retrainJobs[0]).toMatchObject({ id: result.retrainJobId, fileName: 'cars.csv' });
    expect(events.filter(({ type }) => type === 'phase')).toHaveLength(3);
    expect(puts()[0]?.headers).not.toHaveProperty('content-type');
    expect(puts()[0]?.headers['content-length']).toBe(String(utf8(csv).length));
  });

  test('switches when asked to, and sees it through', async () => {
    const { context } = house.run({ kinds: ['retrain', 'deploy'] });
    const result = await retrain.run(context, { trainingData: cars(), switchModel: true, ...quick });
    expect(result.switchOutcome).toBe('verified');
    expect(state().switches).toBe(1);
    expect(state().classifiers.find(({ id }) => id === published().classifierId)?.modelId).toBe(
      Number(result.modelId),
    );
  });

  test('says only "accepted" where nothing can be seen', async () => {
    const { context } = house.run({ kinds: ['retrain'] });
    const result = await retrain.run(context, { trainingData: cars(), switchModel: true, ...quick });
    expect(result.switchOutcome).toBe('accepted');
  });

  test('returns at once without waiting', async () => {
    const { context } = house.run({ kinds: ['retrain'] });
    const result = await retrain.run(context, { trainingData: cars(), waitForCompletion: false });
    expect(result).toMatchObject({ finished: false, pending: true, resultFile: undefined });
    expect(house.sandbox.requests().map(({ operation }) => operation)).toEqual(['retrainUpload', 'put']);
  });

  test('fetches the key of the published model with the Secret Key', async () => {
    const { context } = house.run({ kinds: ['secret'] });
    const result = await retrain.run(context, {
      trainingData: cars(),
      classifierId: published().classifierId,
      switchModel: true,
      ...quick,
    });
    expect(result.switchOutcome).toBe('verified');
  });

  test('sends Japanese names and content as they are', async () => {
    const { context } = house.run({ kinds: ['retrain'] });
    const text = csv.replace('Name', '名前');
    await retrain.run(context, { trainingData: bytesSource('売上 2026年.csv', utf8(text)), ...quick });
    expect(state().retrainJobs[0]?.fileName).toBe('売上 2026年.csv');
    expect(state().retrainJobs[0]?.uploads[0]?.bytes).toBe(utf8(text).length);
  });

  test.each(['stored', 'deflate'] as const)('sends evaluation data in one ZIP (%s)', async (compression) => {
    const { context } = house.run({ kinds: ['retrain'] });
    house.sandbox.variants.change({ enable: ['zip-ascii-names-only', 'zip-extra-files-fail'] });
    const result = await retrain.run(context, {
      trainingData: cars('売上.csv'),
      evaluationData: cars('評価.csv'),
      compression,
      ...quick,
    });
    expect(result.finished).toBe(true);
    expect(state().retrainJobs[0]?.fileName).toBe('売上.zip');
    const bytes = state().retrainJobs[0]?.uploads[0]?.bytes ?? 0;
    expect(bytes > utf8(csv).length * 2).toBe(compression === 'stored');
  });

  test('ends with the job still pending at the deadline, and loses nothing', async () => {
    house.sandbox.variants.change({ enable: ['stuck-job'] });
    const { context } = house.run({ kinds: ['retrain'] });
    const result = await retrain.run(context, { trainingData: cars(), timeoutMs: 60_000, ...quick });
    expect(result).toMatchObject({ finished: false, pending: true });
    expect(result.resumeToken).toMatch(/^\w+/);
    expect(result.retrainJobId).toBe(state().retrainJobs[0]?.id);
  });
});

describe('how a retraining may end', () => {
  test('a failed one says why, and names itself', async () => {
    house.sandbox.faults.plan({ kind: 'job-fails', message: 'sandbox: too few rows' });
    const { context } = house.run({ kinds: ['retrain'] });
    await expect(retrain.run(context, { trainingData: cars(), ...quick })).rejects.toMatchObject({
      code: 'job-failed',
      message: expect.stringContaining('too few rows'),
    });
  });

  test('one that is gone is not waited for', async () => {
    house.sandbox.faults.plan({ kind: 'job-deleted-mid-run' });
    const { context } = house.run({ kinds: ['retrain'] });
    await expect(retrain.run(context, { trainingData: cars(), ...quick })).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('job may be deleted'),
    });
  });

  test('an unknown status is waited out', async () => {
    house.sandbox.faults.plan({ kind: 'unknown-status', value: 'sandbox_mystery' });
    const { context, events } = house.run({ kinds: ['retrain'] });
    expect((await retrain.run(context, { trainingData: cars(), ...quick })).finished).toBe(true);
    expect(JSON.stringify(events)).toContain('sandbox_mystery');
  });

  test('a model whose settings are lost is not retrained, and not asked for again', async () => {
    house.sandbox.faults.plan({ kind: 'config-missing' });
    const { context } = house.run({ kinds: ['retrain'] });
    await expect(retrain.run(context, { trainingData: cars() })).rejects.toMatchObject({
      code: 'server-error',
    });
    expect(house.sandbox.requests()).toHaveLength(1);
  });

  test('an expired download URL is asked for anew', async () => {
    house.sandbox.faults.plan({ kind: 'download-url-expired' });
    const { context, files } = house.run({ kinds: ['retrain'] });
    await retrain.run(context, { trainingData: cars(), ...quick });
    expect(files.size).toBe(1);
  });

  test('a result that breaks off is never kept in part', async () => {
    house.sandbox.variants.change({ enable: ['result-truncated'] });
    const { context, files } = house.run({ kinds: ['retrain'] });
    await expect(retrain.run(context, { trainingData: cars(), ...quick })).rejects.toThrow();
    expect(files.size).toBe(0);
  });

  test('a switch that fails at the vendor is an error', async () => {
    house.sandbox.variants.change({ enable: ['switch-fails'] });
    const { context } = house.run({ kinds: ['retrain', 'deploy'] });
    await expect(
      retrain.run(context, {
        trainingData: cars(),
        switchModel: true,
        classifierId: published().classifierId,
        ...quick,
      }),
    ).rejects.toMatchObject({ code: 'job-failed' });
  });

  test('a prediction API that is gone before the switch is named', async () => {
    house.sandbox.faults.plan({ kind: 'classifier-deleted-before-switch' });
    const { context } = house.run({ kinds: ['retrain'] });
    await expect(
      retrain.run(context, { trainingData: cars(), switchModel: true, ...quick }),
    ).rejects.toMatchObject({ code: 'not-found', message: expect.stringContaining('Not found classifier') });
  });

  test('a switch whose answer gets lost is looked for before it is repeated', async () => {
    house.sandbox.faults.plan({ kind: 'drop-before-answer', operation: 'retrainSwitch' });
    const { context } = house.run({ kinds: ['retrain', 'deploy'] });
    const result = await retrain.run(context, {
      trainingData: cars(),
      switchModel: true,
      classifierId: published().classifierId,
      ...quick,
    });
    expect(result.switchOutcome).toBe('verified');
    expect(state().switches).toBe(1);
  });

  test('without a deploy key it is repeated once; refused then, its outcome is unknown', async () => {
    house.sandbox.variants.change({ enable: ['switch-twice-rejected'] });
    house.sandbox.faults.plan({ kind: 'drop-before-answer', operation: 'retrainSwitch' });
    const { context } = house.run({ kinds: ['retrain'] });
    const result = await retrain.run(context, { trainingData: cars(), switchModel: true, ...quick });
    expect(result.switchOutcome).toBe('unknown');
    expect(state().switches).toBe(1);
  });
});

test('the month after a switch, the key of the model that is published now is fetched', async () => {
  house.sandbox.variants.change({ enable: ['switch-invalidates-retrain-key'] });
  const month = async () => {
    const { context } = house.run();
    const { classifierId } = published();
    return retrain.run(context, { trainingData: cars(), switchModel: true, classifierId, ...quick });
  };
  const first = await month();
  const second = await month();
  expect([first.switchOutcome, second.switchOutcome]).toEqual(['verified', 'verified']);
  expect(second.modelId).not.toBe(first.modelId);
});

test('stopping ends it within a second, and the ID is kept', async () => {
  house.sandbox.variants.change({ enable: ['stuck-job'] });
  const ledger = memoryLedger();
  const { context, abort, events } = house.run({ kinds: ['retrain'], ledger });
  const running = retrain.run(
    {
      ...context,
      progress: (event) => {
        events.push(event);
        if (event.type === 'status') abort.abort();
      },
    },
    { trainingData: cars(), ...quick },
  );
  await expect(running).rejects.toMatchObject({ code: 'cancelled' });
  expect(ledger.records.at(-1)).toMatchObject({ phase: 'uploaded', id: state().retrainJobs[0]?.id });
});
