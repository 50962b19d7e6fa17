import { dataRobot } from '@modelferry/datarobot';
import { operationsWithOption } from '@modelferry/n8n-testkit';
import { logged, stopWhen } from '@modelferry/n8n-testkit/run';
import type { IDataObject } from 'n8n-workflow';
import { byId, carsItem, deploymentIdOf, nodeStage } from './support/node-stage.ts';

const stage = nodeStage();
/** Larger than what two sockets hold. */
const largeRows = 180_000;

const score = (options: IDataObject = {}) => ({
  resource: 'batchPrediction',
  operation: 'score',
  deploymentId: byId(deploymentIdOf(stage)),
  fileFrom: 'binary',
  fileBinaryField: 'data',
  options: { pollIntervalSeconds: 1, ...options },
});
const state = () => stage.sandbox.state().dataRobot;
const said = () => logged.join('\n');

const stopped = async (isThere: () => boolean, parameters: IDataObject, rows = 40): Promise<string> => {
  const items = [await carsItem(rows)];
  return stopWhen(isThere, (signal) => stage.run(parameters, { items, signal }));
};

const busy = () => void stage.sandbox.faults.plan({ kind: 'queue-busy' });
const uploading = () => stage.calls('batchUpload').length > 0;
const waiting = () => stage.calls('batchStatus').some(({ answered }) => answered);
const downloading = () => stage.calls('batchDownload').length > 0;

describe('when n8n stops the execution', () => {
  test.each([
    ['the upload', uploading, largeRows, 'never got all of its data: nothing was started'],
    ['the wait', waiting, 40, 'was ended at the vendor'],
    ['the download', downloading, largeRows, '(had ended by itself|was ended at the vendor)'],
  ])('during %s, the job is ended at the vendor, once', async (during, isThere, rows, end) => {
    if (during === 'the wait') busy();
    expect(await stopped(isThere, score(), rows)).toMatch(/stopped|cancel/i);
    expect(stage.calls('batchDelete')).toHaveLength(1);
    expect(said()).toMatch(new RegExp(`Batch prediction \\w+ ${end}`));
    expect(stage.calls('batchCreate')).toHaveLength(1);
  });

  test('it goes on where the user wants it so, and can be waited for', async () => {
    busy();
    await stopped(waiting, score({ onStop: 'leave' }));
    expect(state().deletes).toBe(0);
    expect(said()).toMatch(/Batch prediction \w+ goes on at the vendor/);
    const jobId = state().batchJobs.find(({ uploads }) => uploads.length > 0)?.id;
    const waited = {
      resource: 'batchPrediction',
      operation: 'wait',
      jobId,
      options: { pollIntervalSeconds: 1 },
    };
    expect(await stage.one(waited)).toMatchObject({ finished: true, scoredRows: 40 });
  });

  test('a job without its data is of no use, and ended all the same', async () => {
    await stopped(uploading, score({ onStop: 'leave' }), largeRows);
    expect(stage.calls('batchDelete')).toHaveLength(1);
  });

  test('a vendor that refuses holds nobody up, and the job is named', async () => {
    busy();
    stage.sandbox.faults.plan({
      kind: 'vendor-error',
      operation: 'batchDelete',
      status: 403,
      message: 'Not yours',
    });
    await stopped(waiting, score());
    expect(said()).toMatch(
      /Batch prediction \w+ could not be ended, and may go on at the vendor: .*Not yours/,
    );
  });

  test('a wait that is stopped ends the job, too', async () => {
    busy();
    const items = [await carsItem(40)];
    const started = await stage.one({ ...score(), waitForCompletion: false }, { items });
    expect(state().deletes).toBe(0);
    const { jobId } = started;
    const looks = stage.calls('batchStatus').length;
    await stopped(() => stage.calls('batchStatus').length > looks, {
      ...{ resource: 'batchPrediction', operation: 'wait', jobId, options: {} },
    });
    expect(stage.calls('batchDelete')).toHaveLength(1);
  });

  test('a retraining is cancelled', async () => {
    const [policy] = stage.known.retrainingPolicies;
    const parameters = {
      ...{ resource: 'retraining', operation: 'runPolicy', waitForCompletion: true },
      ...{ deploymentId: byId(policy?.deploymentId), policyId: byId(policy?.id) },
      ...{ datasetId: byId(stage.known.datasets[0]?.id), options: { pollIntervalSeconds: 1 } },
    };
    await stopped(() => stage.calls('retrainingRun').some(({ answered }) => answered), parameters);
    expect(state().retrainings.map((run) => run.state)).toEqual(['cancelled']);
    expect(said()).toMatch(/Retraining run [0-9a-f]+ was ended at the vendor\./);
    expect(said()).not.toMatch(/Retraining request/);
  });
});

describe('when the time to wait is up', () => {
  const run = async (options: IDataObject = {}) => {
    busy();
    return stage.one(score({ timeoutSeconds: 1, ...options }), { items: [await carsItem(40)] });
  };

  test('the job goes on, and the item says so', async () => {
    expect(await run()).toMatchObject({ pending: true, finished: false });
    expect(state().deletes).toBe(0);
    expect(said()).toMatch(/Batch prediction \w+ goes on at the vendor/);
  });

  test('it is ended where the user wants it so', async () => {
    expect(await run({ onTimeout: 'abort' })).toMatchObject({ pending: true, finished: false });
    expect(stage.calls('batchDelete')).toHaveLength(1);
    expect(said()).toMatch(/Batch prediction \w+ was ended at the vendor/);
  });

  test('a job that nobody waits for is left alone', async () => {
    const parameters = { ...score({ onTimeout: 'abort' }), waitForCompletion: false };
    expect(await stage.one(parameters, { items: [await carsItem(40)] })).toMatchObject({ pending: true });
    expect(stage.calls('batchDelete')).toHaveLength(0);
  });
});

test('the options stand where a job may be left behind, and nowhere else', () => {
  const cancellable = dataRobot.operations.filter((one) => one.cancellable);
  expect(operationsWithOption('onStop')).toEqual(
    cancellable.map(({ resource, name }) => `${resource}.${name}`).sort(),
  );
});
