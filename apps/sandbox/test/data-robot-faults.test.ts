import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { dataRobotFaultKinds, predictionOneFaultKinds } from '../src/index.ts';
import type { DataRobotFaultKind, FaultRequest } from '../src/index.ts';
import { isSilent, until } from './client.ts';
import { carsCsv, DataRobotBench, rowsOf } from './data-robot-bench.ts';

let bench: DataRobotBench;
beforeAll(async () => {
  bench = await DataRobotBench.start();
});
afterAll(() => bench.sandbox.close());
beforeEach(() => bench.sandbox.reset());
afterEach(() => {
  expect(bench.sandbox.faults.unconsumed()).toEqual([]);
});

const tested = new Set<string>();
const plan = (kind: DataRobotFaultKind, more: Omit<FaultRequest, 'kind'> = {}) => {
  tested.add(kind);
  return bench.sandbox.faults.plan({ kind, ...more });
};
const state = () => bench.sandbox.state().dataRobot;
const last = () => bench.sandbox.requests().at(-1);

describe('general faults', () => {
  it('a create whose answer is lost has made its job', async () => {
    plan('drop-before-answer', { operation: 'batchCreate' });
    await expect(bench.create()).rejects.toThrow();
    expect(state()).toMatchObject({ jobsCreated: 1, jobsQueued: 0 });
  });

  it('an upload whose answer is lost is there', async () => {
    for (const kind of ['drop-before-answer', 'drop-after-upload'] as const) {
      const id = await bench.create();
      plan(kind, { operation: 'batchUpload' });
      await expect(bench.upload(id, carsCsv)).rejects.toThrow();
      expect((await bench.finish(id)).json).toMatchObject({ status: 'COMPLETED', scoredRows: 406 });
    }
  });

  it('an upload that is cut has begun', async () => {
    const id = await bench.create();
    plan('reset-mid-body', { operation: 'batchUpload', bytes: 4096 });
    await expect(bench.upload(id, carsCsv)).rejects.toThrow();
    expect(last()).toMatchObject({ cut: true, status: null });
    expect(last()?.bodyBytes).toBeGreaterThanOrEqual(4096);
    expect((await bench.status(id)).json).toMatchObject({ status: 'INITIALIZING', queued: true });
    expect((await bench.upload(id, carsCsv)).status).toBe(409);
  });

  it('a part that is cut can be sent again', async () => {
    const id = await bench.create({ intakeSettings: { type: 'localFile', multipart: true, async: false } });
    const send = () => bench.put(`${id}/csvUpload/part/0/`, carsCsv);
    plan('reset-mid-body', { operation: 'batchUploadPart' });
    await expect(send()).rejects.toThrow();
    expect((await send()).status).toBe(202);
    expect(state().jobsQueued).toBe(0);
  });

  it('an upload that is refused has not begun', async () => {
    const id = await bench.create();
    for (const kind of ['http-500-once', 'reset-before-body', 'reset-after-body'] as const) {
      plan(kind, { operation: 'batchUpload' });
      await bench.upload(id, carsCsv).catch(() => undefined);
      expect(state()).toMatchObject({ jobsQueued: 0, batchJobs: [{ uploads: [] }] });
    }
    expect((await bench.upload(id, carsCsv)).status).toBe(202);
  });

  it('an upload that stalls has begun', async () => {
    const id = await bench.create();
    plan('stall-mid-upload', { operation: 'batchUpload', bytes: 1000 });
    const upload = httpRequest(`${bench.platform.endpoint}/batchPredictions/${id}/csvUpload/`, {
      method: 'PUT',
      headers: { authorization: bench.authorization, 'content-type': 'text/csv' },
    });
    upload.on('error', () => undefined);
    upload.write(carsCsv.slice(0, 5000));
    await until(() => (last()?.bodyBytes ?? 0) >= 1000);
    expect(state().jobsQueued).toBe(1);
    upload.destroy();
    await until(() => last()?.endedAtMs !== null);
  });

  it.each(['version', 'deployments', 'deployment', 'batchStatus', 'batchList', 'batchDownload'])(
    'statuses and retry times at %s',
    async (operation) => {
      const { id } = await bench.score(carsCsv);
      const path = {
        version: '/version/',
        deployments: '/deployments/',
        deployment: `/deployments/${bench.deployment('cars-fuel').id}/`,
        batchStatus: `/batchPredictions/${id}/`,
        batchList: '/batchPredictions/',
        batchDownload: `/batchPredictions/${id}/download/`,
      }[operation] as string;
      plan('retry-after-seconds', { operation, seconds: 7 });
      const limited = await bench.api('GET', path);
      expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '7']);
      plan('http-503-burst', { operation });
      const seen = [];
      for (let turn = 0; turn < 4; turn += 1) seen.push((await bench.api('GET', path)).status);
      expect(seen).toEqual([503, 503, 503, 200]);
    },
  );

  it('truncated-body, slow-drip and stall-mid-body distort a result', async () => {
    const { id, text } = await bench.score(carsCsv);
    plan('truncated-body', { operation: 'batchDownload' });
    await expect(bench.download(id)).rejects.toThrow();
    plan('slow-drip', { operation: 'batchDownload', bytes: 2048, delayMs: 1 });
    expect((await bench.download(id)).text).toBe(text);
    plan('stall-mid-body', { operation: 'batchDownload' });
    const client = new AbortController();
    const answer = await fetch(`${bench.platform.endpoint}/batchPredictions/${id}/download/`, {
      headers: { authorization: bench.authorization },
      signal: client.signal,
    });
    const rest = answer.text();
    rest.catch(() => undefined);
    expect(await isSilent(rest)).toBe(true);
    client.abort();
    await expect(rest).rejects.toThrow(/abort/i);
  });

  it('redirect-cross-origin leads to where the token is a leak', async () => {
    plan('redirect-cross-origin', { operation: 'deployments' });
    await fetch(`${bench.platform.endpoint}/deployments/`, {
      headers: { 'datarobot-key': 'whatever' }, // fetch itself drops an Authorization that leaves its origin
    });
    expect(bench.sandbox.state().credentialLeaks).toBe(1);
    plan('redirect-cross-origin', { operation: 'batchUpload', status: 308 });
    const answer = await bench.upload(await bench.create(), carsCsv);
    expect(answer.status).toBe(308);
  });
});

describe("the vendor's own", () => {
  it('vendor-error, http-570-burst, html-error', async () => {
    plan('vendor-error', { status: 409, message: 'no' });
    expect(await bench.api('GET', '/deployments/')).toMatchObject({ status: 409, json: { message: 'no' } });
    plan('http-570-burst');
    plan('html-error', { operation: 'deployments' });
    const seen = [];
    for (let turn = 0; turn < 5; turn += 1) seen.push((await bench.api('GET', '/deployments/')).status);
    expect(seen).toEqual([570, 570, 570, 502, 200]);
    plan('html-error');
    const page = await bench.api('GET', '/version/');
    expect(page).toMatchObject({ status: 502, text: expect.stringContaining('<h1>') });
    expect(page.headers.get('content-type')).toMatch(/html/);
  });

  it('token-revoked', async () => {
    plan('token-revoked', { operation: 'batchStatus', skip: 1 });
    const id = await bench.create();
    const seen = [];
    for (let turn = 0; turn < 3; turn += 1) seen.push((await bench.status(id)).status);
    expect(seen).toEqual([200, 401, 401]);
  });

  it('deprecation-header, next-loops', async () => {
    plan('deprecation-header');
    expect((await bench.api('GET', '/version/')).headers.get('deprecation')).toBe('True');
    plan('next-loops');
    const { json } = await bench.api('GET', '/deployments/?limit=2');
    expect(json.next).toBe(`${bench.platform.endpoint}/deployments/?limit=2`);
    expect(json.data).toHaveLength(2);
  });

  it('deployment-deleted', async () => {
    plan('deployment-deleted');
    await expect(bench.create()).rejects.toThrow(/404.*Deployment not found/);
    const { id } = bench.deployment('penguins-sex');
    plan('deployment-deleted', { operation: 'deployment' });
    expect((await bench.api('GET', `/deployments/${id}/`)).status).toBe(404);
    expect((await bench.api('GET', '/deployments/')).json.totalCount).toBe(3);
  });

  it('job-stuck', async () => {
    plan('job-stuck');
    const id = await bench.create();
    await bench.upload(id, carsCsv);
    for (let polls = 0; polls < 6; polls += 1) await bench.status(id);
    expect((await bench.status(id)).json).toMatchObject({ status: 'INITIALIZING', queued: true });
    expect((await bench.api('DELETE', `/batchPredictions/${id}/`)).status).toBe(202);
  });

  it('queue-busy', async () => {
    plan('queue-busy');
    const id = await bench.create();
    await bench.upload(id, carsCsv);
    const positions = [];
    for (let polls = 0; polls < 7; polls += 1) positions.push((await bench.status(id)).json.queuePosition);
    expect(positions).toEqual([2, 2, 1, 1, 1, 0, 0]);
    expect((await bench.finish(id)).json.status).toBe('COMPLETED');
    expect((await bench.api('GET', '/batchPredictions/?source=UI')).json.totalCount).toBe(2);
  });

  it('upload-aborts-job', async () => {
    const id = await bench.create();
    plan('upload-aborts-job', { message: 'no luck' });
    const answer = await bench.upload(id, carsCsv);
    expect([answer.status, answer.json.message]).toEqual([422, expect.stringMatching(/ABORTED.*no luck/)]);
    expect((await bench.status(id)).json.status).toBe('ABORTED');
  });

  it('job-aborted, job-failed, job-vanishes, job-status-unknown', async () => {
    const uploaded = async () => {
      const id = await bench.create();
      await bench.upload(id, carsCsv);
      return id;
    };
    for (const [kind, status] of [
      ['job-aborted', 'ABORTED'],
      ['job-failed', 'FAILED'],
    ] as const) {
      const id = await uploaded();
      plan(kind, { message: 'no luck', skip: 1 });
      const { json } = await bench.finish(id);
      expect([json.status, json.logs.at(-1)]).toEqual([status, expect.stringMatching(/no luck/)]);
    }
    const id = await uploaded();
    plan('job-status-unknown', { value: '保留' });
    expect((await bench.status(id)).json.status).toBe('保留');
    plan('job-vanishes');
    expect((await bench.status(id)).status).toBe(404);
  });

  it('percentage-zero', async () => {
    plan('percentage-zero');
    expect((await bench.score(carsCsv)).job).toMatchObject({ status: 'COMPLETED', percentageCompleted: 0 });
  });

  it('download-cut', async () => {
    const { id, text } = await bench.score(carsCsv);
    plan('download-cut');
    await expect(bench.download(id)).rejects.toThrow();
    plan('download-cut', { bytes: 100 });
    const response = await fetch(`${bench.platform.endpoint}/batchPredictions/${id}/download/`, {
      headers: { authorization: bench.authorization },
    });
    await expect(response.text()).rejects.toThrow();
    await until(() => last()?.endedAtMs !== null);
    expect(last()).toMatchObject({ operation: 'batchDownload', status: 200, answered: false });
    expect((await bench.download(id)).text).toBe(text);
  });

  it('download-ends-short', async () => {
    const { id, text } = await bench.score(carsCsv);
    plan('download-ends-short');
    const answer = await bench.download(id);
    expect(answer.status).toBe(200);
    expect(text.startsWith(answer.text)).toBe(true);
    expect(answer.text.length).toBe(Math.ceil(text.length / 2));
    expect((await bench.status(id)).json.status).toBe('ABORTED');
  });

  it('download-ends-short while the job runs', async () => {
    const id = await bench.create({ intakeSettings: { type: 'localFile', multipart: true } });
    await bench.put(`${id}/csvUpload/part/0/`, carsCsv);
    await bench.status(id);
    await bench.status(id);
    plan('download-ends-short', { bytes: 500 });
    expect(rowsOf((await bench.download(id)).text.replace(/[^\n]*$/, '')).length).toBeLessThan(406);
    expect((await bench.status(id)).json).toMatchObject({ status: 'ABORTED', queued: true });
  });
});

it('can be planned for this server alone', async () => {
  plan('status', { origin: 'dataRobot', status: 418 });
  const { managementBaseUrl } = bench.sandbox.describe().predictionOne.japan;
  const elsewhere = await fetch(`${managementBaseUrl}/v1/external/models`);
  await elsewhere.text();
  expect([elsewhere.status, (await bench.api('GET', '/version/')).status]).toEqual([400, 418]);
});

it('has every kind of its own tested above', () => {
  const own = Object.keys(dataRobotFaultKinds).filter(
    (kind) => !Object.hasOwn(predictionOneFaultKinds, kind),
  );
  expect(own.filter((kind) => !tested.has(kind))).toEqual([]);
});

it('closes while a result is being read', async () => {
  const other = await DataRobotBench.start();
  const id = await other.create({ intakeSettings: { type: 'localFile', multipart: true } });
  await other.put(`${id}/csvUpload/part/0/`, carsCsv);
  await other.status(id);
  await other.status(id);
  const reading = httpRequest(`${other.platform.endpoint}/batchPredictions/${id}/download/`, {
    headers: { authorization: other.authorization },
  });
  reading.on('error', () => undefined).end();
  const [response] = await once(reading, 'response');
  response.on('error', () => undefined).resume();
  await other.sandbox.close(); // would wait for ever
  expect(response.statusCode).toBe(200);
});
