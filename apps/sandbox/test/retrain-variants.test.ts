import { readdirSync } from 'node:fs';
import { unzipSync } from './unzip.ts';
import { presetCsv } from '../src/index.ts';
import { Bench, put } from './client.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.start();
});
afterAll(() => bench.sandbox.close());
beforeEach(() => bench.sandbox.reset());

const csv = presetCsv('cars.json');
const withoutTarget = csv.replaceAll('Miles_per_Gallon', 'Other');
const enable = (...names: string[]) => bench.sandbox.variants.change({ enable: names });
const jobs = () => bench.sandbox.state().predictionOne.japan.retrainJobs;

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
    expect((await bench.apiKey()).status).toBe(status);
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
