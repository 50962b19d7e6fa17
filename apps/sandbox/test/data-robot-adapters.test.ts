import { dataRobotAdapterVariants } from '../src/index.ts';
import type { DataRobotAdapterVariant } from '../src/index.ts';
import { carsCsv, DataRobotBench, rowsOf } from './data-robot-bench.ts';

let bench: DataRobotBench;
beforeAll(async () => {
  bench = await DataRobotBench.start();
});
afterAll(() => bench.sandbox.close());
beforeEach(() => bench.sandbox.reset());

const tested = new Set<string>();
const enable = (name: DataRobotAdapterVariant) => {
  tested.add(name);
  bench.sandbox.variants.change({ enable: [name] });
};
const create = (body: Record<string, unknown>) =>
  bench.api('POST', '/batchPredictions/', {
    body: { deploymentId: bench.deployment('cars-fuel').id, ...body },
  });
const written = (id: string) =>
  bench.sandbox.state().dataRobot.batchJobs.find((job) => job.id === id)?.written ?? '';
const s3 = { type: 's3', url: 's3://bucket/cars.csv' };

describe('other sources and sinks', () => {
  it('read the fixture, and keep the result', async () => {
    const { json } = await create({ intakeSettings: s3, outputSettings: s3 });
    expect(json.links).toEqual({ self: expect.any(String) });
    expect((await bench.upload(json.id, carsCsv)).status).toBe(404);
    expect((await bench.finish(json.id)).json).toMatchObject({ status: 'COMPLETED', scoredRows: 406 });
    expect((await bench.download(json.id)).status).toBe(404);
    expect(rowsOf(written(json.id))).toEqual((await bench.score(carsCsv)).rows);
    expect((await bench.api('GET', '/batchPredictions/?intakeType=s3&outputType=s3')).json.count).toBe(1);
  });

  it('a dataset, into a file', async () => {
    const uploaded = await bench.uploadDataset(carsCsv.split('\r\n').slice(0, 11).join('\r\n'));
    const { catalogId: datasetId, catalogVersionId: datasetVersionId } = uploaded.json;
    const intakeSettings = { type: 'dataset', datasetId };
    expect((await create({ intakeSettings })).status).toBe(404); // not ready
    expect(bench.sandbox.state().dataRobot.jobsCreated).toBe(0);
    await bench.follow(uploaded.headers.get('location') ?? '');
    const { id } = (await create({ intakeSettings: { ...intakeSettings, datasetVersionId } })).json;
    expect((await bench.finish(id)).json.scoredRows).toBe(10);
    expect(rowsOf((await bench.download(id)).text)).toHaveLength(10);
  });

  it('a file, into a table', async () => {
    const outputSettings = { type: 'jdbc', dataStoreId: 'd', table: 't', statementType: 'insert' };
    const { job, id, status } = await bench.score(carsCsv, { outputSettings });
    expect([job.status, status, rowsOf(written(id)).length]).toEqual(['COMPLETED', 404, 406]);
  });

  it.each([
    [{ intakeSettings: { type: 's3' } }, "'url': is required"],
    [{ intakeSettings: { ...s3, x: 1 } }, "'x': x is not allowed key"],
    [{ intakeSettings: { type: 'tape' } }, "'type': value doesn't match"],
    [{ intakeSettings: {} }, "'type': is required"],
    [{ outputSettings: { type: 'http', url: 'https://x' } }, "'method': is required"],
    [{ outputSettings: 1 }, 'value is not a dict'],
    [{ intakeSettings: { type: 'localFile', async: 'no' } }, 'True or False'],
  ])('%j is refused', async (body, message) => {
    const answer = await create(body);
    expect([answer.status, answer.json.message]).toEqual([422, expect.stringContaining(message)]);
  });

  it('no-parquet, datasphere-rejected', async () => {
    const bodies = [
      { outputSettings: { ...s3, format: 'parquet' } },
      { intakeSettings: { type: 'datasphere', x: 1 } },
    ];
    for (const body of bodies) expect((await create(body)).status).toBe(202);
    enable('no-parquet');
    enable('datasphere-rejected');
    for (const body of bodies) expect((await create(body)).status).toBe(422);
  });
});

describe('a job from another', () => {
  const copy = (predictionJobId: string) =>
    bench.api('POST', '/batchPredictions/fromExisting/', { body: { predictionJobId } });

  it('waits for its data, if it was a file', async () => {
    const { id, text } = await bench.score(carsCsv, { passthroughColumns: ['Name'] });
    const { status, json } = await copy(id);
    expect([status, json.status, json.queued]).toEqual([202, 'INITIALIZING', false]);
    expect(json.jobSpec).toMatchObject({ passthroughColumns: ['Name'] });
    await bench.upload(json.id, carsCsv);
    await bench.finish(json.id);
    expect((await bench.download(json.id)).text).toBe(text);
    expect((await copy('none')).status).toBe(404);
  });

  it('from-existing-reuses-data', async () => {
    enable('from-existing-reuses-data');
    const { id, text } = await bench.score(carsCsv);
    const { json } = await copy(id);
    expect(json.queued).toBe(true);
    await bench.finish(json.id);
    expect((await bench.download(json.id)).text).toBe(text);
  });

  it('runs at once, if it reads elsewhere', async () => {
    const { id } = (await create({ intakeSettings: s3 })).json;
    expect((await copy(id)).json.queued).toBe(true);
  });
});

describe('definitions', () => {
  const root = '/batchPredictionJobDefinitions/';
  const any = ['*'];
  const schedule = { minute: [30], hour: [2], dayOfMonth: any, month: any, dayOfWeek: any };
  const define = async (body: Record<string, unknown> = {}) =>
    bench.api('POST', root, {
      body: {
        deploymentId: bench.deployment('cars-fuel').id,
        intakeSettings: s3,
        outputSettings: s3,
        ...body,
      },
    });
  const get = async (id: string) => (await bench.api('GET', `${root}${id}/`)).json;

  it('are made, listed, changed, deleted', async () => {
    const made = await define({ name: 'nightly' });
    const { id } = made.json;
    expect([made.status, made.json]).toEqual([
      202,
      expect.objectContaining({
        enabled: false,
        schedule: null,
        nextScheduledRunTime: null,
        lastStartedJobTime: null,
      }),
    ]);
    expect((await define({ name: 'nightly' })).status).toBe(422);
    expect((await define()).json.name).toMatch(/^definition-/);
    expect((await bench.api('GET', `${root}?searchName=NIGHT`)).json.data).toMatchObject([{ id }]);
    expect((await bench.api('GET', `${root}?deploymentId=other`)).json.count).toBe(0);
    const changed = await bench.api('PATCH', `${root}${id}/`, {
      body: { name: 'daily', maxExplanations: 1 },
    });
    expect(changed.json).toMatchObject({ name: 'daily', batchPredictionJob: { maxExplanations: 1 } });
    expect((await bench.api('PATCH', `${root}${id}/`, { body: { maxExplanations: -1 } })).status).toBe(422);
    const portable = await bench.api('GET', `${root}${id}/portable/`);
    expect([portable.headers.get('content-type'), portable.text]).toEqual([
      expect.stringContaining('text/plain'),
      expect.stringContaining('maxExplanations'),
    ]);
    expect((await bench.api('DELETE', `${root}${id}/`)).status).toBe(204);
    expect((await bench.api('GET', `${root}${id}/`)).status).toBe(404);
  });

  it.each([
    [{ deploymentId: 'none' }, 404],
    [{ name: '' }, 422],
    [{ enabled: 'yes' }, 422],
    [{ schedule: { ...schedule, hour: [24] } }, 422],
    [{ schedule: { ...schedule, month: ['someday'] } }, 422],
    [{ schedule: { ...schedule, minute: [] } }, 422],
    [{ schedule: 1 }, 422],
    [{ other: 1 }, 422],
  ])('%j is refused', async (body, status) => {
    expect((await define(body)).status).toBe(status);
  });

  it('run when asked to', async () => {
    const { id } = (await define()).json;
    const run = (jobDefinitionId: string) =>
      bench.api('POST', '/batchPredictions/fromJobDefinition/', { body: { jobDefinitionId } });
    const { status, json } = await run(id);
    expect([status, json.batchPredictionJobDefinition.id]).toEqual([202, id]);
    expect((await bench.api('DELETE', `${root}${id}/`)).status).toBe(409);
    await bench.finish(json.id);
    expect(await get(id)).toMatchObject({
      ...{
        lastStartedJobStatus: 'COMPLETED',
        lastSuccessfulRunTime: expect.any(String),
        lastFailedRunTime: null,
      },
    });
    expect(
      (await bench.api('GET', `/batchPredictions/?batchPredictionJobDefinitionId=${id}`)).json.count,
    ).toBe(1);
    expect((await run('none')).status).toBe(404);
  });

  it('run by their schedule, on the virtual clock', async () => {
    const { id, nextScheduledRunTime } = (await define({ enabled: true, schedule })).json;
    expect(nextScheduledRunTime).toMatch(/T02:30:00Z$/);
    const waitMs = Date.parse(nextScheduledRunTime) - bench.sandbox.clock.now();
    bench.sandbox.clock.advance(waitMs - 5_000);
    expect((await get(id)).lastScheduledRunTime).toBeNull();
    bench.sandbox.clock.advance(5_000 + 2 * 86_400_000);
    const later = await get(id);
    expect(Date.parse(later.nextScheduledRunTime) - Date.parse(nextScheduledRunTime)).toBe(3 * 86_400_000);
    const { data } = (await bench.api('GET', '/batchPredictions/?source=Scheduled')).json;
    expect(data).toHaveLength(3);
    const off = await bench.api('PATCH', `${root}${id}/`, { body: { enabled: false } });
    expect(off.json.nextScheduledRunTime).toBeNull();
  });

  it('names months and days, of which either kind matches', async () => {
    const yearly = { minute: [0], hour: [0], dayOfMonth: [29], month: ['february'], dayOfWeek: any };
    const { json } = await define({ enabled: true, schedule: yearly });
    expect(json.nextScheduledRunTime).toMatch(/-02-29T00:00:00Z$/);
    const either = { ...yearly, dayOfMonth: [31], month: any, dayOfWeek: ['Monday'] };
    const next = (await define({ enabled: true, schedule: either })).json.nextScheduledRunTime;
    const date = new Date(next);
    expect(date.getUTCDay() === 1 || date.getUTCDate() === 31).toBe(true);
  });

  it('schedule-local-time', async () => {
    enable('schedule-local-time');
    expect((await define({ enabled: true, schedule })).json.nextScheduledRunTime).toMatch(/T17:30:00Z$/);
  });
});

it('has every variant tested above', () => {
  expect([...tested].sort()).toEqual(Object.keys(dataRobotAdapterVariants).sort());
});
