import { expectNoSecrets, memoryLedger } from '@modelferry/testkit';
import { bytesSource } from '@modelferry/upload';
import { retrain } from '../src/operations/retrain.ts';
import { cars, csv, quick, retrainHouse } from './support/retrain-house.ts';
import { warningsOf } from './support/sandbox-run.ts';

const { house, state, puts, published, expectOneTraining } = retrainHouse();
const utf8 = (text: string) => new TextEncoder().encode(text);

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
