import { isInputError } from '@modelferry/http';
import { presetCsv } from '@modelferry/sandbox';
import { expectNoSecrets, memoryLedger, testSource } from '@modelferry/testkit';
import { bytesSource, type Source } from '@modelferry/upload';
import { retrain } from '../src/operations/retrain.ts';
import { sandboxHouse, warningsOf } from './support/sandbox-run.ts';

const house = sandboxHouse();
const utf8 = (text: string) => new TextEncoder().encode(text);
const csv = presetCsv('cars.json');
const cars = (name = 'cars.csv'): Source => bytesSource(name, utf8(csv));
const quick = { pollIntervalMs: 5_000 };
const state = () => house.sandbox.state().predictionOne.japan;
const puts = () => house.sandbox.requests().filter(({ operation }) => operation === 'put');
const published = () => house.region().published[0]!;

/** One upload URL, one complete PUT, one training. */
function expectOneTraining() {
  expect(state().trainingsStarted).toBe(1);
  expect(state().retrainJobs.flatMap(({ uploads }) => uploads)).toHaveLength(1);
}

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

describe('bad data is refused before a job is made', () => {
  const refused = async (
    trainingData: Source,
    more: object = {},
    kinds: readonly ('retrain' | 'train')[] = ['retrain'],
  ) => {
    const { context } = house.run({ kinds });
    const error: unknown = await retrain.run(context, { trainingData, ...more }).catch((e: unknown) => e);
    expect(state().retrainJobs).toEqual([]);
    if (!isInputError(error)) throw error;
    return error;
  };
  const file = (name: string, text: string | Uint8Array) =>
    bytesSource(name, typeof text === 'string' ? utf8(text) : text);

  test.each<[string, Source, RegExp]>([
    ['an empty file', file('a.csv', ''), /empty/],
    ['a table without rows', file('a.csv', 'x,y\r\n'), /no rows/],
    ['a header with a name twice', file('a.csv', 'x,x\r\n1,2\r\n'), /"x" more than once/],
    ['a header with a blank name', file('a.csv', 'x,\r\n1,2\r\n'), /no name for column 2/],
    ['an uneven row', file('a.csv', 'x,y\r\n1,2\r\n3\r\n'), /row 2/],
    ['a ZIP called .csv', file('a.csv', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 0)), /ZIP/],
    ['a table called .zip', file('a.zip', 'x,y\r\n1,2\r\n'), /no ZIP/],
    ['a name with a slash', file('data/a.csv', 'x,y\r\n1,2\r\n'), /slash/],
    ['a name without an extension', file('a', 'x,y\r\n1,2\r\n'), /\.csv/],
    ['a length that is not known', testSource(utf8(csv), { name: 'a.csv', declaredLength: null }), /length/],
  ])('%s', async (_, source, expected) => {
    const error = await refused(source);
    expect(error.faults[0]).toMatchObject({
      field: 'trainingData',
      problem: expect.stringMatching(expected),
    });
    expect(error.remedy).toMatch(/\w/);
  });

  test('both files at once', async () => {
    const error = await refused(file('a.csv', ''), { evaluationData: file('b.csv', 'x,x\r\n1,2\r\n') });
    expect(error.faults.map(({ field }) => field)).toEqual(['trainingData', 'evaluationData']);
  });

  test('a table without the column that the model predicts, where that is known', async () => {
    const without = file('a.csv', 'x,y\r\n1,2\r\n');
    const error = await refused(without, { modelId: String(published().modelId) }, ['retrain', 'train']);
    expect(error.message).toContain(published().targetColumn);
  });

  test('a switch without a wait', async () => {
    const error = await refused(cars(), { waitForCompletion: false, switchModel: true });
    expect(error.faults[0]?.field).toBe('switchModel');
  });
});

test('a table whose later rows are uneven never arrives', async () => {
  const { context } = house.run({ kinds: ['retrain'] });
  const rows = Array.from({ length: 5_000 }, (_, at) => (at === 4_000 ? '1' : '1,2'));
  const trainingData = bytesSource('a.csv', utf8(['x,y', ...rows, ''].join('\r\n')));
  await expect(retrain.run(context, { trainingData })).rejects.toMatchObject({ code: 'invalid-input' });
  expect(state().trainingsStarted).toBe(0);
});

test('text that is not UTF-8 is warned of and sent as it is', async () => {
  const run = house.run({ kinds: ['retrain'] });
  const bytes = utf8(csv).map((byte, at) => (at === csv.length - 10 ? 0xff : byte));
  await retrain.run(run.context, { trainingData: bytesSource('a.csv', bytes), waitForCompletion: false });
  expect(warningsOf(run).join()).toMatch(/UTF-8/);
});

test('evaluation data with other columns is warned of', async () => {
  const run = house.run({ kinds: ['retrain'] });
  const evaluationData = bytesSource('b.csv', utf8('x,y\r\n1,2\r\n'));
  await retrain.run(run.context, { trainingData: cars(), evaluationData, waitForCompletion: false });
  expect(warningsOf(run).join()).toMatch(/other columns/);
});

describe('an upload never starts a second training', () => {
  beforeEach(() => house.sandbox.variants.change({ enable: ['second-put-restarts'] }));

  test('when its answer gets lost', async () => {
    house.sandbox.faults.plan({ kind: 'drop-after-upload' });
    const run = house.run({ kinds: ['retrain'] });
    const result = await retrain.run(run.context, { trainingData: cars(), ...quick });
    expect(result.finished).toBe(true);
    expect(warningsOf(run).join()).toMatch(/not sent again/);
    expect(puts()).toHaveLength(1);
    expectOneTraining();
  });

  test('when storage answers 500 after all of it', async () => {
    house.sandbox.faults.plan({ kind: 'drop-before-answer', operation: 'put' });
    const { context } = house.run({ kinds: ['retrain'] });
    await retrain.run(context, { trainingData: cars(), ...quick });
    expectOneTraining();
  });

  test('and is repeated when it provably did not arrive', async () => {
    house.sandbox.faults.plan({ kind: 'reset-mid-body', operation: 'put', bytes: 65_536 });
    const { context } = house.run({ kinds: ['retrain'] });
    const large = csv + csv.slice(csv.indexOf('\n') + 1).repeat(700);
    const result = await retrain.run(context, {
      trainingData: bytesSource('cars.csv', utf8(large)),
      ...quick,
    });
    expect(result.finished).toBe(true);
    expect(puts().length).toBeGreaterThan(1);
    expect(state().retrainJobs).toHaveLength(1);
    expectOneTraining();
  });

  test('and takes another URL when the first was refused', async () => {
    house.sandbox.faults.plan({ kind: 'upload-url-expired' });
    const { context } = house.run({ kinds: ['retrain'] });
    const result = await retrain.run(context, { trainingData: cars(), ...quick });
    expect(result.finished).toBe(true);
    expect(state().retrainJobs).toHaveLength(2);
    expectOneTraining();
  });

  test('but gives up when that is refused too', async () => {
    house.sandbox.faults.plan({ kind: 'upload-url-expired', times: 2 });
    const { context } = house.run({ kinds: ['retrain'] });
    await expect(retrain.run(context, { trainingData: cars() })).rejects.toMatchObject({ code: 'forbidden' });
    expect(state().trainingsStarted).toBe(0);
  });
});

describe('a later try of the same request', () => {
  const twice = async (first: () => void, more: object = {}) => {
    const ledger = memoryLedger();
    const inputs = () => ({ trainingData: cars(), ...quick, ...more });
    first();
    const failed = house.run({ kinds: ['retrain'], ledger });
    await expect(retrain.run(failed.context, inputs())).rejects.toThrow();
    const run = house.run({ kinds: ['retrain'], ledger });
    return { run, ledger, result: await retrain.run(run.context, inputs()) };
  };

  test('goes on with the retraining that was started', async () => {
    const { result, run } = await twice(() =>
      house.sandbox.faults.plan({ kind: 'status', operation: 'retrainStatus', status: 404, body: '' }),
    );
    expect(result.finished).toBe(true);
    expect(warningsOf(run).join()).toMatch(/earlier try/);
    expect(state().retrainJobs).toHaveLength(1);
    expectOneTraining();
  });

  test('goes on with one whose upload may have arrived', async () => {
    const ledger = memoryLedger();
    house.sandbox.faults.plan({ kind: 'drop-after-upload' });
    const first = house.run({ kinds: ['retrain'], ledger });
    house.sandbox.faults.plan({ kind: 'status', operation: 'retrainStatus', status: 404, body: '' });
    await expect(retrain.run(first.context, { trainingData: cars(), ...quick })).rejects.toThrow();
    expect(ledger.records.at(-1)?.phase).toBe('uploading');
    const second = house.run({ kinds: ['retrain'], ledger });
    expect((await retrain.run(second.context, { trainingData: cars(), ...quick })).finished).toBe(true);
    expectOneTraining();
  });

  test('starts anew when the file provably did not arrive', async () => {
    const { result, ledger } = await twice(() =>
      house.sandbox.faults.plan({ kind: 'upload-url-expired', times: 2 }),
    );
    expect(result.finished).toBe(true);
    expect(ledger.records.map(({ phase }) => phase)).toContain('incomplete');
    expectOneTraining();
  });

  test('starts anew when it died before the upload began', async () => {
    const ledger = memoryLedger();
    const { context } = house.run({ kinds: ['retrain'], ledger });
    const died = {
      ...context,
      jobs: {
        ...ledger,
        keep: async (record: Parameters<typeof ledger.keep>[0]) => {
          await ledger.keep(record);
          throw new Error('killed');
        },
      },
    };
    await expect(retrain.run(died, { trainingData: cars() })).rejects.toThrow('killed');
    expect(ledger.records.at(-1)?.phase).toBe('issued');
    expect((await retrain.run(context, { trainingData: cars(), ...quick })).finished).toBe(true);
    expectOneTraining();
  });

  test('does not ask for a switch a second time', async () => {
    house.sandbox.variants.change({ enable: ['switch-fails'] });
    const ledger = memoryLedger();
    const classifierId = published().classifierId;
    for (let time = 0; time < 2; time++) {
      const { context } = house.run({ kinds: ['retrain', 'deploy'], ledger });
      await expect(
        retrain.run(context, { trainingData: cars(), switchModel: true, classifierId, ...quick }),
      ).rejects.toMatchObject({ code: 'job-failed' });
    }
    expect(ledger.records.at(-1)?.phase).toBe('switched');
    expect(house.sandbox.requests().filter(({ operation }) => operation === 'retrainSwitch')).toHaveLength(1);
    expectOneTraining();
  });

  test('asks for a switch again that was clearly refused', async () => {
    const ledger = memoryLedger();
    house.sandbox.faults.plan({ kind: 'vendor-error', operation: 'retrainSwitch' });
    const first = house.run({ kinds: ['retrain', 'deploy'], ledger });
    const inputs = () => ({ trainingData: cars(), switchModel: true, ...quick });
    await expect(retrain.run(first.context, inputs())).rejects.toMatchObject({ code: 'rejected' });
    const second = house.run({ kinds: ['retrain', 'deploy'], ledger });
    expect((await retrain.run(second.context, inputs())).switchOutcome).toBe('verified');
    expectOneTraining();
    expect(state().switches).toBe(1);
  });

  test('goes on with one that has given its result: another item of the same run may have failed', async () => {
    const ledger = memoryLedger();
    for (let time = 0; time < 2; time++) {
      const { context } = house.run({ kinds: ['retrain', 'deploy'], ledger });
      const result = await retrain.run(context, { trainingData: cars(), switchModel: true, ...quick });
      expect(result).toMatchObject({ finished: true, switchOutcome: 'verified' });
    }
    expectOneTraining();
    expect(state().switches).toBe(1);
  });

  test('with another file is another request', async () => {
    const ledger = memoryLedger();
    house.sandbox.faults.plan({ kind: 'status', operation: 'retrainStatus', status: 404, body: '' });
    const first = house.run({ kinds: ['retrain'], ledger });
    await expect(retrain.run(first.context, { trainingData: cars(), ...quick })).rejects.toThrow();
    const second = house.run({ kinds: ['retrain'], ledger });
    await retrain.run(second.context, { trainingData: cars('other.csv'), ...quick });
    expect(state().retrainJobs.map(({ fileName }) => fileName)).toEqual(['cars.csv', 'other.csv']);
  });

  test('keeps no secret in the ledger', async () => {
    const { ledger } = await twice(() => house.sandbox.faults.plan({ kind: 'upload-url-expired', times: 2 }));
    expectNoSecrets(ledger.records, [published().retrainKey]);
    expect(JSON.stringify(ledger.records)).not.toContain('http');
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
