import { carsCsv, DataRobotBench, penguinsCsv } from './data-robot-bench.ts';

let bench: DataRobotBench;
beforeAll(async () => {
  bench = await DataRobotBench.start();
});
afterAll(() => bench.sandbox.close());
beforeEach(() => bench.sandbox.reset());

const state = () => bench.sandbox.state().dataRobot;

it('scores a file from the first call to the last', async () => {
  const { job, rows, id } = await bench.score(carsCsv, { passthroughColumnsSet: 'all' });
  expect(job).toMatchObject({
    status: 'COMPLETED',
    scoredRows: 406,
    failedRows: 0,
    jobIntakeSize: carsCsv.length,
  });
  expect(rows).toHaveLength(406);
  const errors = rows
    .filter((row) => row.Miles_per_Gallon !== '')
    .map((row) => Math.abs(Number(row.Miles_per_Gallon) - Number(row.Miles_per_Gallon_PREDICTION)));
  expect(errors.reduce((sum, error) => sum + error, 0) / errors.length).toBeLessThan(3);
  expect(state()).toMatchObject({
    jobsCreated: 1,
    jobsOpen: 0,
    batchJobs: [{ id, state: 'COMPLETED', uploads: [{ bytes: carsCsv.length, rows: 406 }], downloads: 1 }],
  });
});

it('moves a job with each poll', async () => {
  const id = await bench.create();
  expect((await bench.status(id)).json).toMatchObject({ status: 'INITIALIZING', queued: false });
  await bench.upload(id, carsCsv);
  const seen = [];
  for (let polls = 0; polls < 3; polls += 1) seen.push((await bench.status(id)).json.status);
  expect(seen).toEqual(['INITIALIZING', 'RUNNING', 'COMPLETED']);
});
