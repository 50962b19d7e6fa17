import type { JobRecord } from '@modelferry/operation';
import type { DataRobotFaultKind } from '@modelferry/sandbox';
import { valueOf, warningsOf, type Performance } from '@modelferry/testkit';
import { createBatch } from '../src/index.ts';
import { deploymentId } from './support/answers.ts';
import { endpoint, scriptedRun } from './support/scripted-run.ts';
import { cars, smallRows } from './fault-table/support/scenarios.ts';
import { Stage, type Inputs } from './fault-table/support/stage.ts';

const stage = Stage.forFile();
beforeEach(() => stage.reset());
afterEach(() => expect(stage.sandbox.state().credentialLeaks).toBe(0));

const s3 = { intakeType: 's3', intakeUrl: 's3://b/in.csv', outputType: 's3', outputUrl: 's3://b/out.csv' };
const create = (inputs: Inputs = {}, records?: JobRecord[]): Promise<Performance> =>
  stage.perform('batchPrediction.create', { deploymentId: stage.deployment.id, ...inputs }, { records });
const jobIds = () => stage.state.batchJobs.map(({ id }) => id);

test('a job with a local file waits for its data', async () => {
  const performance = await create();
  expect(valueOf(performance)).toMatchObject({
    jobId: jobIds()[0],
    status: 'INITIALIZING',
    finished: false,
    awaitsData: true,
    uploadMode: 'whole',
    message: expect.stringContaining('Upload Data'),
    resumeToken: expect.stringMatching(/^eyJ/),
  });
  expect(warningsOf(performance)).toContain('Upload Data');
  expect(performance.records).toMatchObject([
    { kind: 'batch-prediction', id: jobIds()[0], phase: 'created' },
  ]);
  expect(stage.state.jobsQueued).toBe(0);
  expect(stage.calls('batchList')).toEqual([]);
});

test.each(['whole', 'parts'])('its data then make it score: %s', async (uploadMode) => {
  const { jobId } = valueOf(await create({ uploadMode, outputType: 's3', outputUrl: 's3://b/out.csv' }));
  valueOf(await stage.perform('batchPrediction.uploadData', { jobId, file: cars() }));
  const waited = await stage.perform('batchPrediction.wait', {
    ...{ jobId, downloadResult: false, timeoutMs: 300_000 },
  });
  expect(valueOf(waited)).toMatchObject({ status: 'COMPLETED', finished: true });
  expect(stage.state.batchJobs).toMatchObject([{ id: jobId, rows: smallRows, scoredRows: smallRows }]);
});

test('any other job begins by itself', async () => {
  const performance = await create(s3);
  expect(valueOf(performance)).toMatchObject({ jobId: jobIds()[0], awaitsData: false });
  expect(valueOf(performance)['uploadMode']).toBeUndefined();
  expect(warningsOf(performance)).toBe('');
  expect(performance.records.map(({ kind, phase }) => `${kind} ${phase}`)).toEqual([
    'batch-request issued',
    'batch-prediction uploaded',
    'batch-request created',
  ]);
  expect(stage.state.jobsQueued).toBe(1);
});

describe('a lost answer', () => {
  const lost: readonly DataRobotFaultKind[] = ['drop-before-answer', 'stall'];
  const cut: readonly DataRobotFaultKind[] = ['truncated-json', 'truncated-body', 'stall-mid-body'];

  test.each(lost)('%s: the job that was made is found, and there is no second one', async (kind) => {
    const before = valueOf(await create(s3))['jobId'];
    stage.sandbox.faults.plan({ kind, operation: 'batchCreate' });
    const performance = await create(s3);
    expect(jobIds()).toHaveLength(2);
    expect(valueOf(performance)['jobId']).toBe(jobIds()[1]);
    expect(jobIds()[0]).toBe(before);
    expect(warningsOf(performance)).toContain('was made since then with the same settings');
    expect(stage.calls('batchCreate')).toHaveLength(2);
  });

  test.each(cut)('%s: half an answer is enough, where its head tells the place of the job', async (kind) => {
    stage.sandbox.faults.plan({ kind, operation: 'batchCreate' });
    expect(valueOf(await create(s3))['jobId']).toBe(jobIds()[0]);
    expect(stage.calls('batchCreate')).toHaveLength(1);
  });

  test.each(lost)('%s, with a local file: another job is made, since none of them starts', async (kind) => {
    stage.sandbox.faults.plan({ kind, operation: 'batchCreate' });
    expect(valueOf(await create())['jobId']).toBe(jobIds()[1]);
    expect(stage.state.jobsQueued).toBe(0);
    expect(stage.calls('batchCreate')).toHaveLength(2);
  });

  test.each<DataRobotFaultKind>(['reset-after-body', 'timeout', 'http-500-once', 'html-error'])(
    '%s, and nothing was made: it is said that this is not known',
    async (kind) => {
      await create(s3); // One of the same settings, which is not the one
      stage.sandbox.faults.plan({ kind, operation: 'batchCreate' });
      const { result } = await create(s3);
      expect(result).toMatchObject({
        status: 'rejected',
        reason: {
          code: 'outcome-unknown',
          message: expect.stringMatching(/not known whether.*create a batch job.*No job with its settings/),
          remedy: expect.stringContaining('Look at the list of batch jobs'),
        },
      });
      expect(stage.calls('batchCreate')).toHaveLength(2);
      expect(jobIds()).toHaveLength(1);
    },
  );

  test('of two new jobs that could be it, neither is taken', async () => {
    const spec = { deploymentId, intakeSettings: { type: 's3', url: 's3://b/in.csv' } };
    const job = (id: string) => ({ id, status: 'RUNNING', created: '2027-01-15T08:00:01Z', jobSpec: spec });
    const { context, transport } = scriptedRun([
      { status: 200, json: { data: [{ ...job('old'), created: '2027-01-15T08:00:00Z' }] } },
      { fail: 'network' },
      { status: 200, json: { data: [job('b'), job('a'), { ...job('old') }] } },
    ]);
    const request = {
      deploymentId,
      intakeType: 's3',
      intakeUrl: 's3://b/in.csv',
      abortOnError: true,
    } as const;
    const asked = createBatch.run(context, { ...request, includePredictionStatus: false });
    await expect(asked).rejects.toMatchObject({
      code: 'outcome-unknown',
      message: expect.stringContaining('Batch jobs b and a were made since then with the same settings'),
    });
    transport.expectConsumed();
    expect(transport.requests.map(({ url }) => url.slice(endpoint.length))).toEqual([
      `/batchPredictions/?deploymentId=${deploymentId}&orderBy=-created&limit=20`,
      '/batchPredictions/',
      `/batchPredictions/?deploymentId=${deploymentId}&startDateTime=2027-01-15T08%3A00%3A00Z&orderBy=-created&limit=100`,
    ]);
  });

  test('a later try looks for what it may have made, and makes nothing', async () => {
    const records: JobRecord[] = [];
    stage.sandbox.faults.plan({ kind: 'drop-before-answer', operation: 'batchCreate' });
    stage.sandbox.faults.plan({ kind: 'vendor-error', operation: 'batchList', skip: 1, times: 4 });
    const first = await create(s3, records);
    expect(first.result).toMatchObject({ reason: { code: 'outcome-unknown' } });
    const second = await create(s3, records);
    expect(valueOf(second)['jobId']).toBe(jobIds()[0]);
    const third = await create(s3, records);
    expect(valueOf(third)['jobId']).toBe(jobIds()[0]);
    expect(warningsOf(third)).toContain('of an earlier try');
    expect(jobIds()).toHaveLength(1);
    expect(stage.calls('batchCreate')).toHaveLength(1);
  });

  test('a run that is stopped while it waits leaves word for a later try', async () => {
    const records: JobRecord[] = [];
    const inputs = { deploymentId, intakeType: 's3', intakeUrl: 's3://b/in.csv' } as const;
    const stop = () => stopped.abort.abort();
    const stopped = scriptedRun(
      [
        { status: 200, json: { data: [] } },
        { hang: 'until-abort', expect: stop },
      ],
      { records },
    );
    await expect(createBatch.run(stopped.context, inputs)).rejects.toMatchObject({ code: 'cancelled' });
    expect(records).toMatchObject([{ kind: 'batch-request', phase: 'issued' }]);

    const jobSpec = stopped.transport.requests.at(-1)?.json;
    const made = { id: 'made', status: 'RUNNING', created: '2027-01-15T08:00:01Z', jobSpec };
    const again = scriptedRun([{ status: 200, json: { data: [made] } }], { records });
    expect(await createBatch.run(again.context, inputs)).toMatchObject({ jobId: 'made' });
    again.transport.expectConsumed();
  });

  test('where the list cannot be read at all, nothing is taken for the one', async () => {
    const records: JobRecord[] = [];
    stage.sandbox.faults.plan({ kind: 'vendor-error', operation: 'batchList', times: 20 });
    expect(valueOf(await create(s3))['jobId']).toBe(jobIds()[0]);
    stage.sandbox.faults.plan({ kind: 'drop-before-answer', operation: 'batchCreate' });
    for (let tries = 0; tries < 2; tries++)
      expect((await create(s3, records)).result).toMatchObject({ reason: { code: 'outcome-unknown' } });
    expect(jobIds()).toHaveLength(2);
  });
});

test('a clear refusal leaves the way open for another try', async () => {
  const records: JobRecord[] = [];
  stage.sandbox.faults.plan({ kind: 'vendor-error', operation: 'batchCreate' });
  expect((await create(s3, records)).result).toMatchObject({ reason: { code: 'rejected' } });
  expect(valueOf(await create(s3, records))['jobId']).toBe(jobIds()[0]);
  expect(jobIds()).toHaveLength(1);
});

test('a call that was turned away is sent again, since nothing was done', async () => {
  stage.sandbox.faults.plan({ kind: 'retry-after-seconds', operation: 'batchCreate' });
  expect(valueOf(await create(s3))['jobId']).toBe(jobIds()[0]);
  expect(stage.calls('batchCreate')).toHaveLength(2);
});

test('a later try takes up a job that waits for its data', async () => {
  const records: JobRecord[] = [];
  const first = valueOf(await create({}, records))['jobId'];
  expect(valueOf(await create({}, records))['jobId']).toBe(first);
  expect(jobIds()).toEqual([first]);
});

test('an address that is signed is not kept', async () => {
  const { records } = await create({
    intakeType: 'http',
    intakeUrl: 'https://x.example/in.csv?sig=topsecret',
  });
  expect(records.length).toBeGreaterThan(0);
  expect(JSON.stringify(records)).not.toContain('topsecret');
});

describe('variants', () => {
  const enable = (name: string) => stage.sandbox.variants.change({ enable: [name as never] });
  const refused = async (inputs: Inputs, text: RegExp, code = 'rejected') =>
    expect((await create(inputs)).result).toMatchObject({
      reason: { code, message: expect.stringMatching(text) },
    });

  test('create-404', async () => {
    await refused({ deploymentId: 'none' }, /Deployment not found/, 'not-found');
    enable('create-404');
    await refused({ ...s3, deploymentId: 'none' }, /Deployment not found/);
  });

  test('create-400', async () => {
    enable('create-400');
    await refused(s3, /Bad request/);
  });

  test('no-parquet', async () => {
    const parquet = { ...s3, outputFormat: 'parquet' };
    expect(valueOf(await create(parquet))['jobId']).toBeDefined();
    enable('no-parquet');
    await refused(parquet, /format/);
  });

  test('datasphere-rejected', async () => {
    const datasphere = { ...s3, outputType: 'datasphere', outputUrl: undefined };
    expect(valueOf(await create(datasphere))['jobId']).toBeDefined();
    enable('datasphere-rejected');
    await refused(datasphere, /datasphere is not supported/);
  });

  test.each(['multipart-flag-off', 'multipart-flag-ignored'])('%s', async (name) => {
    expect(valueOf(await create({ uploadMode: 'parts' }))['uploadMode']).toBe('parts');
    enable(name);
    const performance = await create({ uploadMode: 'parts' });
    expect(valueOf(performance)['uploadMode']).toBe('whole');
    expect(warningsOf(performance)).toContain('the file is sent in one piece');
  });
});

test('the key of a prediction server goes back to the vendor, and shows nowhere', async () => {
  const { url, key } = stage.platform.predictionServer;
  for (const places of [{}, s3]) {
    const performance = await create({ ...places, predictionHost: new URL(url).host });
    expect(valueOf(performance)['jobId']).toBe(jobIds().at(-1));
    expect(JSON.stringify(performance.records)).not.toContain(key);
  }
  const { context, transport } = scriptedRun([
    { status: 200, json: { data: [{ url: 'https://P.example', 'datarobot-key': 'k-12345678' }] } },
    { status: 202, json: { id: 'j', status: 'INITIALIZING' } },
  ]);
  await createBatch.run(context, { deploymentId, predictionHost: 'p.example' });
  expect(transport.requests.at(-1)?.json).toMatchObject({
    predictionInstance: { hostName: 'p.example', datarobotKey: 'k-12345678' },
  });
});

test('a server that tells nothing of its keys needs none', async () => {
  stage.sandbox.faults.plan({ kind: 'vendor-error', operation: 'predictionServers' });
  expect(valueOf(await create({ ...s3, predictionHost: 'p.example' }))['jobId']).toBe(jobIds()[0]);
});
