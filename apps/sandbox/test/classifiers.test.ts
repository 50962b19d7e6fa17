import { Bench, call, output } from './client.ts';
import type { Call } from './client.ts';

let bench: Bench;
let key: string;
beforeEach(async () => {
  bench = await Bench.start();
  key = bench.region.credentials.deployKey;
});
afterEach(() => bench.sandbox.close());

const rules = [{ source: '0.0.0.0/0', order: 'allow', priority: 0 }];
const enable = (...names: string[]) => bench.sandbox.variants.change({ enable: names });
const list = async () =>
  (await bench.manage('GET', '/classifiers', { key })).json.classifiers as Record<string, unknown>[];
const cars = async () => (await list()).find(({ classifier_id: id }) => id === bench.cars.classifierId);
const patch = (body: Call['body']) =>
  bench.manage('PATCH', `/classifiers/${bench.cars.classifierId}`, { key, body });
const remove = () => bench.manage('DELETE', `/classifiers/${bench.cars.classifierId}`, { key });
const create = (body: Call['body']) => bench.manage('POST', '/classifiers', { key, body });

describe('prediction APIs', () => {
  it('lists the preset ones as documented', async () => {
    expect(await cars()).toEqual({
      classifier_id: bench.cars.classifierId,
      model_id: bench.cars.modelId,
      status: 'running',
      api_key: bench.cars.predictionKey,
      version: '1',
      url: bench.cars.inferenceUrl,
      active: true,
      is_editable: true,
      create_datetime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      update_datetime: expect.any(String),
      rules,
    });
  });

  it('stops, starts again, and is deleted only when stopped', async () => {
    expect((await remove()).json.message).toBe('sandbox: the prediction API is running; stop it first.');
    expect((await patch({ active: false })).json.classifier).toMatchObject({
      status: 'terminating',
      active: false,
    });
    expect((await bench.score()).json).toEqual({
      code: '5031030101',
      error: 'SERVICE_UNAVAILABLE_ERROR',
      message: 'status is not running (status: stopped)',
    });
    await list();
    expect((await cars())?.status).toBe('terminated');
    expect((await patch({ active: true })).json.classifier.status).toBe('building');
    for (let polls = 0; polls < 3; polls += 1) await list();
    expect((await bench.score()).status).toBe(200);
    await patch({ active: false });
    bench.sandbox.clock.step(2);
    expect(await remove()).toMatchObject({ status: 200, text: '' });
    expect((await bench.score()).json).toMatchObject({ code: '4001030101', error: 'NOT_FOUND_CLASSIFIER' });
    expect((await remove()).json.message).toBe('Not found classifier.');
  });

  it('lets in whom the rules let in', async () => {
    const mixed = [
      { source: '127.0.0.1', order: 'deny', priority: 1 },
      { source: '127.0.0.0/8', order: 'allow', priority: 5 },
    ];
    expect((await patch({ rules: mixed })).status).toBe(200);
    expect((await bench.score()).json).toEqual({
      code: '4031030201',
      error: 'ACCESS_DENIED',
      message: 'Not allowed source ip',
    });
    enable('rules-high-first');
    expect((await bench.score()).status).toBe(200);
    await patch({ rules: [{ source: '10.0.0.0/8', order: 'allow', priority: 0 }] });
    expect((await bench.score()).status).toBe(403);
  });

  it.each([
    ['no body', undefined, 'sandbox: model_id must be an integer.'],
    ['a text as id', { model_id: '1', rules }, 'sandbox: model_id must be an integer.'],
    ['no rules', { model_id: 1 }, 'sandbox: rules must be a list.'],
    [
      'a source that is none',
      { model_id: 1, rules: [{ ...rules[0], source: 'everyone' }] },
      /^sandbox: source/,
    ],
    ['an order that is none', { model_id: 1, rules: [{ ...rules[0], order: 'maybe' }] }, /^sandbox: order/],
    [
      'a priority that is none',
      { model_id: 1, rules: [{ ...rules[0], priority: 'x' }] },
      /^sandbox: priority/,
    ],
    ['a model that is not there', { model_id: 1, rules }, 'This model may be deleted.'],
  ])('refuses to create with %s', async (_name, body, message) => {
    const answer = await create(body);
    expect([answer.status, answer.json.message]).toEqual([400, expect.stringMatching(message)]);
  });

  it('keeps a locked one running', async () => {
    expect((await patch({ is_editable: false })).status).toBe(200);
    expect((await patch({ active: false })).json.message).toBe(
      'sandbox: a locked prediction API cannot be stopped.',
    );
    expect((await patch({ active: 'no' })).json.message).toBe('sandbox: active must be true or false.');
  });

  it('keeps a model that is in use', async () => {
    const { trainKey } = bench.region.credentials;
    const drop = (id: number) => bench.manage('DELETE', `/models/${id}`, { key: trainKey });
    expect((await drop(bench.cars.modelId)).json.message).toBe('sandbox: a prediction API uses the model.');
    const unused = bench.region.unpublished[0]?.modelId as number;
    expect(await drop(unused)).toMatchObject({ status: 200, text: '' });
    expect((await drop(unused)).json.message).toBe('This model may be deleted.');
    enable('delete-model-cascades', 'delete-204');
    expect((await drop(bench.cars.modelId)).status).toBe(204);
    expect(await cars()).toBeUndefined();
  });

  describe('variants', () => {
    const created = async () => {
      const { json } = await create({ model_id: bench.cars.modelId, rules });
      return async () => (await list()).find(({ classifier_id: id }) => id === json.classifier_id);
    };

    it('url-late', async () => {
      enable('url-late');
      const look = await created();
      const seen = [];
      for (let polls = 0; polls < 6; polls += 1) seen.push(await look());
      expect(seen.map((each) => [each?.status, each?.url !== null])).toEqual([
        ['building', false],
        ['building', false],
        ['running', false],
        ['running', false],
        ['running', true],
        ['running', true],
      ]);
    });

    it('classifier-build-fails', async () => {
      enable('classifier-build-fails');
      const look = await created();
      bench.sandbox.clock.step(3);
      expect(await look()).toMatchObject({ status: 'failed', url: null });
    });

    it('no-api-option', async () => {
      enable('no-api-option');
      expect((await create({ model_id: bench.cars.modelId, rules })).json.message).toMatch(
        /no prediction API option/,
      );
    });

    it('inference-says-stopped', async () => {
      enable('inference-says-stopped');
      expect([
        (await bench.score()).status,
        (await bench.score()).status,
        (await bench.score()).status,
      ]).toEqual([503, 503, 200]);
    });

    it('patch-requires-all', async () => {
      enable('patch-requires-all');
      expect((await patch({ active: true })).json.message).toMatch(/all required/);
      expect((await patch({ active: true, rules, is_editable: true })).status).toBe(200);
    });

    it('is-editable-means-locked', async () => {
      await bench.sandbox.close();
      bench = await Bench.start({ variants: ['is-editable-means-locked'] });
      expect((await cars())?.is_editable).toBe(false);
      await patch({ is_editable: true });
      expect((await patch({ active: false })).status).toBe(400);
    });

    it('delete-running-allowed and delete-json', async () => {
      enable('delete-running-allowed', 'delete-json');
      expect(await remove()).toMatchObject({ status: 200, json: { metadata: {} } });
    });

    it('order-oldest-first', async () => {
      const newest = (await list())[0]?.classifier_id;
      enable('order-oldest-first');
      expect((await list()).at(-1)?.classifier_id).toBe(newest);
    });
  });
});

describe('scoring', () => {
  it('gives reasons first when asked, and shapes the output as asked', async () => {
    const answer = await bench.score({}, { ar: true, ad: true, nr: false, pc: 'Origin' });
    expect(answer.json.outputs.map(({ name }: { name: string }) => name)).toEqual([
      'prediction_analysis.csv',
      'prediction_valid.csv',
    ]);
    expect(output(answer).split('\r\n')[0]).toBe(
      'Origin,sandbox_row,Name,Cylinders,Displacement,Horsepower,Weight_in_lbs,Acceleration,Year,sandbox_prediction',
    );
    const reasons = output(answer, 'prediction_analysis.csv').split('\r\n');
    expect(reasons[0]).toBe('sandbox_row,sandbox_column,sandbox_value,sandbox_contribution');
    expect(reasons.slice(1, -1).length).toBeGreaterThan(4);
  });

  it('gives classes with probabilities, without the label when asked', async () => {
    const penguins = bench.region.published[1]!;
    expect(output(await bench.score({}, {}, penguins))).toMatch(
      /^sandbox_label,sandbox_probability_Adelie,.*\r\nAdelie,/,
    );
    expect(output(await bench.score({}, { nc: true }, penguins))).toMatch(/^sandbox_probability_Adelie/);
  });

  it.each([
    ['no body', () => undefined],
    ['no inputs', () => ({})],
    ['a missing flag', () => ({ inputs: [{ name: 'pr', type: 'csv', data: 'YQox' }] })],
    ['two rows', () => bodyOf('a,b\n1,2\n3,4\n')],
    ['columns that the model never saw', () => bodyOf('a,b\n1,2\n')],
    ['no row', () => bodyOf('a,b\n')],
    ['a wrong width', () => bodyOf('a,b\n1\n')],
    ['base64 that is none', () => bodyOf('', '!')],
    [
      'a leftmost column that is not there',
      () => ({ inputs: [...bodyOf('a\n1\n').inputs, { name: 'pc', type: 'string', data: 'b' }] }),
    ],
  ])('refuses %s', async (_name, body) => {
    const answer = await call('POST', bench.cars.inferenceUrl, {
      key: bench.cars.predictionKey,
      body: body(),
    });
    expect(answer).toMatchObject({
      status: 400,
      json: { code: '4001030104', error: 'BAD_REQUEST', message: 'Invalid request (schema)' },
    });
  });

  it('refuses other keys and other addresses', async () => {
    const other = bench.region.published[1]!;
    const ask = async (url: string, predictionKey?: string) =>
      (await call('POST', url, { key: predictionKey, body: {} })).json;
    expect(await ask(bench.cars.inferenceUrl)).toMatchObject({
      code: '4031030201',
      message: 'Invalid API key',
    });
    expect(await ask(bench.cars.inferenceUrl, bench.region.credentials.trainKey)).toMatchObject({
      message: 'Invalid API key',
    });
    expect(await ask(bench.cars.inferenceUrl, other.predictionKey)).toMatchObject({
      message: 'Invalid API key',
    });
    const url = bench.cars.inferenceUrl.replace(bench.cars.classifierId, 'c-none');
    expect(await ask(url, bench.cars.predictionKey)).toMatchObject({
      code: '4031030201',
      message: 'Invalid classifier id',
    });
  });

  it('multi-row-accepted, trial-exhausted, csv-bom, csv-shift-jis', async () => {
    enable('multi-row-accepted');
    const body = bodyOf('Origin,Weight_in_lbs\nUSA,4000\nJapan,2000\n');
    const both = await call('POST', bench.cars.inferenceUrl, { key: bench.cars.predictionKey, body });
    expect(output(both).trim().split('\r\n')).toHaveLength(3);
    enable('csv-bom');
    expect(output(await bench.score())).toMatch(/^\ufeffsandbox_prediction/);
    enable('csv-shift-jis');
    const answer = await bench.score({ Name: '日本車' }, { pc: 'Name' });
    const bytes = Buffer.from(answer.json.outputs[0].data, 'base64');
    expect(new TextDecoder('shift_jis').decode(bytes)).toMatch(/^Name,sandbox_prediction\r\n日本車,/);
    enable('trial-exhausted');
    expect((await bench.score()).json).toMatchObject({ code: '4031030201', error: 'ACCESS_DENIED' });
  });
});

function bodyOf(csv: string, data = Buffer.from(csv).toString('base64')) {
  const flags = ['ar', 'ad', 'nc'].map((name) => ({ name, type: 'boolean', data: false }) as object);
  return { inputs: [{ name: 'pr', type: 'csv', data }, ...flags] };
}
