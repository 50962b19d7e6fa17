import { carsCsv, DataRobotBench, penguinsCsv } from './data-robot-bench.ts';

let bench: DataRobotBench;
beforeAll(async () => {
  bench = await DataRobotBench.start();
});
afterAll(() => bench.sandbox.close());
beforeEach(() => bench.sandbox.reset());

const state = () => bench.sandbox.state().dataRobot;
const statusOf = async (id: string) => (await bench.status(id)).json.status;
const remove = (id: string) => bench.api('DELETE', `/batchPredictions/${id}/`);
const uploaded = async (label = 'cars-fuel') => {
  const id = await bench.create({ deploymentId: bench.deployment(label).id });
  await bench.upload(id, label === 'cars-fuel' ? carsCsv : penguinsCsv);
  return id;
};

it('scores a file from the first call to the last', async () => {
  const { job, rows, id } = await bench.score(carsCsv, { passthroughColumnsSet: 'all' });
  const counts = { scoredRows: 406, failedRows: 0, skippedRows: 0, percentageCompleted: 100 };
  expect(job).toMatchObject({ status: 'COMPLETED', jobIntakeSize: carsCsv.length, ...counts });
  expect(rows).toHaveLength(406);
  const errors = rows
    .filter((row) => row.Miles_per_Gallon !== '')
    .map((row) => Math.abs(Number(row.Miles_per_Gallon) - Number(row.Miles_per_Gallon_PREDICTION)));
  expect(errors.reduce((sum, error) => sum + error, 0) / errors.length).toBeLessThan(3);
  expect(state()).toMatchObject({
    ...{ jobsCreated: 1, jobsQueued: 1, jobsOpen: 0, deletes: 0 },
    batchJobs: [{ id, state: 'COMPLETED', uploads: [{ bytes: carsCsv.length, rows: 406 }], downloads: 1 }],
  });
});

it('answers a new job with its object and its place', async () => {
  const { id: deploymentId } = bench.deployment('cars-fuel');
  const body = { deploymentId, columnNamesRemapping: { Name: 'Car', Year: null } };
  const answer = await bench.api('POST', '/batchPredictions/', { body });
  const { endpoint } = bench.platform;
  expect(answer.headers.get('location')).toBe(`${endpoint}/batchPredictions/${answer.json.id}/`);
  expect(answer).toMatchObject({
    status: 202,
    json: {
      id: expect.stringMatching(/^[0-9a-f]{24}$/),
      status: 'INITIALIZING',
      queued: false,
      queuePosition: null,
      resultsDeleted: false,
      links: {
        self: answer.headers.get('location'),
        csvUpload: `${answer.headers.get('location')}csvUpload/`,
      },
      jobSpec: {
        deploymentId,
        intakeSettings: { type: 'localFile', multipart: false, async: true },
        outputSettings: { type: 'localFile' },
        csvSettings: { delimiter: ',', encoding: 'utf-8', quotechar: '"' },
        columnNamesRemapping: [
          { inputName: 'Name', outputName: 'Car' },
          { inputName: 'Year', outputName: null },
        ],
      },
    },
  });
  expect(answer.json.links).not.toHaveProperty('download');
});

it('shows no secret of a job again', async () => {
  const { id: deploymentId } = bench.deployment('cars-fuel');
  const predictionInstance = { hostName: 'a', sslEnabled: true, apiKey: 'hush', datarobotKey: 'hush too' };
  const { text } = await bench.api('POST', '/batchPredictions/', {
    body: { deploymentId, predictionInstance },
  });
  expect(text).toContain('[redacted]');
  expect(text).not.toContain('hush');
});

it.each([
  [{}, 404, /Deployment not found/, 'none'],
  [[], 422, /must be a JSON object/, undefined],
  [{ deploymentId: undefined }, 422, /'deploymentId': is required/, undefined],
  [{ wd: 1 }, 422, /'wd': wd is not allowed key/, undefined],
  [{ maxExplanations: 101 }, 422, /'maxExplanations': value is greater than 100/, undefined],
  [{ csvSettings: { delimiter: ';;' } }, 422, /'csvSettings': 'delimiter': /, undefined],
  [{ csvSettings: { encoding: 'klingon' } }, 422, /klingon/, undefined],
  [{ intakeSettings: { type: 'tape' } }, 422, /'intakeSettings': 'type': /, undefined],
  [{ passthroughColumnsSet: 'some' }, 422, /'passthroughColumnsSet': /, undefined],
  [{ passthroughColumns: 'Name' }, 422, /'passthroughColumns': value is not a list/, undefined],
  [{ explanationClassNames: ['a'], explanationNumTopClasses: 1 }, 422, /exclude each other/, undefined],
  [{ predictionThreshold: 2 }, 422, /'predictionThreshold': /, undefined],
  [{ columnNamesRemapping: [{ outputName: 'x' }] }, 422, /columnNamesRemapping/, undefined],
])('refuses %j with %d', async (fields, status, message, deploymentId) => {
  const usual = { deploymentId: deploymentId ?? bench.deployment('cars-fuel').id };
  const body = Array.isArray(fields) ? fields : { ...usual, ...fields };
  const answer = await bench.api('POST', '/batchPredictions/', { body });
  expect([answer.status, answer.json.message]).toEqual([status, expect.stringMatching(message)]);
  expect(state().jobsCreated).toBe(0);
});

it('refuses a body that is not JSON', async () => {
  const headers = { authorization: bench.authorization, 'content-type': 'application/json' };
  const url = `${bench.platform.endpoint}/batchPredictions/`;
  const answer = await fetch(url, { method: 'POST', headers, body: '{"a":' });
  expect([answer.status, await answer.json()]).toEqual([400, { message: 'sandbox: the body is not JSON.' }]);
});

it('moves a job with each poll, and shows the way to the result once it runs', async () => {
  const id = await bench.create();
  expect((await bench.status(id)).json).toMatchObject({ status: 'INITIALIZING', queued: false });
  expect((await bench.download(id)).status).toBe(404);
  await bench.upload(id, carsCsv);
  const seen = [];
  for (let polls = 0; polls < 3; polls += 1) {
    const { status, queuePosition, scoredRows, percentageCompleted, links } = (await bench.status(id)).json;
    seen.push([status, queuePosition, scoredRows, percentageCompleted, 'download' in links]);
  }
  expect(seen).toEqual([
    ['INITIALIZING', 0, 0, 0, false],
    ['RUNNING', 0, 406, 99.9, true],
    ['COMPLETED', null, 406, 100, true],
  ]);
  const { logs, statusDetails } = (await bench.status(id)).json;
  expect(logs).toEqual([
    expect.stringMatching(/^Job created by .* at 20\d\d-/),
    expect.stringMatching(/^Job started processing at /),
    expect.stringMatching(/^Job finished processing at /),
  ]);
  expect(statusDetails).toBe(logs[2]);
});

describe('the queue', () => {
  it('runs one job at a time, in the order they came, whoever asks', async () => {
    const ids = [await uploaded(), await uploaded('penguins-species'), await uploaded()];
    const last = ids[2] as string;
    const positions = [];
    for (let polls = 0; polls < 9; polls += 1) {
      const { queuePosition, status } = (await bench.status(last)).json;
      if (status === 'INITIALIZING') positions.push(queuePosition);
      const running = state().batchJobs.filter((job) => job.state === 'RUNNING');
      expect(running.length).toBeLessThanOrEqual(1);
    }
    expect(positions).toEqual([2, 2, 1, 1, 1, 0, 0]);
    expect(state().batchJobs.map((job) => job.state)).toEqual(Array(3).fill('COMPLETED'));
  });

  it('is one per instance', async () => {
    const [cars, sex] = [await uploaded(), await uploaded('penguins-sex')];
    await bench.finish(sex);
    expect([await statusOf(sex), await statusOf(cars)]).toEqual(['COMPLETED', 'INITIALIZING']);
  });

  it('tells how many wait at a prediction server', async () => {
    await uploaded();
    const id = await uploaded();
    await bench.status(id);
    await bench.status(id);
    const { json } = await bench.api('GET', '/predictionServers/');
    expect(json.data[0].batchPredictions).toEqual({ queued: 1, processing: 1 });
  });

  it('goes on when the one in front is deleted', async () => {
    const [first, second] = [await uploaded(), await uploaded()];
    expect((await remove(first)).status).toBe(202);
    expect((await bench.status(second)).json.queuePosition).toBe(0);
  });
});

describe('DELETE', () => {
  it('aborts and removes what is queued or runs', async () => {
    const id = await uploaded();
    expect((await remove(id)).status).toBe(202);
    expect((await bench.status(id)).status).toBe(404);
    expect((await bench.download(id)).status).toBe(404);
    expect((await remove(id)).status).toBe(404);
    expect(state()).toMatchObject({ deletes: 1, jobsOpen: 0, batchJobs: [{ state: 'deleted', deletes: 1 }] });
  });

  it('knows no job that never had data, and none that is over', async () => {
    const unused = await bench.create();
    expect(await remove(unused)).toMatchObject({ status: 404, json: { message: /never queued/ } });
    expect(await statusOf(unused)).toBe('INITIALIZING');
    const { id } = await bench.score(carsCsv);
    expect((await remove(id)).status).toBe(409);
    expect(state().deletes).toBe(0);
  });
});

describe('PATCH', () => {
  const hide = (id: string, body: unknown = { hidden: true }) =>
    bench.api('PATCH', `/batchPredictions/${id}/`, { body });

  it('hides a job that is over, and no other', async () => {
    const { id } = await bench.score(carsCsv);
    expect((await hide(id)).json.hidden).toBe(true);
    expect((await hide(id, { hidden: false })).json.hidden).toBe(false);
    expect((await hide(await bench.create())).status).toBe(404);
    expect((await hide(await uploaded())).status).toBe(409);
    expect((await hide('none')).status).toBe(404);
  });

  it.each([{}, { hidden: 'yes' }, { hidden: true, status: 'RUNNING' }])('refuses %j', async (body) => {
    const { id } = await bench.score(carsCsv);
    expect((await hide(id, body)).status).toBe(422);
  });
});

describe('the list', () => {
  const list = async (query = '') => (await bench.api('GET', `/batchPredictions/${query}`)).json;
  const ids = async (query: string) => (await list(query)).data.map(({ id }: { id: string }) => id);

  it('is narrowed and sorted', async () => {
    const cars = await bench.create();
    const { id: deploymentId } = bench.deployment('penguins-sex');
    const sex = await uploaded('penguins-sex');
    await bench.finish(sex);
    expect(await ids('')).toEqual([sex, cars]);
    expect(await ids('?orderBy=created')).toEqual([cars, sex]);
    expect(await ids('?orderBy=status')).toEqual([sex, cars]);
    expect(await ids('?orderBy=-status')).toEqual([cars, sex]);
    expect(await ids('?status=COMPLETED&status=FAILED')).toEqual([sex]);
    expect(await ids(`?deploymentId=${deploymentId}`)).toEqual([sex]);
    expect(await ids(`?jobId=${cars}`)).toEqual([cars]);
    expect(await ids('?source=Public%20API')).toHaveLength(2);
    expect(await ids('?source=-Public%20API')).toEqual([]);
    expect(await ids('?intakeType=s3')).toEqual([]);
    bench.sandbox.clock.advance(7_200_000);
    const late = await bench.create();
    const now = new Date(bench.sandbox.clock.now() - 3_600_000).toISOString();
    expect(await ids('?cutoffHours=1')).toEqual([late]);
    expect(await ids(`?startDateTime=${now}&cutoffHours=9`)).toEqual([late]);
    expect(await ids(`?endDateTime=${now}`)).toEqual([sex, cars]);
  });

  it.each(['?wd=1', '?orderBy=age', '?startDateTime=soon', '?limit=0', '?offset=-1'])(
    'refuses %s',
    async (query) => {
      expect((await bench.api('GET', `/batchPredictions/${query}`)).status).toBe(422);
    },
  );

  it('comes in pages that lead to each other', async () => {
    const all = [await bench.create(), await bench.create(), await bench.create()].reverse();
    const first = await list('?limit=2');
    expect(first).toMatchObject({ count: 2, totalCount: 3, previous: null });
    const second = (await bench.api('GET', first.next.slice(bench.platform.endpoint.length))).json;
    expect(second).toMatchObject({ count: 1, totalCount: 3, next: null });
    expect([...first.data, ...second.data].map(({ id }) => id)).toEqual(all);
    const back = (await bench.api('GET', second.previous.slice(bench.platform.endpoint.length))).json;
    expect(back.data.map(({ id }: { id: string }) => id)).toEqual(all.slice(0, 2));
  });
});

describe('time', () => {
  const hourMs = 3_600_000;

  it('takes away results after 48 hours', async () => {
    const { id } = await bench.score(carsCsv);
    bench.sandbox.clock.advance(48 * hourMs - 60_000);
    expect((await bench.download(id)).status).toBe(200);
    bench.sandbox.clock.advance(120_000);
    expect((await bench.download(id)).status).toBe(404);
    expect((await bench.status(id)).json).toMatchObject({ status: 'COMPLETED', resultsDeleted: true });
  });

  it('aborts a job that runs for more than 4 hours', async () => {
    const id = await bench.create({ intakeSettings: { type: 'localFile', multipart: true } });
    await bench.put(`${id}/csvUpload/part/0/`, carsCsv);
    for (let polls = 0; polls < 5; polls += 1) await bench.status(id);
    expect(await statusOf(id)).toBe('RUNNING');
    bench.sandbox.clock.advance(4 * hourMs + 1000);
    expect((await bench.status(id)).json).toMatchObject({
      status: 'ABORTED',
      statusDetails: expect.stringMatching(/more than 4 hours/),
      elapsedTimeSec: 4 * 3600 + 1,
    });
  });

  it('moves jobs by itself when there is a time scale', async () => {
    const scaled = await DataRobotBench.start({ timeScale: 600 });
    try {
      const id = await scaled.create();
      await scaled.upload(id, carsCsv);
      let status = 'INITIALIZING';
      while (status === 'INITIALIZING') status = (await scaled.status(id)).json.status;
      const { text } = await scaled.download(id); // ends when the job does
      expect(text.trimEnd().split('\r\n')).toHaveLength(407);
      expect((await scaled.status(id)).json.status).toBe('COMPLETED');
    } finally {
      await scaled.sandbox.close();
    }
  });

  it('moves every job with the clock', async () => {
    const id = await uploaded();
    bench.sandbox.clock.step(3);
    expect(await statusOf(id)).toBe('COMPLETED');
  });
});
