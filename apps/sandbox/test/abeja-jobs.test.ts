import { AbejaBench } from './abeja-bench.ts';

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
  expect(polls.map(({ status, statistics }) => [status, statistics?.epoch ?? null])).toEqual([
    ...[
      ['Pending', null],
      ['Pending', null],
    ],
    ...[
      ['Active', 1],
      ['Active', 2],
      ['Active', 3],
      ['Complete', 3],
    ],
  ]);
  const { statistics, description, ...last } = polls.at(-1) as (typeof polls)[number];
  expect(statistics).toMatchObject({ num_epochs: 3, progress_percentage: 1 });
  expect(statistics.stages.validation.accuracy).toBeGreaterThan(0.7);
  expect(description).toBe('nightly [run:8c1f]');
  expect(last).toMatchObject({ instance_type: 'cpu-1', exec_env: 'cloud', start_time: expect.any(String) });
  expect(last.id).toBe(last.training_job_id);
});

it('the result of a job holds a model, its metrics, and the log if that was asked for', async () => {
  const path = await bench.startJob({ export_log: true });
  expect((await bench.api('GET', `${path}/result`)).status).toBe(404);
  const { id } = (await bench.finish(path)).json;
  const { uri } = (await bench.api('GET', `${path}/result`)).json.artifacts.complete;
  const files = await bench.unzip(uri);
  expect(Object.keys(files).sort()).toEqual(
    ['metrics.json', 'model.json', 'predictions.csv', 'training.log'].map((name) => `${id}/${name}`),
  );
  expect(JSON.parse(files[`${id}/model.json`] as string)).toMatchObject({
    sandbox_target: 'Miles_per_Gallon',
  });
  const { entries } = (await bench.api('GET', `${bench.training}/cars-fuel/models`)).json;
  expect(entries[0]).toMatchObject({
    training_job_id: id,
    exec_env: 'cloud',
    metrics: { acc: expect.any(Number) },
  });
});
