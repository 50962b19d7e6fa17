import { gzipSync } from 'node:zlib';
import { Agent, get as httpGet, request as httpRequest } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { dataRobotBadCell, dataRobotVariants } from '../src/index.ts';
import type { DataRobotVariant } from '../src/index.ts';
import { call, isSilent } from './client.ts';
import { carsCsv, DataRobotBench, penguinsCsv, rowsOf } from './data-robot-bench.ts';

let bench: DataRobotBench;
beforeAll(async () => {
  bench = await DataRobotBench.start();
});
afterAll(() => bench.sandbox.close());
beforeEach(() => bench.sandbox.reset());

const tested = new Set<string>();
const enable = (...names: readonly DataRobotVariant[]) => {
  for (const name of names) tested.add(name);
  bench.sandbox.variants.change({ enable: names });
};
const [header = '', ...lines] = carsCsv.trimEnd().split('\r\n');
const csvOf = (rows: readonly string[]) => `${[header, ...rows].join('\r\n')}\r\n`;
const bad = lines[0]?.replace(/^[^,]*/, dataRobotBadCell) ?? '';
const multipart = { intakeSettings: { type: 'localFile', multipart: true, async: false } };
const part = (id: string, number: number, rows = lines) =>
  bench.put(`${id}/csvUpload/part/${number}/`, csvOf(rows));
const finalize = (id: string) => bench.api('POST', `/batchPredictions/${id}/csvUpload/finalizeMultipart/`);

it('bearer-only', async () => {
  enable('bearer-only');
  const headers = { authorization: bench.authorization.replace('Bearer', 'Token') };
  expect((await bench.api('GET', '/deployments/', { headers })).status).toBe(401);
  expect((await bench.api('GET', '/deployments/')).status).toBe(200);
});

it('slash-redirect', async () => {
  enable('slash-redirect');
  const moved = await bench.api('GET', '/deployments?limit=1');
  expect([moved.status, moved.headers.get('location')]).toEqual([301, '/api/v2/deployments/?limit=1']);
  expect((await bench.api('GET', '/deployments/?limit=1')).status).toBe(200);
  expect((await bench.api('GET', '/ping/')).status).toBe(301);
  expect((await bench.api('POST', '/batchPredictions', { body: {} })).status).toBe(301);
});

it('links-foreign-host, links-no-slash', async () => {
  enable('links-foreign-host', 'links-no-slash');
  const id = await bench.create();
  await bench.create();
  const { storage } = bench.sandbox.describe();
  expect((await bench.status(id)).json.links).toEqual({
    self: `${storage.baseUrl}/api/v2/batchPredictions/${id}`,
    csvUpload: `${storage.baseUrl}/api/v2/batchPredictions/${id}/csvUpload`,
  });
  const { next } = (await bench.api('GET', '/batchPredictions/?limit=1')).json;
  expect(next).toMatch(`${storage.baseUrl}/api/v2/batchPredictions?`);
  await call('GET', next, { headers: { authorization: bench.authorization } });
  expect(bench.sandbox.state().credentialLeaks).toBe(1);
});

it('ping-needs-auth', async () => {
  enable('ping-needs-auth');
  const { endpoint } = bench.platform;
  expect((await call('GET', `${endpoint}/ping`)).status).toBe(401);
  expect((await call('GET', `${endpoint}/version/`)).status).toBe(401);
  expect((await bench.api('GET', '/ping')).status).toBe(200);
});

it('platform-missing', async () => {
  enable('platform-missing');
  const { data } = (await bench.api('GET', '/deployments/')).json;
  expect(data[0]).toMatchObject({ defaultPredictionServer: null });
  expect(data[0]).not.toHaveProperty('predictionEnvironment');
});

it('limit-over-100', async () => {
  enable('limit-over-100');
  expect((await bench.api('GET', '/deployments/?limit=500')).status).toBe(200);
});

it('no-queue-position, download-link-null', async () => {
  enable('no-queue-position', 'download-link-null');
  const { json } = await bench.status(await bench.create());
  expect(json).not.toHaveProperty('queuePosition');
  expect(json.links.download).toBeNull();
});

it.each([
  ['error-body-object', '{"message":{"sandbox":"Deployment not found"}}', /json/],
  ['error-body-list', '{"errors":[{"message":"Deployment not found"}]}', /json/],
  ['error-body-html', expect.stringContaining('<h1>Deployment not found</h1>'), /html/],
  ['error-body-empty', '', /plain/],
  ['error-body-text', 'エラー: Deployment not found', /plain/],
] as const)('%s', async (name, text, type) => {
  enable(name);
  const answer = await bench.api('GET', '/deployments/none/');
  expect(answer).toMatchObject({ status: 404, text });
  expect(answer.headers.get('content-type')).toMatch(type);
});

it('create-404, create-400', async () => {
  enable('create-404');
  const create = (deploymentId: string) =>
    bench.api('POST', '/batchPredictions/', { body: { deploymentId } });
  expect((await create('none')).status).toBe(422);
  enable('create-400');
  expect((await create(bench.deployment('cars-fuel').id)).status).toBe(400);
});

it('abort-threshold, abort-at-once', async () => {
  enable('abort-threshold');
  const many = csvOf([...Array<string>(200).fill(bad), ...lines]);
  expect((await bench.score(many)).job).toMatchObject({ status: 'COMPLETED', failedRows: 200 });
  bench.sandbox.variants.change({ disable: ['abort-threshold'] });
  enable('abort-at-once');
  expect((await bench.score(csvOf([bad, ...lines]))).job.status).toBe('ABORTED');
});

it('second-put-422', async () => {
  enable('second-put-422');
  const id = await bench.create();
  await bench.upload(id, carsCsv);
  expect((await bench.upload(id, carsCsv)).status).toBe(422);
});

it('part-reput-409', async () => {
  enable('part-reput-409');
  const id = await bench.create(multipart);
  await part(id, 0);
  expect((await part(id, 0)).status).toBe(409);
});

it('parts-any-order', async () => {
  enable('parts-any-order');
  const id = await bench.create({ ...multipart, passthroughColumns: ['Name'] });
  await part(id, 2, lines.slice(20));
  await part(id, 0, lines.slice(0, 10));
  expect(await finalize(id)).toMatchObject({ status: 422, json: { message: 'sandbox: part 1 is missing.' } });
  await part(id, 1, lines.slice(10, 20));
  expect((await finalize(id)).status).toBe(202);
  await bench.finish(id);
  const whole = await bench.score(carsCsv, { passthroughColumns: ['Name'] });
  expect((await bench.download(id)).text).toBe(whole.text);
});

it('multipart-flag-off', async () => {
  enable('multipart-flag-off');
  await expect(bench.create(multipart)).rejects.toThrow(/422/);
  await bench.create();
});

it('multipart-flag-ignored', async () => {
  enable('multipart-flag-ignored');
  const id = await bench.create(multipart);
  expect((await bench.status(id)).json.jobSpec.intakeSettings).toEqual({ type: 'localFile', async: false });
  expect((await part(id, 0)).status).toBe(404);
  expect((await bench.upload(id, carsCsv)).status).toBe(202);
});

it('finalize-202-message', async () => {
  enable('finalize-202-message');
  const id = await bench.create(multipart);
  await part(id, 0);
  expect(await finalize(id)).toMatchObject({ status: 202, json: { message: expect.any(String) } });
  for (let polls = 0; polls < 5; polls += 1) await bench.status(id);
  expect((await bench.status(id)).json).toMatchObject({ status: 'INITIALIZING', queued: false });
});

it('chunked-411', async () => {
  enable('chunked-411');
  const id = await bench.create();
  const upload = httpRequest(`${bench.platform.endpoint}/batchPredictions/${id}/csvUpload/`, {
    method: 'PUT',
    headers: {
      ...{ authorization: bench.authorization, 'content-type': 'text/csv' },
      'transfer-encoding': 'chunked',
    },
  });
  upload.end(carsCsv);
  const [response] = (await once(upload, 'response')) as [IncomingMessage];
  response.resume();
  expect(response.statusCode).toBe(411);
  expect((await bench.upload(id, carsCsv)).status).toBe(202);
});

it('upload-gzip-accepted', async () => {
  enable('upload-gzip-accepted');
  const id = await bench.create();
  expect((await bench.upload(id, gzipSync(carsCsv), { 'content-encoding': 'gzip' })).status).toBe(202);
  expect((await bench.finish(id)).json).toMatchObject({ status: 'COMPLETED', scoredRows: 406 });
});

it('broken-upload-aborts', async () => {
  enable('broken-upload-aborts');
  const id = await bench.create();
  bench.sandbox.faults.plan({ kind: 'reset-mid-body', operation: 'batchUpload' });
  await expect(bench.upload(id, carsCsv)).rejects.toThrow();
  expect((await bench.status(id)).json).toMatchObject({
    status: 'ABORTED',
    statusDetails: expect.stringMatching(/the upload broke off/),
  });
});

it('upload-waits-for-download', async () => {
  enable('upload-waits-for-download');
  const id = await bench.create();
  const many = csvOf(Array.from({ length: 30_000 }, (_, at) => lines[at % lines.length] ?? ''));
  const upload = bench.upload(id, many);
  expect(await isSilent(upload)).toBe(true);
  while ((await bench.status(id)).json.status !== 'RUNNING');
  expect(await isSilent(upload)).toBe(true);
  const { text } = await bench.download(id);
  expect((await upload).status).toBe(202);
  expect(rowsOf(text)).toHaveLength(30_000);
});

it('upload-window-expiry', async () => {
  enable('upload-window-expiry');
  const [late, intime] = [await bench.create(), await bench.create()];
  await bench.upload(intime, carsCsv);
  bench.sandbox.clock.advance(61_000);
  expect((await bench.upload(late, carsCsv)).status).toBe(404);
  expect((await bench.finish(intime)).json.status).toBe('COMPLETED');
});

it('delete-keeps-aborted, aborted-download-partial', async () => {
  enable('delete-keeps-aborted', 'aborted-download-partial');
  const id = await bench.create({ intakeSettings: { ...multipart.intakeSettings, async: true } });
  await part(id, 0, lines.slice(0, 10));
  await bench.status(id);
  await bench.status(id);
  expect((await bench.api('DELETE', `/batchPredictions/${id}/`)).status).toBe(202);
  expect((await bench.status(id)).json.status).toBe('ABORTED');
  expect(rowsOf((await bench.download(id)).text)).toHaveLength(10);
});

it('download-range', async () => {
  enable('download-range');
  const { id, text } = await bench.score(carsCsv);
  const answer = await bench.download(id, { range: 'bytes=100-' });
  expect([answer.status, answer.text]).toEqual([206, text.slice(100)]);
  expect(answer.headers.get('content-range')).toBe(`bytes 100-${text.length - 1}/${text.length}`);
});

it('single-download, gc-410', async () => {
  enable('single-download', 'gc-410');
  const { id } = await bench.score(carsCsv);
  expect((await bench.download(id)).status).toBe(404);
  bench.sandbox.clock.advance(49 * 3_600_000);
  expect((await bench.download(id)).status).toBe(410);
});

it('failed-rows-omitted', async () => {
  enable('failed-rows-omitted');
  const { job, rows } = await bench.score(csvOf([bad, ...lines]), { includePredictionStatus: true });
  expect([job.failedRows, rows.length]).toEqual([1, 406]);
});

it('row-order-shuffled', async () => {
  const body = { passthroughColumns: ['Name'] };
  const straight = await bench.score(carsCsv, body);
  enable('row-order-shuffled');
  const shuffled = await bench.score(carsCsv, body);
  expect(shuffled.text).not.toBe(straight.text);
  const sorted = (text: string) => text.split('\r\n').sort();
  expect(sorted(shuffled.text)).toEqual(sorted(straight.text));
  expect(shuffled.text.split('\r\n')[0]).toBe(straight.text.split('\r\n')[0]);
});

it('serverless-parallel-jobs', async () => {
  enable('serverless-parallel-jobs');
  const { id: deploymentId } = bench.deployment('penguins-sex');
  const ids = [await bench.create({ deploymentId }), await bench.create({ deploymentId })];
  for (const id of ids) await bench.upload(id, penguinsCsv);
  await bench.status(ids[0] as string);
  const { status, queuePosition } = (await bench.status(ids[1] as string)).json;
  expect([status, queuePosition]).toEqual(['RUNNING', 0]);
  expect(bench.sandbox.state().dataRobot.batchJobs.map(({ state }) => state)).toEqual(['RUNNING', 'RUNNING']);
});

it('keepalive-short', async () => {
  const promised = async () => {
    const agent = new Agent({ keepAlive: true });
    const [response] = (await once(httpGet(`${bench.platform.endpoint}/ping`, { agent }), 'response')) as [
      IncomingMessage,
    ];
    response.resume();
    await once(response, 'end');
    agent.destroy();
    return response.headers['keep-alive'];
  };
  expect(await promised()).toBe('timeout=60');
  enable('keepalive-short');
  await promised(); // for the header that is known before the call is seen
  expect(await promised()).toBe('timeout=1');
});

it('has every variant tested above', () => {
  expect([...tested].sort()).toEqual(Object.keys(dataRobotVariants).sort());
});
