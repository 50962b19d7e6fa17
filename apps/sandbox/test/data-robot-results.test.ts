import { dataRobotBadCell } from '../src/index.ts';
import { carsCsv, DataRobotBench, penguinsCsv } from './data-robot-bench.ts';

let bench: DataRobotBench;
beforeAll(async () => {
  bench = await DataRobotBench.start();
});
afterAll(() => bench.sandbox.close());
beforeEach(() => bench.sandbox.reset());

const scoreOf = (label: string, body: object = {}, csv = label === 'cars-fuel' ? carsCsv : penguinsCsv) =>
  bench.score(csv, { deploymentId: bench.deployment(label).id, ...body });
const columnsOf = async (label: string, body?: object) =>
  Object.keys((await scoreOf(label, body)).rows[0] ?? {});

describe('columns', () => {
  it.each([
    ['cars-fuel', ['Miles_per_Gallon_PREDICTION']],
    [
      'penguins-species',
      ['Adelie', 'Chinstrap', 'Gentoo']
        .map((name) => `Species_${name}_PREDICTION`)
        .concat('Species_PREDICTION'),
    ],
    [
      'penguins-sex',
      ['Sex_FEMALE_PREDICTION', 'Sex_MALE_PREDICTION', 'Sex_PREDICTION', 'THRESHOLD', 'POSITIVE_CLASS'],
    ],
  ])('of %s', async (label, columns) => {
    expect(await columnsOf(label)).toEqual(columns);
  });

  it('follow the options', async () => {
    expect(await columnsOf('penguins-sex', { includeProbabilities: false })).toEqual([
      ...['Sex_PREDICTION', 'THRESHOLD', 'POSITIVE_CLASS'],
    ]);
    expect(await columnsOf('penguins-species', { includeProbabilitiesClasses: ['Gentoo'] })).toEqual([
      ...['Species_Gentoo_PREDICTION', 'Species_PREDICTION'],
    ]);
    const columns = await columnsOf('cars-fuel', {
      includePredictionStatus: true,
      passthroughColumns: ['Name', 'Year'],
      maxExplanations: 1,
      columnNamesRemapping: { Name: 'Car', EXPLANATION_1_ACTUAL_VALUE: null },
    });
    expect(columns).toEqual([
      'Miles_per_Gallon_PREDICTION',
      ...['EXPLANATION_1_FEATURE_NAME', 'EXPLANATION_1_STRENGTH', 'EXPLANATION_1_QUALITATIVE_STRENGTH'],
      'prediction_status',
      ...['Car', 'Year'],
    ]);
    const all = { passthroughColumnsSet: 'all', passthroughColumns: ['Name'] };
    expect((await columnsOf('penguins-species', all)).slice(4)).toEqual(
      bench.deployment('penguins-species').columns,
    );
  });

  it('that the data lack abort the job', async () => {
    const { job, status } = await scoreOf('cars-fuel', { passthroughColumns: ['Nmae'] });
    expect([job.status, status]).toEqual(['ABORTED', 422]);
    expect(job.statusDetails).toMatch(
      /passthroughColumns do not match columns, columns expected but not found: \['Nmae'\]/,
    );
    expect((await scoreOf('cars-fuel', {}, penguinsCsv)).job.statusDetails).toMatch(
      /none of the model's columns/,
    );
  });
});

describe('values', () => {
  it('are true: probabilities add up, and mostly hit', async () => {
    const { rows } = await scoreOf('penguins-species', { passthroughColumns: ['Species'] });
    for (const row of rows) {
      const shares = ['Adelie', 'Chinstrap', 'Gentoo'].map((name) =>
        Number(row[`Species_${name}_PREDICTION`]),
      );
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 4);
    }
    const hits = rows.filter((row) => row.Species === row.Species_PREDICTION).length;
    expect(hits / rows.length).toBeGreaterThan(0.95);
  });

  it('follow the threshold', async () => {
    const { rows } = await scoreOf('penguins-sex', { predictionThreshold: 0.9 });
    expect(rows[0]).toMatchObject({ THRESHOLD: '0.9', POSITIVE_CLASS: 'FEMALE' });
    for (const row of rows) {
      expect(row.Sex_PREDICTION).toBe(Number(row.Sex_FEMALE_PREDICTION) >= 0.9 ? 'FEMALE' : 'MALE');
    }
  });

  it('are explained, strongest first, where it was asked', async () => {
    const { rows } = await scoreOf('cars-fuel', {
      maxExplanations: 3,
      thresholdHigh: 30,
      passthroughColumnsSet: 'all',
    });
    for (const row of rows) {
      const strengths = [1, 2, 3].map((n) => Math.abs(Number(row[`EXPLANATION_${n}_STRENGTH`])));
      expect(strengths).toEqual([...strengths].sort((a, b) => b - a));
      const isHigh = Number(row.Miles_per_Gallon_PREDICTION) > 30;
      expect(row.EXPLANATION_1_FEATURE_NAME !== '').toBe(isHigh);
      if (!isHigh) continue;
      expect(row.EXPLANATION_1_ACTUAL_VALUE).toBe(row[row.EXPLANATION_1_FEATURE_NAME ?? '']);
      expect(row.EXPLANATION_1_QUALITATIVE_STRENGTH).toMatch(/^(\++|-+)$/);
    }
  });

  it('come in the order of the data', async () => {
    const { rows } = await scoreOf('cars-fuel', { passthroughColumns: ['Name'] });
    const names = (await scoreOf('cars-fuel', { passthroughColumnsSet: 'all' })).rows.map(({ Name }) => Name);
    expect(rows.map(({ Name }) => Name)).toEqual(names);
    expect(names.slice(0, 2)).toEqual(['chevrolet chevelle malibu', 'buick skylark 320']);
  });
});

describe('rows that fail', () => {
  const [header = '', ...lines] = carsCsv.trimEnd().split('\r\n');
  const bad = lines[0]?.replace(/^[^,]*/, dataRobotBadCell) ?? '';
  const csv = (count: number) => [header, ...Array<string>(count).fill(bad), ...lines.slice(0, 5)].join('\n');

  it('do so alone, and say why', async () => {
    const ragged = `${csv(1)}\nonly,three,cells\na "quote" too many,1,2\n`;
    const { job, rows } = await bench.score(ragged, { includePredictionStatus: true });
    expect(job).toMatchObject({ status: 'COMPLETED', scoredRows: 5, failedRows: 3 });
    expect(rows.map(({ prediction_status: status }) => status)).toEqual([
      'sandbox: sandbox-bad-row cannot be scored',
      ...Array(5).fill('OK'),
      'sandbox: 3 values where the header has 9',
      'sandbox: 0 values where the header has 9',
    ]);
    expect(rows[0]?.Miles_per_Gallon_PREDICTION).toBe('');
  });

  it('are left out without a status', async () => {
    const { job, rows } = await bench.score(csv(2));
    expect([job.failedRows, rows.length]).toEqual([2, 5]);
  });

  it('abort the job when they are too many, unless that was switched off', async () => {
    expect((await bench.score(csv(99))).job.status).toBe('COMPLETED');
    const { job, status } = await bench.score(csv(100));
    expect([job.status, job.statusDetails, status]).toEqual([
      'ABORTED',
      expect.stringMatching(/Too many errors: 100 rows/),
      422,
    ]);
    expect((await bench.score(csv(100), { abortOnError: false })).job.status).toBe('COMPLETED');
  });

  it('stand in for the rows beyond when no row was scored', async () => {
    const many = [header, ...Array<string>(60_000).fill(bad)].join('\n');
    const { job, rows } = await bench.score(many, { abortOnError: false, includePredictionStatus: true });
    expect([job.scoredRows, job.failedRows, rows.length]).toEqual([0, 60_000, 60_000]);
  });
});

it('can be read twice, and by any Accept that allows it', async () => {
  const { id, text } = await scoreOf('cars-fuel');
  expect((await bench.download(id)).text).toBe(text);
  expect((await bench.download(id, { accept: 'text/csv' })).status).toBe(200);
  expect((await bench.download(id, { accept: 'application/json' })).status).toBe(406);
  expect((await bench.download(id, { range: 'bytes=10-' })).status).toBe(200);
  expect((await bench.download('none')).status).toBe(404);
});

it('a reader who goes away stops nothing', async () => {
  const id = await bench.create({ intakeSettings: { type: 'localFile', multipart: true } });
  await bench.put(`${id}/csvUpload/part/0/`, carsCsv);
  await bench.status(id);
  await bench.status(id);
  const client = new AbortController();
  const answer = await fetch(`${bench.platform.endpoint}/batchPredictions/${id}/download/`, {
    headers: { authorization: bench.authorization },
    signal: client.signal,
  });
  expect((await answer.body?.getReader().read())?.value?.length).toBeGreaterThan(10);
  client.abort();
  expect((await bench.api('POST', `/batchPredictions/${id}/csvUpload/finalizeMultipart/`)).status).toBe(202);
  expect((await bench.finish(id)).json.status).toBe('COMPLETED');
});
