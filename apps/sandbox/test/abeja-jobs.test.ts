import { AbejaBench } from './abeja-bench.ts';
import { carsCsv } from './data-robot-bench.ts';

let bench: AbejaBench;
beforeAll(async () => {
  bench = await AbejaBench.start();
});
afterAll(() => bench.sandbox.close());
beforeEach(() => bench.sandbox.reset());

it('a job is Pending for 2 polls, Active for 3 with rising statistics, then Complete', async () => {
  const path = await bench.startJob({ description: 'nightly [run:8c1f]' });
  const polls = [];
  for (let poll = 0; poll < 6; poll += 1) polls.push((await bench.api('GET', path)).json);
  expect(polls.map(({ status, statistics }) => `${status} ${statistics?.epoch ?? '-'}`)).toEqual([
    ...['Pending -', 'Pending -', 'Active 1', 'Active 2', 'Active 3', 'Complete 3'],
  ]);
  const { statistics, description, ...last } = polls.at(-1) as (typeof polls)[number];
  expect(statistics).toMatchObject({ num_epochs: 3, progress_percentage: 1 });
  expect(statistics.stages.validation.accuracy).toBeGreaterThan(0.7);
  expect(description).toBe('nightly [run:8c1f]');
  expect(last).toMatchObject({
    ...{ instance_type: 'cpu-1', exec_env: 'cloud', status_message: null },
    start_time: expect.stringMatching(/^\d{4}-.*\.\d{6}Z$/),
    completion_time: expect.stringMatching(/Z$/),
  });
  expect(last.id).toBe(last.training_job_id);
});

it('a list moves jobs, and so does the clock', async () => {
  await bench.startJob();
  const status = async () =>
    (await bench.api('GET', `${bench.training}/cars-fuel/jobs`)).json.entries[0].status;
  expect([await status(), await status(), await status()]).toEqual(['Pending', 'Pending', 'Active']);
  bench.sandbox.clock.step(3);
  expect(await status()).toBe('Complete');
});

it('the result of a job holds a model, its metrics, and the log if that was asked for', async () => {
  const path = await bench.startJob({ export_log: true });
  expect((await bench.api('GET', `${path}/result`)).status).toBe(404);
  const { id } = (await bench.finish(path)).json;
  const { uri } = (await bench.api('GET', `${path}/result`)).json.artifacts.complete;
  const files = await bench.unzip(uri);
  const names = ['metrics.json', 'model.json', 'predictions.csv', 'training.log'];
  expect(Object.keys(files).sort()).toEqual(names.map((name) => `${id}/${name}`));
  const about = JSON.parse(files[`${id}/model.json`] as string);
  expect(about).toMatchObject({ sandbox_target: 'Miles_per_Gallon', sandbox_training_rows: 406 });
  const { entries } = (await bench.api('GET', `${bench.training}/cars-fuel/models`)).json;
  const metrics = { acc: expect.any(Number), loss: expect.any(Number) };
  expect(entries[0]).toMatchObject({ training_job_id: id, exec_env: 'cloud', metrics });
});

describe('a job trains on what it names', () => {
  const upload = async (csv: string) => {
    const { id } = bench.platform.channel;
    const { json } = await bench.send('POST', `/channels/${id}/upload`, csv, { 'content-type': 'text/csv' });
    return `datalake://${id}/${json.file_id}`;
  };
  const about = async (body: Record<string, unknown>, name?: string) => {
    const path = await bench.startJob(body, name);
    const job = (await bench.finish(path)).json;
    if (job.status !== 'Complete') return job;
    const { json } = await bench.api('GET', `${path}/result`);
    const files = await bench.unzip(json.artifacts.complete.uri);
    return JSON.parse(files[`${job.id}/model.json`] as string);
  };

  it('the dataset of its version', async () => {
    expect(await about({}, 'penguins-species')).toMatchObject({
      ...{ sandbox_target: 'Species', sandbox_training_rows: 344 },
      sandbox_classes: ['Adelie', 'Chinstrap', 'Gentoo'],
    });
  });

  it('a file of the datalake', async () => {
    const uri = await upload(carsCsv.split('\r\n').slice(0, 101).join('\r\n'));
    const named = { datasets: { data: uri }, environment: { TARGET: 'Horsepower' } };
    expect(await about(named)).toMatchObject({
      ...{ sandbox_target: 'Horsepower', sandbox_target_type: 'regression', sandbox_training_rows: 100 },
    });
  });

  it('all items of a dataset', async () => {
    const dataset = bench.platform.datasets[0]?.id as string;
    const source = { data_uri: await upload(carsCsv), data_type: 'text/csv' };
    const body = { source_data: [source], attributes: {} };
    await bench.api('POST', `${bench.root}/datasets/${dataset}/items`, { body });
    expect((await about({})).sandbox_training_rows).toBe(812);
  });

  it.each([
    ['a file that is not there', () => ({ datasets: { data: 'datalake://1/2' } }), /nothing at datalake:/],
    ['a column that is not there', () => ({ environment: { TARGET: 'Price' } }), /no column Price/],
  ])('and fails over %s', async (_name, body, reason) => {
    const job = await about(body());
    expect(job).toMatchObject({ status: 'Failed', status_message: expect.stringMatching(reason) });
    expect(bench.sandbox.state().abeja.modelsCreated).toBe(0);
  });
});

it('a stop ends a job at once, and an ended job cannot be stopped', async () => {
  const path = await bench.startJob();
  const stopped = await bench.api('POST', `${path}/stop`, { body: {} });
  expect(stopped.json.message).toMatch(/^cars-fuel:\d+ stopped$/);
  const job = (await bench.api('GET', path)).json;
  expect([job.status, job.start_time, job.completion_time]).toEqual(['Stopped', null, expect.any(String)]);
  expect((await bench.api('POST', `${path}/stop`)).status).toBe(403);
  expect((await bench.api('GET', `${path}/result`)).status).toBe(404);
});

it('statistics are replaced as a whole, zeros and what is not finite among them', async () => {
  const path = await bench.startJob();
  const send = (statistics: unknown) => bench.api('POST', `${path}/statistics`, { body: { statistics } });
  const statistics = { epoch: 0, stages: { train: { loss: 0, accuracy: 'NaN', a_b: 'Infinity' } } };
  await send({ num_epochs: 5 });
  expect((await send(statistics)).json).toMatchObject({ training_job_id: expect.any(String), statistics });
  expect((await bench.finish(path)).json.statistics).toEqual(statistics);
  expect((await send('x')).status).toBe(400);
});

describe('a local job', () => {
  const start = async (body: Record<string, unknown> = {}) => {
    const path = `${bench.training}/cars-fuel/versions/1/jobs`;
    const { json } = await bench.api('POST', path, { body: { exec_env: 'local', ...body } });
    const headers = { authorization: `Bearer ${json.token}` };
    return { job: json, headers, path: `${bench.training}/cars-fuel/jobs/${json.id}` };
  };

  it('is driven by its client, with the token of the job', async () => {
    const { job, headers, path } = await start({ environment: { EPOCHS: '3' } });
    expect(job.environment).toEqual({ TARGET: 'Miles_per_Gallon', EPOCHS: '3' });
    const put = (status: string) => bench.api('PUT', `${path}/status`, { headers, body: { status } });
    expect((await put('Active')).json.status).toBe('Active');
    const logs = [{ message: 'line', timestamp: 1566529144938 }];
    expect((await bench.api('POST', `${path}/logs`, { headers, body: { logs } })).status).toBe(200);
    expect((await bench.api('POST', `${path}/logs`, { headers, body: { logs: [1] } })).status).toBe(400);
    for (let poll = 0; poll < 8; poll += 1) await bench.api('GET', path, { headers });
    expect((await put('Complete')).json.completion_time).toEqual(expect.any(String));
    const { uri } = (await bench.api('POST', `${path}/result`, { headers })).json;
    const bytes = Buffer.from('PK and so on');
    const sent = await fetch(uri, {
      ...{ method: 'PUT', body: bytes, headers: { 'content-type': 'application/zip' } },
    });
    expect(sent.status).toBe(200);
    const result = (await bench.api('GET', `${path}/result`)).json.artifacts.complete.uri;
    expect(await (await fetch(result)).text()).toBe('PK and so on');
    expect((await put('Failed')).status).toBe(400);
  });

  it('is the only thing that its token is good for', async () => {
    const { headers, path } = await start();
    const other = await bench.startJob();
    expect((await bench.api('GET', other, { headers })).status).toBe(403);
    expect((await bench.api('POST', `${path}/stop`, { headers })).status).toBe(403);
    const body = { status: 'Active' };
    expect((await bench.api('PUT', `${path}/status`, { body })).status).toBe(200);
    expect((await bench.api('PUT', `${other}/status`, { body })).status).toBe(400);
    expect((await bench.api('PUT', `${path}/status`, { body: { status: 'Odd' } })).status).toBe(400);
  });
});
