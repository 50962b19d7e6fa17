import { readdirSync } from 'node:fs';
import { unzipSync } from './unzip.ts';
import { predictionOneVariants, presetCsv } from '../src/index.ts';
import { Bench, call, put } from './client.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.start();
});
afterAll(() => bench.sandbox.close());
beforeEach(() => bench.sandbox.reset());

const csv = presetCsv('cars.json');
const withoutTarget = csv.replaceAll('Miles_per_Gallon', 'Other');
const enable = (...names: string[]) => bench.sandbox.variants.change({ enable: names });
const turnOver = (id: string) =>
  bench.manage('PUT', `/retrain_jobs/${id}/update_model`, { key: bench.cars.retrainKey });
const apiKey = (query: string) =>
  bench.manage('GET', `/api-key?${query}`, { key: bench.region.credentials.secretKey });
const retrainKeyQuery = () => `credential_type=retrain&model_id=${bench.cars.modelId}`;
const jobs = () => bench.sandbox.state().predictionOne.japan.retrainJobs;
const cars = async () => {
  const { json } = await bench.manage('GET', '/classifiers', { key: bench.region.credentials.deployKey });
  return json.classifiers.find(
    (each: { classifier_id: string }) => each.classifier_id === bench.cars.classifierId,
  );
};

describe('Q1: status names and failed jobs', () => {
  it('default: 200 with sandbox_failed and a message', async () => {
    const { end } = await bench.retrain(withoutTarget);
    expect(end).toMatchObject({
      status: 200,
      json: { status: 'sandbox_failed', message: 'There is no column "Miles_per_Gallon".' },
    });
    expect(end.json).not.toHaveProperty('download_url');
  });

  it('odd-status-names', async () => {
    enable('odd-status-names');
    const { id, url } = await bench.issue();
    await put(url, csv);
    const seen = [];
    for (let polls = 0; polls < 3; polls += 1) seen.push((await bench.status(id)).json.status);
    expect(seen).toEqual(['処理中', 'Phase 2/3', 'job_finished']);
  });

  it('failed-job-as-error', async () => {
    enable('failed-job-as-error');
    const { end } = await bench.retrain(withoutTarget);
    expect(end).toMatchObject({ status: 400, json: { message: 'This job may be deleted.' } });
  });

  it('failed-without-message', async () => {
    enable('failed-without-message');
    expect((await bench.retrain(withoutTarget)).end.json).toMatchObject({
      status: 'sandbox_failed',
      message: '',
    });
  });

  it('stuck-job', async () => {
    enable('stuck-job');
    expect((await bench.retrain(csv)).end.json.status).toBe('sandbox_running');
  });

  it('finished-without-url', async () => {
    enable('finished-without-url');
    const { end } = await bench.retrain(csv);
    expect(end.json.status).toBe('job_finished');
    expect(end.json).not.toHaveProperty('download_url');
  });
});

describe('Q2: the form of errors', () => {
  const wrong = () => bench.status('none');
  const error = 'PREDA_EXTERNAL_BAD_REQUEST';
  const message = 'Not found retrain job.';
  const none = 'application/json; charset=utf-8';

  it.each([
    ['', 400, JSON.stringify({ code: '4001000204', error, message }), none],
    ['error-code-number', 400, JSON.stringify({ code: 4001000204, error, message }), none],
    ['error-nested', 400, JSON.stringify({ error: { code: '4001000204', error, message } }), none],
    ['error-status-200', 200, JSON.stringify({ code: '4001000204', error, message }), none],
    ['error-gateway', 403, '{"message":"Forbidden"}', none],
    [
      'error-html',
      400,
      `<html><head><title>400</title></head><body><h1>${message}</h1></body></html>`,
      'text/html; charset=utf-8',
    ],
    ['error-empty', 400, '', none],
  ])('%s', async (variant, status, text, type) => {
    if (variant !== '') enable(variant);
    const answer = await wrong();
    expect([answer.status, answer.text, answer.headers.get('content-type')]).toEqual([status, text, type]);
  });
});

describe('Q3: success statuses', () => {
  it.each([
    ['created-201', 201],
    ['accepted-202', 202],
  ])('%s', async (variant, status) => {
    enable(variant);
    expect((await apiKey(retrainKeyQuery())).status).toBe(status);
    expect((await bench.score()).status).toBe(status);
  });
});

describe('Q4: second uploads and unused jobs', () => {
  it('default: a second PUT restarts nothing, and an unused job waits for ever', async () => {
    const { id, url } = await bench.issue();
    for (let polls = 0; polls < 6; polls += 1)
      expect((await bench.status(id)).json.status).toBe('sandbox_waiting');
    expect([(await put(url, csv)).status, (await put(url, csv)).status]).toEqual([200, 200]);
    expect(jobs()[0]).toMatchObject({ trainingsStarted: 1, uploads: [{}, {}] });
  });

  it('second-put-restarts', async () => {
    enable('second-put-restarts');
    const { id, url } = await bench.issue();
    await put(url, csv);
    await bench.finish(id);
    await put(url, csv);
    expect((await bench.status(id)).json.status).toBe('sandbox_waiting');
    expect(jobs()[0]?.trainingsStarted).toBe(2);
    expect((await bench.finish(id)).json.status).toBe('job_finished');
  });

  it('second-put-rejected', async () => {
    enable('second-put-rejected');
    const { url } = await bench.issue();
    expect([(await put(url, csv)).status, (await put(url, csv)).status]).toEqual([200, 409]);
    expect(readdirSync(bench.sandbox.describe().stateDir)).toHaveLength(1);
  });

  it('unused-job-expires', async () => {
    enable('unused-job-expires');
    const { id } = await bench.issue();
    const seen = [];
    for (let polls = 0; polls < 4; polls += 1) seen.push((await bench.status(id)).status);
    expect(seen).toEqual([200, 200, 200, 400]);
  });
});

describe('Q5: upload URLs', () => {
  it('upload-url-short-lived', async () => {
    enable('upload-url-short-lived');
    const { url } = await bench.issue();
    bench.sandbox.clock.advance(2_500);
    expect(await put(url, csv)).toMatchObject({
      status: 403,
      text: expect.stringContaining('<Message>Request has expired'),
    });
  });

  it('upload-too-large', async () => {
    enable('upload-too-large');
    const { url } = await bench.issue();
    expect(await put(url, csv)).toMatchObject({
      status: 400,
      text: expect.stringContaining('<Code>EntityTooLarge'),
    });
    expect(jobs()[0]?.uploads).toEqual([]);
  });

  it('content-type-allowed and put-204', async () => {
    const { url } = await bench.issue();
    expect((await put(url, csv, { 'content-type': 'text/csv' })).status).toBe(403);
    enable('content-type-allowed', 'put-204');
    expect((await put(url, csv, { 'content-type': 'text/csv' })).status).toBe(204);
  });
});

describe('Q6: the result file', () => {
  const result = async () => fetch((await bench.retrain(csv)).end.json.download_url);

  it('default: a ZIP with a report', async () => {
    const response = await result();
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename\*=UTF-8''sandbox-result-.*\.zip$/,
    );
    const files = unzipSync(Buffer.from(await response.arrayBuffer()));
    expect(Object.keys(files)).toEqual(['sandbox_report.json', 'sandbox_predictions.csv']);
    const report = JSON.parse(files['sandbox_report.json'] ?? '');
    expect(report.sandbox_metrics.sandbox_r2).toBeGreaterThan(0.75);
  });

  it('result-csv', async () => {
    enable('result-csv');
    const response = await result();
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(await response.text()).toMatch(/^sandbox_actual,sandbox_prediction\r\n[\d.]+,/);
  });

  it('result-empty', async () => {
    enable('result-empty');
    expect((await (await result()).arrayBuffer()).byteLength).toBe(0);
  });

  it('download-url-expired', async () => {
    enable('download-url-expired');
    const response = await result();
    expect([response.status, response.headers.get('content-type')]).toEqual([403, 'application/xml']);
  });

  it('result-truncated', async () => {
    enable('result-truncated');
    const response = await result();
    await expect(response.arrayBuffer()).rejects.toThrow();
  });
});

describe('Q7: the switch', () => {
  const finished = async () => (await bench.retrain(csv)).id;

  it('is refused before the end, and done again without harm after it', async () => {
    const { id, url } = await bench.issue();
    await put(url, csv);
    expect((await turnOver(id)).json.message).toBe('Retrain job is not finished.');
    await bench.finish(id);
    expect([(await turnOver(id)).status, (await turnOver(id)).status]).toEqual([200, 200]);
    const statuses = [(await cars()).status, (await cars()).status, (await cars()).status];
    expect(statuses).toEqual(['updating', 'updating', 'running']);
    expect(await cars()).toMatchObject({ model_id: jobs()[0]?.modelId, api_key: bench.cars.predictionKey });
  });

  it('switch-sync', async () => {
    enable('switch-sync');
    await turnOver(await finished());
    expect(await cars()).toMatchObject({ status: 'running', model_id: jobs()[0]?.modelId });
  });

  it('switch-downtime', async () => {
    enable('switch-downtime');
    await turnOver(await finished());
    expect([
      (await bench.score()).status,
      (await bench.score()).status,
      (await bench.score()).status,
    ]).toEqual([503, 503, 200]);
  });

  it('switch-fails', async () => {
    enable('switch-fails');
    await turnOver(await finished());
    bench.sandbox.clock.step(3);
    expect(await cars()).toMatchObject({ status: 'failed', model_id: bench.cars.modelId });
  });

  it('switch-twice-rejected', async () => {
    enable('switch-twice-rejected');
    const id = await finished();
    expect([(await turnOver(id)).status, (await turnOver(id)).status]).toEqual([200, 400]);
  });

  it('switch-invalidates-retrain-key', async () => {
    enable('switch-invalidates-retrain-key', 'switch-sync');
    await turnOver(await finished());
    const refused = await bench.manage('GET', '/retrain_jobs/upload_url?filename=a.csv', {
      key: bench.cars.retrainKey,
    });
    expect(refused.json.message).toBe('This model may be deleted.');
    expect((await apiKey(retrainKeyQuery())).json.message).toBe('This model may be deleted.');
    const fresh = (await apiKey(`credential_type=retrain&model_id=${(await cars()).model_id}`)).json.api_key;
    expect((await bench.issue('a.csv', fresh)).id).toEqual(expect.any(String));
  });

  it('switch-changes-inference-key', async () => {
    enable('switch-changes-inference-key', 'switch-sync');
    await turnOver(await finished());
    expect((await bench.score()).json.message).toBe('Invalid API key');
    const { api_key: predictionKey } = await cars();
    expect((await bench.score({}, {}, { ...bench.cars, predictionKey })).status).toBe(200);
  });

  it('status-without-model-id', async () => {
    enable('status-without-model-id');
    expect((await bench.retrain(csv)).end.json).not.toHaveProperty('model_id');
  });

  it('works for a second round with the same key', async () => {
    enable('switch-sync');
    await turnOver(await finished());
    const second = await finished();
    expect((await turnOver(second)).status).toBe(200);
    expect((await cars()).model_id).toBe(jobs()[1]?.modelId);
  });
});

describe('Q8: keys', () => {
  it.each([
    ['end-date-slash', /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d$/],
    ['end-date-epoch', /^\d{10}$/],
    ['end-date-missing', /^undefined$/],
  ])('%s', async (variant, form) => {
    enable(variant);
    expect(String((await apiKey(retrainKeyQuery())).json.end_date)).toMatch(form);
  });

  it('api-key-rotates', async () => {
    enable('api-key-rotates');
    const fresh = (await apiKey(retrainKeyQuery())).json.api_key;
    expect(fresh).not.toBe(bench.cars.retrainKey);
    expect((await bench.status('none')).json.message).toBe('Inactive_credential.');
    expect((await bench.status('none', fresh)).json.message).toBe('Not found retrain job.');
  });

  it('any-key-type', async () => {
    const { trainKey } = bench.region.credentials;
    expect((await bench.status('none', trainKey)).json.message).toBe('Not_found_credential.');
    enable('any-key-type');
    expect((await bench.status('none', trainKey)).json.message).toBe('Not found retrain job.');
  });

  it('key-expires-mid-run', async () => {
    enable('key-expires-mid-run');
    const seen = [];
    for (let polls = 0; polls < 4; polls += 1) seen.push((await bench.status('none')).json.message);
    expect(seen.slice(2)).toEqual(['Not found retrain job.', 'Inactive_credential.']);
    const fresh = (await apiKey(retrainKeyQuery())).json.api_key;
    for (let polls = 0; polls < 6; polls += 1)
      expect((await bench.status('none', fresh)).json.message).toBe('Not found retrain job.');
  });

  it('expires with the virtual clock', async () => {
    bench.sandbox.clock.advance(366 * 86_400_000);
    expect((await bench.status('none')).json.message).toBe('Inactive_credential.');
  });

  it('answers misuse as documented', async () => {
    const seen = async (query: string) => (await apiKey(query)).json.message;
    expect(await seen('credential_type=retrain')).toBe('Model id is required.');
    expect(await seen('credential_type=retrain&model_id=1')).toBe('This model may be deleted.');
    expect(await seen('credential_type=other')).toMatch(/^sandbox:/);
    expect((await bench.status('none', 'nonsense')).json.message).toBe('invalid_api_key.');
    const foreign = bench.sandbox.describe().predictionOne.international.published[0]?.retrainKey;
    expect((await bench.status('none', foreign)).json.message).toBe('invalid_api_key.');
    expect(
      (await bench.manage('GET', '/api-key?credential_type=train', { key: bench.cars.retrainKey })).json
        .message,
    ).toBe('Not_found_credential.');
  });
});

describe('Q9, Q10: regions and limits', () => {
  const abroad = (path: string) => {
    const { managementBaseUrl, credentials } = bench.sandbox.describe().predictionOne.international;
    return call('GET', `${managementBaseUrl}/v1/external${path}`, { key: credentials.trainKey });
  };

  it('default: the international region has everything', async () => {
    expect((await abroad('/models')).json.metadata.total).toBe(3);
  });

  it('intl-eight-apis and intl-retrain-only', async () => {
    enable('intl-eight-apis');
    expect(await abroad('/models')).toMatchObject({ status: 403, text: '{"message":"Forbidden"}' });
    expect((await abroad('/data-sets/upload-url?extension=csv')).status).toBe(200);
    enable('intl-retrain-only');
    expect((await abroad('/data-sets/upload-url?extension=csv')).status).toBe(403);
    expect((await abroad('/retrain_jobs/x')).json.message).toBe('Not_found_credential.');
  });

  it('rate-limited', async () => {
    enable('rate-limited');
    const first = await bench.status('none');
    expect([first.status, first.headers.get('retry-after')]).toEqual([429, '1']);
    expect((await bench.status('none')).status).toBe(400);
  });

  it('forbids what is no API', async () => {
    expect(await bench.manage('GET', '/nothing', { key: bench.cars.retrainKey })).toMatchObject({
      status: 403,
    });
  });
});

describe('Q19: lists', () => {
  const models = async (query = '') =>
    (await bench.manage('GET', `/models${query}`, { key: bench.region.credentials.trainKey })).json;
  const ids = async (query?: string) =>
    (await models(query)).models.map((each: { model_id: number }) => each.model_id);

  it('default: newest first, in pages', async () => {
    const all = await ids();
    expect(all).toEqual([...all].sort((a, b) => b - a));
    expect(await ids('?offset=1&limit=1')).toEqual([all[1]]);
    expect((await models('?limit=x')).message).toBe('sandbox: limit must be a whole number.');
  });

  it('order-oldest-first, small-pages, total-wrong', async () => {
    const all = await ids();
    enable('order-oldest-first', 'small-pages', 'total-wrong');
    expect(await ids()).toEqual(all.reverse().slice(0, 2));
    expect((await models()).metadata.total).toBe(6);
    expect(await ids('?offset=3')).toEqual([]);
  });
});

describe('Q21, Q22: other columns, other keys', () => {
  const added = csv.replace(/^(.*?)\r$/gm, '$1,1\r').replace('Origin,1', 'Origin,Extra');

  it('default: a new column is welcome; schema-mismatch-fails refuses it', async () => {
    expect((await bench.retrain(added)).end.json.status).toBe('job_finished');
    enable('schema-mismatch-fails');
    expect((await bench.retrain(added)).end.json.message).toBe('The columns differ: missing ; new Extra.');
  });

  it('schema-mismatch-ignored', async () => {
    enable('schema-mismatch-ignored');
    expect((await bench.retrain(withoutTarget)).end.json.status).toBe('job_finished');
  });

  it('foreign-key-rejected', async () => {
    const { id } = await bench.issue();
    const other = bench.region.published[1]?.retrainKey;
    expect((await bench.status(id, other)).json.message).toBe('Not found retrain job.');
    enable('foreign-key-rejected');
    expect((await bench.status(id, other)).json.message).toBe('Not_found_credential.');
  });
});

it('knows no other variant', () => {
  expect(() => bench.sandbox.variants.change({ enable: ['made-up'] })).toThrow(
    /There is no variant "made-up"/,
  );
  expect(Object.keys(predictionOneVariants)).toHaveLength(71);
});
