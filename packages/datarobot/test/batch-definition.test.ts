import type { JobRecord } from '@modelferry/operation';
import type { DataRobotFaultKind } from '@modelferry/sandbox';
import { valueOf, warningsOf, type Performance } from '@modelferry/testkit';
import { dataRobot } from '../src/index.ts';
import { endpoint, scriptedRun } from './support/scripted-run.ts';
import { Stage, type Inputs } from './fault-table/support/stage.ts';

const stage = Stage.forFile();
beforeEach(() => stage.reset());
afterEach(() => expect(stage.sandbox.state().credentialLeaks).toBe(0));

const perform = (name: string, inputs: Inputs, records?: JobRecord[]) =>
  stage.perform(`batchDefinition.${name}`, inputs, { records });
const places = {
  intakeType: 's3',
  intakeUrl: 's3://b/in.csv',
  outputType: 's3',
  outputUrl: 's3://b/out.csv',
};
const create = (inputs: Inputs = {}, records?: JobRecord[]) =>
  perform('create', { name: 'nightly', deploymentId: stage.deployment.id, ...places, ...inputs }, records);
const created = async (inputs?: Inputs) => String(valueOf(await create(inputs))['definitionId']);
const all = async () => valueOf<Record<string, unknown>[]>(await perform('getMany', { returnAll: true }));

test('has the operations that a definition needs, and a lookup for its name', () => {
  const names = dataRobot.operations
    .filter(({ resource }) => resource === 'batchDefinition')
    .map(({ name }) => name);
  expect(names).toEqual(['create', 'get', 'getMany', 'update', 'delete', 'run']);
  expect(Object.keys(dataRobot.lookups)).toContain('batchDefinitions');
});

describe('create', () => {
  test('keeps what a job is to do, and when', async () => {
    const definition = valueOf(
      await create({
        enabled: true,
        schedule: '30 2 * * mon-fri',
        intakeType: 'jdbc',
        intakeUrl: undefined,
        intakeDataStoreId: 'd',
        intakeQuery: "SELECT * FROM t WHERE at > '{{ last_completed_run_time }}'",
        columnNamesRemapping: ['a=b'],
        timeSeriesType: 'forecast',
        forecastPointPolicy: '{"type": "jobRunTimeBased", "configuration": {"offset": "-P1D"}}',
      }),
    );
    expect(definition).toMatchObject({
      definitionId: expect.any(String),
      name: 'nightly',
      enabled: true,
      schedule: '30 2 * * 1,2,3,4,5',
      nextScheduledRunTime: expect.stringMatching(/T02:30:00/),
      deploymentId: stage.deployment.id,
      intakeType: 'jdbc',
      outputType: 's3',
      settings: {
        intakeSettings: {
          type: 'jdbc',
          dataStoreId: 'd',
          query: "SELECT * FROM t WHERE at > '{{ last_completed_run_time }}'",
        },
        columnNamesRemapping: { a: 'b' },
        timeseriesSettings: {
          type: 'forecast',
          forecastPointPolicy: { type: 'jobRunTimeBased', configuration: { offset: '-P1D' } },
        },
        includePredictionStatus: true,
      },
    });
  });

  test('a schedule that nobody follows yet is told', async () => {
    expect(warningsOf(await create({ schedule: '30 2 * * *' }))).toMatch(/"nightly" is not followed/);
    expect(warningsOf(await create({ name: 'weekly', enabled: true, schedule: '@weekly' }))).toBe('');
  });

  test('schedule-local-time: when it runs next is shown as the server says it', async () => {
    const at = { enabled: true, schedule: '30 2 * * *' };
    expect(valueOf(await create(at))['nextScheduledRunTime']).toMatch(/T02:30/);
    stage.sandbox.variants.change({ enable: ['schedule-local-time'] });
    const other = valueOf(await create({ ...at, name: 'other' }));
    expect(other).toMatchObject({
      schedule: '30 2 * * *',
      nextScheduledRunTime: expect.stringMatching(/T17:30/),
    });
  });

  test('no-parquet, datasphere-rejected: the refusal is shown', async () => {
    stage.sandbox.variants.change({ enable: ['no-parquet', 'datasphere-rejected'] });
    const parquet = await create({ intakeFormat: 'parquet' });
    expect(parquet.result).toMatchObject({ reason: { message: expect.stringContaining('csv') } });
    const datasphere = await create({ intakeType: 'datasphere', intakeUrl: undefined });
    expect(datasphere.result).toMatchObject({ reason: { message: expect.stringContaining('datasphere') } });
    expect(await all()).toEqual([]);
  });

  test.each<DataRobotFaultKind>(['drop-before-answer', 'stall', 'truncated-json', 'truncated-body'])(
    '%s: the definition that was made is found, and there is no second one',
    async (kind) => {
      await created({ name: 'nightly 2' }); // Found by the same search, and not the one
      stage.sandbox.faults.plan({ kind, operation: 'definitionCreate' });
      const performance = await create();
      expect(valueOf(performance)['name']).toBe('nightly');
      expect(await all()).toHaveLength(2);
      expect(stage.calls('definitionCreate')).toHaveLength(2);
      expect(warningsOf(performance)).toContain('is taken for the one');
    },
  );

  test.each<DataRobotFaultKind>(['reset-after-body', 'timeout', 'http-500-once', 'html-error'])(
    '%s, and nothing was made: it is made then, since a name is given only once',
    async (kind) => {
      stage.sandbox.faults.plan({ kind, operation: 'definitionCreate' });
      expect(valueOf(await create())['name']).toBe('nightly');
      expect(await all()).toHaveLength(1);
      expect(stage.calls('definitionCreate')).toHaveLength(2);
    },
  );

  test('when it stays open, that is said, and a later try looks first', async () => {
    const records: JobRecord[] = [];
    stage.sandbox.faults.plan({ kind: 'drop-before-answer', operation: 'definitionCreate' });
    stage.sandbox.faults.plan({ kind: 'vendor-error', operation: 'definitions', times: 2 });
    const first = await create({}, records);
    expect(first.result).toMatchObject({
      reason: {
        code: 'outcome-unknown',
        message: expect.stringContaining('create the batch definition "nightly"'),
      },
    });
    const second = await create({}, records);
    const [made] = await all();
    expect(valueOf(second)['definitionId']).toBe(made?.['definitionId']);
    expect(valueOf(await create({}, records))['definitionId']).toBe(made?.['definitionId']);
    expect(stage.calls('definitionCreate')).toHaveLength(2);
    expect(await all()).toHaveLength(1);
  });

  test('a name that is taken by another definition is a clear refusal', async () => {
    await created();
    expect((await create()).result).toMatchObject({ reason: { code: 'rejected' } });
    stage.sandbox.faults.plan({ kind: 'reset-after-body', operation: 'definitionCreate' });
    const other = await create({ maxExplanations: 5 });
    expect(other.result).toMatchObject({ reason: { code: 'rejected' } });
    const records: JobRecord[] = [];
    for (let tries = 0; tries < 2; tries++)
      expect((await create({}, records)).result).toMatchObject({ reason: { code: 'rejected' } });
    expect(await all()).toHaveLength(1);
  });

  test.each<[Inputs, string, RegExp]>([
    [{ enabled: true }, 'schedule', /is needed for an enabled definition/],
    [{ schedule: '0 2 * *' }, 'schedule', /five fields/],
    [{ schedule: '0 25 * * *' }, 'schedule', /"25" is nothing for the hour/],
    [{ intakeType: 'localFile' }, 'intakeType', /must be one of s3/],
    [{ forecastPointPolicy: '{}' }, 'forecastPointPolicy', /Time Series Type Forecast/],
    [{ intakeUrl: undefined }, 'intakeUrl', /is needed/],
  ])('%j is refused before anything is sent', async (inputs, field, problem) => {
    expect((await create(inputs)).result).toMatchObject({
      reason: {
        faults: expect.arrayContaining([
          expect.objectContaining({ field, problem: expect.stringMatching(problem) }),
        ]),
      },
    });
    expect(stage.sandbox.requests()).toEqual([]);
  });
});

describe('read', () => {
  test('one, and many by name and deployment', async () => {
    const id = await created();
    await created({ name: 'weekly' });
    expect(valueOf(await perform('get', { definitionId: id }))).toMatchObject({
      definitionId: id,
      name: 'nightly',
      enabled: false,
      schedule: undefined,
    });
    const names = async (inputs: Inputs) =>
      valueOf<Record<string, unknown>[]>(await perform('getMany', inputs)).map(({ name }) => name);
    expect(await names({})).toEqual(['nightly', 'weekly']);
    expect(await names({ limit: 1 })).toEqual(['nightly']);
    expect(await names({ nameContains: 'WEEK' })).toEqual(['weekly']);
    expect(await names({ deploymentId: 'other' })).toEqual([]);
    expect((await perform('get', { definitionId: 'none' })).result).toMatchObject({
      reason: { code: 'not-found' },
    });
  });

  test('an older server, which does not search, gives no others', async () => {
    const { context, transport } = scriptedRun([
      {
        status: 200,
        json: {
          data: [
            { id: '1', name: 'a' },
            { id: '2', name: 'Nightly' },
          ],
          next: 'x',
        },
      },
    ]);
    const list = dataRobot.lookups['batchDefinitions']!;
    expect(await list(context, { filter: ' night ' })).toEqual({
      entries: [{ value: '2', title: 'Nightly', description: undefined }],
      next: '2',
    });
    expect(transport.requests[0]?.url).toBe(
      `${endpoint}/batchPredictionJobDefinitions/?offset=0&limit=100&searchName=night`,
    );
  });

  test('the lookup tells when each runs next', async () => {
    await created({ enabled: true, schedule: '@daily' });
    const { context } = scriptedRun([
      { status: 200, json: { data: [{ id: '1', name: 'a', enabled: true, nextScheduledRunTime: 'soon' }] } },
    ]);
    expect(await dataRobot.lookups['batchDefinitions']!(context, {})).toEqual({
      entries: [{ value: '1', title: 'a', description: 'next run: soon' }],
      next: undefined,
    });
  });
});

test('the key of a prediction server and the signature of an address are kept, and shown to nobody', async () => {
  const { url, key } = stage.platform.predictionServer;
  const definition = valueOf(
    await create({
      predictionHost: new URL(url).host,
      intakeType: 'http',
      intakeUrl: 'https://x.example/in.csv?sig=topsecret',
    }),
  );
  expect(definition['settings']).toMatchObject({
    intakeSettings: { type: 'http', url: 'https://x.example/in.csv?***' },
    predictionInstance: { hostName: new URL(url).host, datarobotKey: '[redacted]' },
  });
  const { endpoint: root, apiToken } = stage.platform;
  const kept = await fetch(`${root}/batchPredictionJobDefinitions/${definition['definitionId']}/`, {
    headers: { authorization: `Bearer ${apiToken}` },
  });
  expect(await kept.text()).toContain(key);
});

describe('update', () => {
  const update = (inputs: Inputs) => perform('update', inputs);
  const settingsOf = (performance: Performance) =>
    valueOf(performance)['settings'] as Record<string, unknown>;

  test('changes what is given, and nothing else', async () => {
    const definitionId = await created({ delimiter: ';', maxExplanations: 2 });
    const before = settingsOf(await perform('get', { definitionId }));
    const performance = await update({ definitionId, name: 'daily', abortOnError: false });
    expect(valueOf(performance)).toMatchObject({ name: 'daily', enabled: false });
    expect(settingsOf(performance)).toEqual({ ...before, abortOnError: false });
    const [call] = stage.calls('definitionUpdate');
    expect(call).toBeDefined();
  });

  test('completes what the vendor takes only as a whole', async () => {
    const definitionId = await created({ delimiter: ';', encoding: 'shift_jis' });
    expect(settingsOf(await update({ definitionId, encoding: 'latin_1' }))['csvSettings']).toEqual({
      delimiter: ';',
      encoding: 'latin_1',
      quotechar: '"',
    });
  });

  test('puts another source and another destination in place', async () => {
    const definitionId = await created();
    const changed = settingsOf(
      await update({
        definitionId,
        intakeType: 'gcp',
        intakeUrl: 'gs://b/in.csv',
        outputType: 'localFile',
      }),
    );
    expect(changed).toMatchObject({
      intakeSettings: { type: 'gcp', url: 'gs://b/in.csv' },
      outputSettings: { type: 'localFile' },
    });
  });

  test('enables with the schedule that is there, or the one that is given', async () => {
    const definitionId = await created();
    expect((await update({ definitionId, enabled: true })).result).toMatchObject({
      reason: { faults: [{ field: 'schedule' }] },
    });
    expect(valueOf(await update({ definitionId, schedule: '0 4 * * *' }))).toMatchObject({ enabled: false });
    expect(valueOf(await update({ definitionId, enabled: true }))).toMatchObject({
      enabled: true,
      schedule: '0 4 * * *',
    });
    expect(valueOf(await update({ definitionId, enabled: false }))['nextScheduledRunTime']).toBeUndefined();
  });

  test('nothing to change is a mistake, and so is a source without its type', async () => {
    expect((await update({ definitionId: 'd' })).result).toMatchObject({ reason: { code: 'invalid-input' } });
    expect((await update({ definitionId: 'd', intakeUrl: 's3://b' })).result).toMatchObject({
      reason: { faults: [{ field: 'intakeUrl' }] },
    });
    expect(stage.sandbox.requests()).toEqual([]);
  });

  test('a lost answer is no loss: the same change is sent again', async () => {
    const definitionId = await created();
    stage.sandbox.faults.plan({ kind: 'drop-before-answer', operation: 'definitionUpdate' });
    expect(valueOf(await update({ definitionId, name: 'daily' }))['name']).toBe('daily');
  });
});

describe('delete', () => {
  test.each<DataRobotFaultKind | undefined>([undefined, 'drop-before-answer', 'http-503-burst'])(
    'with %s',
    async (kind) => {
      const definitionId = await created();
      if (kind) stage.sandbox.faults.plan({ kind, operation: 'definitionDelete' });
      expect(valueOf(await perform('delete', { definitionId }))).toEqual({ deleted: true });
      expect(await all()).toEqual([]);
    },
  );

  test('one that is not there, or has jobs in the queue, is told of', async () => {
    expect((await perform('delete', { definitionId: 'none' })).result).toMatchObject({
      reason: { code: 'not-found' },
    });
    const definitionId = await created();
    stage.sandbox.faults.plan({ kind: 'job-stuck', operation: 'batchFromDefinition' });
    valueOf(await perform('run', { definitionId }));
    expect((await perform('delete', { definitionId })).result).toMatchObject({
      reason: { code: 'conflict' },
    });
    expect(await all()).toHaveLength(1);
  });
});

describe('run', () => {
  test('makes a job, whose state the definition then tells', async () => {
    const definitionId = await created();
    const job = valueOf(await perform('run', { definitionId }));
    expect(job).toMatchObject({ jobId: stage.state.batchJobs[0]?.id, awaitsData: false });
    await stage.perform('batchPrediction.wait', {
      jobId: job['jobId'],
      downloadResult: false,
      timeoutMs: 300_000,
    });
    expect(valueOf(await perform('get', { definitionId }))).toMatchObject({
      lastStartedJobStatus: 'COMPLETED',
    });
  });

  test('a lost answer makes no second job', async () => {
    const definitionId = await created();
    valueOf(await perform('run', { definitionId }));
    stage.sandbox.faults.plan({ kind: 'drop-before-answer', operation: 'batchFromDefinition' });
    const { jobId } = valueOf(await perform('run', { definitionId }));
    expect(stage.state.batchJobs.map(({ id }) => id)).toEqual([expect.any(String), jobId]);
  });
});
