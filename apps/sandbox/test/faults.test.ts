import { request as httpRequest } from 'node:http';
import type { ClientRequest } from 'node:http';
import { once } from 'node:events';
import { predictionOneFaultKinds, presetCsv } from '../src/index.ts';
import type { PredictionOneFaultKind, FaultRequest } from '../src/index.ts';
import { Bench, call, isSilent, put, until } from './client.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.start();
});
afterAll(() => bench.sandbox.close());
beforeEach(() => bench.sandbox.reset());

const csv = presetCsv('cars.json');
const tested = new Set<string>();
const plan = (kind: PredictionOneFaultKind, more: Omit<FaultRequest, 'kind'> = {}) => {
  tested.add(kind);
  return bench.sandbox.faults.plan({ kind, ...more });
};
const jobs = () => bench.sandbox.state().predictionOne.japan.retrainJobs;
const status = (id = 'none') => bench.status(id);
const last = () => bench.sandbox.requests().at(-1);

afterEach(() => {
  // Law: a planned fault that did not happen fails the test that planned it
  expect(bench.sandbox.faults.unconsumed()).toEqual([]);
});

describe('refusals carry nothing out', () => {
  it('status, with body and headers', async () => {
    plan('status', { status: 418, body: { code: 'x' }, headers: { 'x-extra': '1' } });
    const answer = await status();
    expect([answer.status, answer.text, answer.headers.get('x-extra')]).toEqual([418, '{"code":"x"}', '1']);
    plan('status', { body: '<h1>Bad</h1>', contentType: 'text/html', status: 502 });
    expect(await status()).toMatchObject({ status: 502, text: '<h1>Bad</h1>' });
    expect(last()).toMatchObject({ status: 502, operation: 'retrainStatus', faultId: 'plan-2.1' });
  });

  it('vendor-error, at the API and at the storage', async () => {
    plan('vendor-error', { message: 'This user may be deleted.' });
    expect((await status()).json).toMatchObject({ code: '4001000204', message: 'This user may be deleted.' });
    plan('vendor-error', { operation: 'put', error: 'SlowDown', status: 503 });
    expect(await put((await bench.issue()).url, csv)).toMatchObject({
      status: 503,
      text: expect.stringContaining('<Code>SlowDown'),
    });
  });

  it('http-500-once, http-503-burst, unauthorized-once', async () => {
    plan('http-500-once');
    plan('http-503-burst');
    plan('unauthorized-once');
    const seen = [];
    for (let turn = 0; turn < 6; turn += 1) seen.push((await status()).status);
    expect(seen).toEqual([500, 503, 503, 503, 401, 400]);
  });

  it('retry-after-seconds and retry-after-date', async () => {
    plan('retry-after-seconds', { seconds: 7 });
    const seconds = await status();
    expect([seconds.status, seconds.headers.get('retry-after')]).toEqual([429, '7']);
    plan('retry-after-date', { seconds: 60, status: 503 });
    const beforeMs = Date.now();
    const date = await status();
    const untilMs = new Date(date.headers.get('retry-after') ?? '').getTime();
    expect(date.status).toBe(503);
    expect(untilMs).toBeGreaterThan(beforeMs + 59_000); // a date knows no milliseconds
    expect(untilMs).toBeLessThanOrEqual(Date.now() + 60_000);
  });

  it('redirect-cross-origin leads to where a key is a leak', async () => {
    plan('redirect-cross-origin');
    const answer = await status();
    expect([answer.status, answer.headers.get('location')]).toEqual([
      307,
      `${bench.sandbox.describe().storage.baseUrl}/redirected`,
    ]);
    plan('redirect-cross-origin');
    await fetch(`${bench.region.managementBaseUrl}/v1/external/retrain_jobs/x`, {
      headers: { 'x-api-key': 'k' },
    });
    expect(bench.sandbox.state().credentialLeaks).toBe(1);
  });

  it.each(['status', 'http-500-once', 'unauthorized-once', 'upload-url-expired'] as const)(
    '%s at an upload',
    async (kind) => {
      const { url } = await bench.issue();
      plan(kind, { operation: 'put' });
      expect((await put(url, csv)).status).toBeGreaterThan(400);
      expect(jobs()[0]).toMatchObject({ uploads: [], trainingsStarted: 0 });
    },
  );

  it('upload-url-expired and download-url-expired are XML', async () => {
    const { id, url } = await bench.issue();
    plan('upload-url-expired');
    expect((await put(url, csv)).text).toContain('Request has expired');
    await put(url, csv);
    const { download_url: download } = (await bench.finish(id)).json;
    plan('download-url-expired');
    expect(await call('GET', download)).toMatchObject({
      status: 403,
      text: expect.stringContaining('<Error>'),
    });
    expect((await fetch(download)).status).toBe(200);
  });
});

describe('cuts', () => {
  it('reset-before-body, reset-after-body, reset-mid-body leave nothing done', async () => {
    const { url } = await bench.issue();
    const seen = [];
    for (const kind of ['reset-before-body', 'reset-mid-body', 'reset-after-body'] as const) {
      plan(kind, { operation: 'put', bytes: 4096 });
      await expect(put(url, csv)).rejects.toThrow();
      seen.push({ bytes: last()?.bodyBytes, cut: last()?.cut, status: last()?.status });
    }
    expect(seen).toMatchObject([
      { bytes: 0, cut: true, status: null },
      { cut: true, status: null },
      { bytes: csv.length, cut: true, status: null },
    ]);
    expect(seen[1]?.bytes).toBeGreaterThanOrEqual(4096);
    expect(jobs()[0]).toMatchObject({ uploads: [], trainingsStarted: 0 });
  });

  it('reset-mid-body comes in the middle of a long upload', async () => {
    const { url } = await bench.issue();
    plan('reset-mid-body', { operation: 'put', bytes: 200_000 });
    const upload = slowPut(url, 400_000);
    const error = once(upload, 'error');
    upload.write(Buffer.alloc(250_000));
    expect((await error)[0]).toMatchObject({ code: 'ECONNRESET' });
    expect(jobs()[0]?.uploads).toEqual([]);
  });

  it('stall-mid-upload takes no more than its share, and notes when the client has gone', async () => {
    const { url } = await bench.issue();
    plan('stall-mid-upload', { operation: 'put', bytes: 100_000 });
    const upload = slowPut(url, 200_000);
    upload.on('error', () => undefined);
    upload.write(Buffer.alloc(100_000));
    const entry = () => last();
    await until(() => (entry()?.bodyBytes ?? 0) >= 100_000);
    expect(entry()).toMatchObject({ operation: 'put', status: null, endedAtMs: null });
    upload.destroy();
    await until(() => entry()?.endedAtMs !== null);
    expect(entry()?.endedAtMs).toBeGreaterThanOrEqual(entry()?.startedAtMs ?? Infinity);
    expect(jobs()[0]).toMatchObject({ uploads: [], trainingsStarted: 0 });
  });

  it('drop-before-answer and drop-after-upload have done it all', async () => {
    plan('drop-before-answer', { operation: 'retrainUpload' });
    await expect(bench.issue()).rejects.toThrow();
    expect(jobs()).toHaveLength(1);
    const { id, url } = await bench.issue();
    plan('drop-after-upload');
    await expect(put(url, csv)).rejects.toThrow();
    expect(last()).toMatchObject({ operation: 'put', cut: true, status: null, bodyBytes: csv.length });
    expect((await bench.finish(id)).json.status).toBe('job_finished');
    expect(jobs()[1]).toMatchObject({ trainingsStarted: 1, uploads: [{ bytes: csv.length }] });
  });

  it('timeout does nothing, stall does it all, and neither answers', async () => {
    for (const kind of ['timeout', 'stall'] as const) {
      plan(kind, { operation: 'retrainUpload' });
      const path = '/retrain_jobs/upload_url?filename=a.csv';
      const client = new AbortController();
      const asked = bench.manage('GET', path, { key: bench.cars.retrainKey, signal: client.signal });
      asked.catch(() => undefined);
      if (kind === 'stall') await until(() => jobs().length === 1);
      expect(await isSilent(asked)).toBe(true);
      expect(jobs()).toHaveLength(kind === 'timeout' ? 0 : 1);
      client.abort();
      await expect(asked).rejects.toThrow(/abort/i);
    }
  });
});

describe('distortions of the true answer', () => {
  const models = () => bench.manage('GET', '/models', { key: bench.region.credentials.trainKey });

  it('slow-response and slow-drip', async () => {
    const truth = (await models()).text;
    for (const kind of ['slow-response', 'slow-drip'] as const) {
      plan(kind, { operation: 'getModels', delayMs: 10, bytes: 64 });
      const start = performance.now();
      expect((await models()).text).toBe(truth);
      const least = kind === 'slow-response' ? 9 : (truth.length / 64 - 2) * 9;
      expect(performance.now() - start).toBeGreaterThan(least);
    }
  });

  it('truncated-body breaks off, truncated-json does not show it', async () => {
    const truth = (await models()).text;
    plan('truncated-body', { operation: 'getModels' });
    await expect(models()).rejects.toThrow();
    plan('truncated-json', { operation: 'getModels' });
    expect((await models()).text).toBe(truth.slice(0, Math.ceil(truth.length / 2)));
  });

  it('stall-mid-body', async () => {
    plan('stall-mid-body', { operation: 'getModels' });
    const { trainKey } = bench.region.credentials;
    const client = new AbortController();
    const response = await fetch(`${bench.region.managementBaseUrl}/v1/external/models`, {
      headers: { 'x-api-key': trainKey },
      signal: client.signal,
    });
    expect(response.status).toBe(200);
    const reader = response.body!.getReader();
    expect((await reader.read()).value?.length).toBeGreaterThan(100);
    const rest = reader.read();
    rest.catch(() => undefined);
    expect(await isSilent(rest)).toBe(true);
    client.abort();
    await expect(rest).rejects.toThrow(/abort/i);
  });

  it('wrong-content-type and clock-skew', async () => {
    plan('wrong-content-type', { operation: 'getModels' });
    const answer = await models();
    expect([answer.headers.get('content-type'), answer.json.metadata.total]).toEqual(['text/html', 3]);
    plan('clock-skew', { seconds: 7200 });
    const aheadMs = new Date((await models()).headers.get('date') ?? '').getTime() - Date.now();
    expect(aheadMs).toBeGreaterThan(7_100_000);
  });

  it('distorts downloads too', async () => {
    const { end } = await bench.retrain(csv);
    plan('truncated-body', { operation: 'download' });
    const response = await fetch(end.json.download_url);
    await expect(response.arrayBuffer()).rejects.toThrow();
    plan('slow-drip', { operation: 'download', bytes: 50_000, delayMs: 1 });
    expect((await (await fetch(end.json.download_url)).arrayBuffer()).byteLength).toBeGreaterThan(1000);
  });
});

describe("the vendor's own", () => {
  it('unknown-status', async () => {
    const { id } = await bench.issue();
    plan('unknown-status', { value: '検証中' });
    expect([(await status(id)).json.status, (await status(id)).json.status]).toEqual([
      '検証中',
      'sandbox_waiting',
    ]);
  });

  it('job-deleted-mid-run, job-fails', async () => {
    const { id } = await bench.issue();
    plan('job-deleted-mid-run', { skip: 1 });
    expect([
      (await status(id)).status,
      (await status(id)).json.message,
      (await status(id)).json.message,
    ]).toEqual([200, 'This job may be deleted.', 'This job may be deleted.']);
    const other = await bench.issue();
    plan('job-fails', { message: 'no luck' });
    expect((await status(other.id)).json).toMatchObject({ status: 'sandbox_failed', message: 'no luck' });
  });

  it('model-deleted, config-missing', async () => {
    plan('config-missing');
    const path = '/retrain_jobs/upload_url?filename=a.csv';
    expect(await bench.manage('GET', path, { key: bench.cars.retrainKey })).toMatchObject({
      status: 500,
      json: {
        code: '5001000201',
        error: 'PREDA_EXTERNAL_INTERNAL_SERVER_ERROR',
        message: 'Not found configuration_file.',
      },
    });
    plan('model-deleted');
    expect((await bench.manage('GET', path, { key: bench.cars.retrainKey })).json.message).toBe(
      'This model may be deleted.',
    );
  });

  it('classifier-deleted-before-switch', async () => {
    const { id } = await bench.retrain(csv);
    plan('classifier-deleted-before-switch');
    expect((await bench.turnOver(id)).json.message).toBe('Not found classifier.');
  });

  it('credential-expired-mid-run', async () => {
    const { id } = await bench.issue();
    plan('credential-expired-mid-run');
    expect([(await status(id)).json.message, (await status(id)).json.message]).toEqual(
      Array(2).fill('Inactive_credential.'),
    );
  });

  it('ip-denied', async () => {
    plan('ip-denied');
    expect((await bench.score()).json.message).toBe('Not allowed source ip');
    expect((await bench.score()).status).toBe(200);
  });
});

it('has every kind tested above', () => {
  expect([...tested].sort()).toEqual(Object.keys(predictionOneFaultKinds).sort());
});

function slowPut(url: string, bytes: number): ClientRequest {
  return httpRequest(url, { method: 'PUT', headers: { 'content-length': bytes } });
}
