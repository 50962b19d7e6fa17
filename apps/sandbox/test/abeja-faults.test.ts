import { readdirSync } from 'node:fs';
import { abejaFaultKinds, abejaOperationNames, operationNames } from '../src/index.ts';
import type { AbejaFaultKind, FaultRequest } from '../src/index.ts';
import { AbejaBench, emptyZip } from './abeja-bench.ts';
import { call, until } from './client.ts';

let bench: AbejaBench;
beforeAll(async () => {
  bench = await AbejaBench.start();
});
afterAll(() => bench.sandbox.close());
beforeEach(() => bench.sandbox.reset());
afterEach(() => expect(bench.sandbox.faults.unconsumed()).toEqual([]));

const cars = () => `${bench.training}/cars-fuel`;
const jobs = () => `${cars()}/versions/1/jobs`;
const tested = new Set<string>();
const plan = (kind: AbejaFaultKind, rest: Partial<FaultRequest> = {}) => {
  tested.add(kind);
  return bench.sandbox.faults.plan({ kind, ...rest });
};
const state = () => bench.sandbox.state().abeja;
const source = async () => (await bench.api('GET', `${cars()}/versions/1/source`)).json.download_uri;

it('drop-after-create: there is one job, and nobody was told', async () => {
  plan('drop-after-create');
  await expect(bench.api('POST', jobs(), { body: {} })).rejects.toThrow();
  expect(state().jobsCreated).toBe(1);
  plan('drop-after-create', { operation: 'trainingModelCreate' });
  await expect(bench.addModel('cars-fuel', {}, emptyZip)).rejects.toThrow();
  expect(state().modelsCreated).toBe(1);
});

it('error-after-create', async () => {
  plan('error-after-create', { operation: 'trainingVersionCreate' });
  expect((await bench.addVersion('cars-fuel')).status).toBe(502);
  expect(state().versionsCreated).toBe(1);
  plan('error-after-create', { status: 500 });
  expect((await bench.api('POST', jobs())).status).toBe(500);
  expect(state().jobsCreated).toBe(1);
});

it('token-expired-mid-run', async () => {
  const path = await bench.startJob();
  expect((await bench.api('GET', path)).status).toBe(200);
  plan('token-expired-mid-run');
  expect((await bench.api('GET', path)).status).toBe(401);
  expect((await bench.api('GET', path)).status).toBe(401);
});

it.each([
  ['job-fails', { message: 'no luck' }, { status: 'Failed', status_message: 'no luck' }],
  ['job-stopped-by-other', {}, { status: 'Stopped' }],
  ['job-vanishes', {}, { error: 'not_found' }],
] as const)('%s', async (kind, rest, expected) => {
  const path = await bench.startJob();
  plan(kind, rest);
  expect((await bench.api('GET', path)).json).toMatchObject(expected);
});

it('upload-url-expired, download-url-expired', async () => {
  const { json } = await bench.api('POST', `/channels/${bench.platform.channel.id}`);
  const put = () => fetch(json.upload_url, { method: 'PUT', body: 'x' });
  plan('upload-url-expired', { origin: 'abeja' });
  expect([(await put()).status, (await put()).status]).toEqual([403, 200]);
  const url = await source();
  plan('download-url-expired');
  expect([(await call('GET', url)).status, (await call('GET', url)).status]).toEqual([403, 200]);
});

it('zip-corrupt', async () => {
  const url = await source();
  const bytes = async () => Buffer.from(await (await fetch(url)).arrayBuffer());
  plan('zip-corrupt');
  const wrong = await bytes();
  expect(wrong.equals(emptyZip)).toBe(false);
  expect(wrong).toHaveLength(emptyZip.length);
  expect(await bytes()).toEqual(emptyZip);
});

it('service-never-ready', async () => {
  plan('service-never-ready');
  const { service_id: id } = (await bench.addService()).json;
  bench.sandbox.clock.step(9);
  expect((await bench.api('GET', `${bench.deployment}/services/${id}`)).json.status).toBe('IN_PROGRESS');
});

it('endpoint-moved-by-other', async () => {
  const path = `${bench.deployment}/endpoints/default`;
  plan('endpoint-moved-by-other');
  const { serviceId } = bench.platform.deployment;
  expect((await bench.api('GET', path)).json.service_id).toBe(serviceId);
  expect((await bench.api('GET', path)).json.service_id).not.toBe(serviceId);
});

it.each<[AbejaFaultKind, number]>([
  ['status', 500],
  ['vendor-error', 400],
  ['http-500-once', 500],
  ['unauthorized-once', 401],
  ['retry-after-seconds', 429],
  ['retry-after-date', 429],
])('%s carries nothing out', async (kind, status) => {
  plan(kind, { operation: 'trainingJobCreate' });
  expect((await bench.api('POST', jobs())).status).toBe(status);
  expect(state().jobsCreated).toBe(0);
});

it('http-503-burst', async () => {
  plan('http-503-burst', { operation: 'trainingJobs' });
  const seen = [];
  for (let turn = 0; turn < 4; turn += 1) seen.push((await bench.api('GET', `${cars()}/jobs`)).status);
  expect(seen).toEqual([503, 503, 503, 200]);
});

it('redirect-cross-origin leads credentials astray', async () => {
  plan('redirect-cross-origin', { operation: 'jobDefinition' });
  const { headers } = await bench.api('GET', cars());
  await call('GET', headers.get('location') as string, {
    headers: { authorization: bench.authorization },
  });
  expect(bench.sandbox.state().credentialLeaks).toBe(1);
});

it.each<[AbejaFaultKind, number]>([
  ['reset-before-body', 0],
  ['reset-mid-body', 0],
  ['reset-after-body', 0],
  ['drop-before-answer', 1],
])('%s', async (kind, made) => {
  plan(kind, { operation: 'trainingVersionCreate', bytes: 100 });
  await expect(bench.addVersion('cars-fuel')).rejects.toThrow();
  expect(state().versionsCreated).toBe(made);
  await until(() => readdirSync(bench.sandbox.describe().stateDir).length === made);
});

it('drop-after-upload', async () => {
  const { json } = await bench.api('POST', `/channels/${bench.platform.channel.id}`);
  plan('drop-after-upload');
  await expect(fetch(json.upload_url, { method: 'PUT', body: 'x' })).rejects.toThrow();
  const path = `/channels/${bench.platform.channel.id}/${json.file_id}`;
  expect((await bench.api('GET', path)).json.uploaded_at).toEqual(expect.any(String));
});

it.each<AbejaFaultKind>(['timeout', 'stall', 'stall-mid-body'])('%s', async (kind) => {
  plan(kind, { operation: 'trainingJobCreate' });
  const signal = AbortSignal.timeout(200);
  await expect(bench.api('POST', jobs(), { signal })).rejects.toThrow(/abort|timeout/i);
  expect(state().jobsCreated).toBe(kind === 'timeout' ? 0 : 1);
});

it('stall-mid-upload', async () => {
  plan('stall-mid-upload', { operation: 'channelUpload', bytes: 10 });
  const upload = fetch(`${bench.platform.baseUrl}/channels/${bench.platform.channel.id}/upload`, {
    ...{ method: 'POST', body: 'x'.repeat(1000), signal: AbortSignal.timeout(200) },
    headers: { authorization: bench.authorization },
  });
  await expect(upload).rejects.toThrow(/abort|timeout/i);
  expect(state().files).toHaveLength(2);
});

it.each<[AbejaFaultKind, (answer: Awaited<ReturnType<typeof call>>) => unknown, unknown]>([
  ['slow-response', ({ status }) => status, 200],
  ['slow-drip', ({ json }) => json.name, 'cars-fuel'],
  ['truncated-json', ({ json }) => json, {}],
  ['wrong-content-type', ({ headers }) => headers.get('content-type'), 'text/html'],
  ['clock-skew', ({ headers }) => Date.parse(headers.get('date') ?? '') > Date.now() + 3_000_000, true],
])('%s', async (kind, read, expected) => {
  plan(kind, { operation: 'jobDefinition', delayMs: 1, bytes: 200 });
  expect(read(await bench.api('GET', cars()))).toEqual(expected);
});

it('truncated-body', async () => {
  plan('truncated-body', { operation: 'jobDefinition' });
  await expect(bench.api('GET', cars())).rejects.toThrow();
});

it('has every kind tested above', () => {
  expect([...tested].sort()).toEqual(Object.keys(abejaFaultKinds).sort());
});

it('names its operations like no other', () => {
  expect(new Set(operationNames).size).toBe(operationNames.length);
  expect(operationNames.filter((name) => (abejaOperationNames as readonly string[]).includes(name))).toEqual([
    ...abejaOperationNames,
  ]);
});
