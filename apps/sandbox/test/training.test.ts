import { unzipSync } from './unzip.ts';
import { presetCsv } from '../src/index.ts';
import type { PublishedModel } from '../src/index.ts';
import { Bench, call, output, put } from './client.ts';

let bench: Bench;
let trainKey: string;
let deployKey: string;
beforeEach(async () => {
  bench = await Bench.start();
  ({ trainKey, deployKey } = bench.region.credentials);
});
afterEach(() => bench.sandbox.close());

const csv = presetCsv('penguins.json');
const columnInfo = [
  '\ufeffcolumn_name,column_type',
  ...['Species', 'Island', 'Sex'].map((name) => `${name},string`),
  ...['Beak Length (mm)', 'Beak Depth (mm)', 'Flipper Length (mm)', 'Body Mass (g)'].map(
    (name) => `${name},float`,
  ),
].join('\r\n');
const config = { tc: 'Sex', tt: 'binary_classification', tv: 'MALE', cv: '2' };

async function upload(
  files: { readonly csv?: string; readonly evaluation?: string; readonly info?: string } = {},
): Promise<string> {
  const { json } = await bench.manage('GET', '/data-sets/upload-url?extension=csv', { key: trainKey });
  expect((await put(json.learn_data_set_upload_url, files.csv ?? csv)).status).toBe(200);
  expect((await put(json.column_info_upload_url, files.info ?? columnInfo)).status).toBe(200);
  if (files.evaluation !== undefined) await put(json.eval_data_set_upload_url, files.evaluation);
  return json.external_process_id;
}

const train = (id: string, name = 'penguins-2026', more: Record<string, unknown> = config) =>
  bench.manage('POST', '/models', { key: trainKey, body: { external_process_id: id, name, config: more } });

async function finish(id: string) {
  for (let polls = 0; ; polls += 1) {
    const answer = await bench.manage('GET', `/models/results?external_process_id=${id}`, { key: trainKey });
    if (answer.status !== 200 || /^finished|failed/.test(answer.json.status) || polls > 20) return answer;
  }
}

const models = async () =>
  (await bench.manage('GET', '/models', { key: trainKey })).json.models as Record<string, unknown>[];
const classifiers = async () =>
  (await bench.manage('GET', '/classifiers', { key: deployKey })).json.classifiers as Record<
    string,
    unknown
  >[];

describe('training from scratch', () => {
  it('goes from upload over training and publishing to a prediction', async () => {
    const id = await upload();
    expect((await train(id)).json).toEqual({ external_process_id: id });
    expect(
      (await bench.manage('GET', `/models/results?external_process_id=${id}`, { key: trainKey })).json.status,
    ).toBe('sandbox_waiting');
    expect((await models()).map(({ name }) => name)).not.toContain('penguins-2026');
    const end = (await finish(id)).json;
    expect(end).toMatchObject({ status: 'finished', result_url: expect.stringContaining('/download/') });
    const files = unzipSync(Buffer.from(await (await fetch(end.result_url)).arrayBuffer()));
    const report = JSON.parse(files['sandbox_report.json'] ?? '');
    expect(report).toMatchObject({
      sandbox_evaluated_on: 'cross_validation',
      sandbox_target: 'Sex',
      sandbox_training_rows: 344,
    });
    expect(report.sandbox_metrics.sandbox_accuracy).toBeGreaterThan(0.85);

    const [model] = await models();
    expect(model).toMatchObject({
      name: 'penguins-2026',
      target_type: 'binary_classification',
      config,
      is_api_option: true,
    });
    const rules = [{ source: '127.0.0.0/8', order: 'allow', priority: 0 }];
    const created = (
      await bench.manage('POST', '/classifiers', {
        key: deployKey,
        body: { model_id: model?.model_id, rules },
      })
    ).json;
    expect(created).toMatchObject({
      classifier_id: expect.any(String),
      api_key: expect.any(String),
      version: '1',
    });

    const seen: unknown[] = [];
    for (let polls = 0; polls < 3; polls += 1) seen.push((await classifiers())[0]);
    expect(seen).toMatchObject([
      { status: 'building', url: null },
      { status: 'building', url: null },
      {
        status: 'running',
        url: expect.stringContaining(created.classifier_id),
        model_id: model?.model_id,
        rules,
      },
    ]);
    const penguins = bench.region.published[1] as PublishedModel;
    const answer = await bench.score(
      {},
      {},
      {
        ...penguins,
        inferenceUrl: (seen[2] as { url: string }).url,
        predictionKey: created.api_key,
        sampleRow: {
          Island: 'Biscoe',
          'Beak Length (mm)': '50',
          'Beak Depth (mm)': '16',
          'Body Mass (g)': '5700',
        },
      },
    );
    expect(output(answer)).toMatch(
      /^sandbox_label,sandbox_probability_FEMALE,sandbox_probability_MALE\r\nMALE,/,
    );
  });

  it('measures on the evaluation file when there is one', async () => {
    const evaluation = [...csv.split('\r\n').slice(0, 41), ''].join('\r\n');
    const id = await upload({ evaluation });
    await train(id);
    const files = unzipSync(
      Buffer.from(await (await fetch((await finish(id)).json.result_url)).arrayBuffer()),
    );
    const report = JSON.parse(files['sandbox_report.json'] ?? '');
    expect(report).toMatchObject({ sandbox_evaluated_on: 'evaluation_file', sandbox_evaluation_rows: 40 });
  });

  it('describes the columns after a poll, and lists the file as a data set', async () => {
    const id = await upload();
    const path = `/data-sets/column-info?external_process_id=${id}`;
    expect((await bench.manage('GET', path, { key: trainKey })).json.message).toBe(
      'sandbox: the column info is not ready.',
    );
    const { json } = await bench.manage('GET', path, { key: trainKey });
    expect(json.trainingdata_row_count).toBe(344);
    expect(json.training_data_columns[5]).toMatchObject({
      name: 'Body Mass (g)',
      missing_count: 2,
      numerical_value: [{ min_value: 2700, max_value: 6300 }],
    });
    const sets = (await bench.manage('GET', '/data-sets?limit=1', { key: trainKey })).json;
    expect(sets).toMatchObject({
      data_sets: [{ extension: 'csv', column_count: 7, data_count: 344 }],
      metadata: { total: 3, limit: 1 },
    });
    expect(await (await fetch(sets.data_sets[0].download_url)).text()).toBe(csv);
    expect(
      await bench.manage('DELETE', `/data-sets/${sets.data_sets[0].data_set_id}`, { key: trainKey }),
    ).toMatchObject({ status: 200, text: '' });
    expect((await bench.manage('GET', '/data-sets', { key: trainKey })).json.metadata.total).toBe(2);
  });

  it.each([
    ['no config', undefined, 'sandbox: config is missing.'],
    ['no target', { tt: 'regression' }, 'sandbox: tc is missing.'],
    ['an unknown task', { tc: 'Sex', tt: 'clustering' }, /^sandbox: tt must be/],
    ['no positive value', { tc: 'Sex', tt: 'binary_classification' }, /^sandbox: tv is required/],
    ['a positive value for regression', { tc: 'Sex', tt: 'regression', tv: '1' }, /^sandbox: tv is required/],
    ['a broken fold count', { ...config, cv: 'many' }, 'sandbox: cv must be an integer.'],
    ['an unknown field', { ...config, colour: 1 }, 'sandbox: config has unknown fields: colour.'],
    [
      'time series without a time column',
      { tc: 'Sex', tt: 'regression', tsm: true },
      'sandbox: tsm requires tsc.',
    ],
    [
      'imbalance for regression',
      { tc: 'Sex', tt: 'regression', im: true },
      'sandbox: im is for classification only.',
    ],
  ])('refuses %s', async (_name, wrong, message) => {
    const answer = await bench.manage('POST', '/models', {
      key: trainKey,
      body: { external_process_id: await upload(), name: 'x', config: wrong },
    });
    expect(answer.status).toBe(400);
    expect(answer.json.message).toMatch(message);
  });

  it('refuses to train before the files are there, twice, or for an unknown id', async () => {
    const { json } = await bench.manage('GET', '/data-sets/upload-url?extension=csv', { key: trainKey });
    expect((await train(json.external_process_id)).json.message).toBe(
      'sandbox: the learn file is not uploaded.',
    );
    const id = await upload();
    await train(id);
    expect((await train(id)).json.message).toBe('sandbox: the training has started already.');
    expect((await train('none')).json.message).toBe('sandbox: there is no such external_process_id.');
    expect((await finish('none')).status).toBe(400);
    expect(bench.sandbox.state().predictionOne.japan.trainingsStarted).toBe(1);
  });

  it.each([
    ['the target is missing', { csv: 'a,b\n1,2\n3,4\n5,6\n7,8\n' }, /no column "Sex"/],
    ['a type is unknown', { info: 'column_name,column_type\nSex,colour\n' }, /unknown type "colour"/],
  ])('fails when %s', async (_name, files, message) => {
    const id = await upload(files);
    await train(id);
    expect((await finish(id)).json).toMatchObject({
      status: 'sandbox_failed',
      sandbox_message: expect.stringMatching(message),
    });
  });

  describe('variants', () => {
    const enable = (...names: string[]) => bench.sandbox.variants.change({ enable: names });

    it('train-returns-new-id', async () => {
      enable('train-returns-new-id');
      const id = await upload();
      const fresh = (await train(id)).json.external_process_id;
      expect(fresh).not.toBe(id);
      expect((await finish(id)).status).toBe(400);
      expect((await finish(fresh)).json.status).toBe('finished');
    });

    it('model-appears-late', async () => {
      enable('model-appears-late');
      const id = await upload();
      await train(id);
      await finish(id);
      const counts = [(await models()).length, (await models()).length, (await models()).length];
      expect(counts).toEqual([3, 3, 4]);
    });

    it('duplicate-model-names', async () => {
      enable('duplicate-model-names');
      const id = await upload();
      await train(id);
      await finish(id);
      const same = (await models()).filter(({ name }) => name === 'penguins-2026');
      expect(same).toHaveLength(2);
      const real = bench.sandbox.state().predictionOne.japan.trainings[0]?.modelId;
      expect(same[0]?.model_id).toBe(real);
    });

    it('column-info-late', async () => {
      enable('column-info-late');
      const id = await upload();
      const statuses = [];
      for (let poll = 0; poll < 6; poll += 1) {
        statuses.push(
          (await bench.manage('GET', `/data-sets/column-info?external_process_id=${id}`, { key: trainKey }))
            .status,
        );
      }
      expect(statuses).toEqual([400, 400, 400, 400, 400, 200]);
    });

    it('tsine-string-only and config-strings-only', async () => {
      const series = {
        tc: 'Body Mass (g)',
        tt: 'regression',
        tsm: true,
        tsc: 'Year',
        tsf: 1,
        tst: 2,
        tsine: ['Island'],
      };
      enable('tsine-string-only');
      expect((await train(await upload(), 'x', series)).json.message).toBe(
        'sandbox: tsine must be a string.',
      );
      bench.sandbox.variants.change({ enable: ['config-strings-only'], disable: ['tsine-string-only'] });
      expect((await train(await upload(), 'x', series)).json.message).toBe('sandbox: tsf must be a string.');
      expect((await train(await upload(), 'x', { ...series, tsf: '1', tst: '2' })).status).toBe(200);
    });

    it('finished-without-url and stuck-job', async () => {
      enable('finished-without-url');
      const id = await upload();
      await train(id);
      expect((await finish(id)).json).not.toHaveProperty('result_url');
      enable('stuck-job');
      expect((await finish(id)).json.status).toBe('sandbox_running');
    });
  });
});

it('refuses a file type it does not know', async () => {
  const answer = await call(
    'GET',
    `${bench.region.managementBaseUrl}/v1/external/data-sets/upload-url?extension=xlsx`,
    { key: trainKey },
  );
  expect(answer.json.message).toBe('sandbox: extension must be csv or tsv.');
});
