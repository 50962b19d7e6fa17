import { request as httpRequest } from 'node:http';
import { text } from 'node:stream/consumers';
import { AbejaBench, emptyZip } from './abeja-bench.ts';
import { call, put } from './client.ts';
import { carsCsv } from './data-robot-bench.ts';

let bench: AbejaBench;
beforeAll(async () => {
  bench = await AbejaBench.start();
});
afterAll(() => bench.sandbox.close());
beforeEach(() => bench.sandbox.reset());

const row = { Cylinders: 8, Displacement: 307, Horsepower: 130, Weight_in_lbs: 3504, Year: '1970-01-01' };
const endpoint = () => `${bench.deployment}/endpoints/default`;

async function predict(path: string, body: unknown = row, headers?: Record<string, string>) {
  return bench.api('POST', path, { body, headers });
}

/** A service of a model, once it is READY. */
async function ready(fields: Record<string, unknown> = {}): Promise<string> {
  const { service_id: id } = (await bench.addService(fields)).json;
  for (let poll = 0; poll < 3; poll += 1) await bench.api('GET', `${bench.deployment}/services/${id}`);
  return id;
}

it('the preset endpoint answers with true predictions', async () => {
  const { id, serviceId } = bench.platform.deployment;
  const paths = [
    `/deployments/${id}`,
    `/deployments/${id}/default`,
    `/deployments/${id}/services/${serviceId}`,
  ];
  for (const path of paths) {
    const { status, json } = await predict(path);
    expect([status, json.service_id]).toEqual([200, serviceId]);
    expect(json.predictions[0].prediction).toBeGreaterThan(10);
    expect(json.predictions[0].prediction).toBeLessThan(22);
  }
  const list = await predict(paths[0] as string, [row, { ...row, Weight_in_lbs: 2000 }]);
  const [heavy, light] = list.json.predictions;
  expect(light.prediction).toBeGreaterThan(heavy.prediction);
  const csv = await bench.send('POST', paths[0] as string, carsCsv, { 'content-type': 'text/csv' });
  expect(csv.json.predictions).toHaveLength(406);
});

it.each([
  ['no JSON', 'x', 'application/json'],
  ['no object', '5', 'application/json'],
  ['another type', 'x', 'image/jpeg'],
])('a call with %s is 400', async (_name, body, type) => {
  const path = `/deployments/${bench.platform.deployment.id}`;
  expect((await bench.send('POST', path, body, { 'content-type': type })).status).toBe(400);
});

it('the service host is chosen by its name', async () => {
  const { hostname, port } = new URL(bench.platform.baseUrl);
  const ask = async (host: string): Promise<number | undefined> => {
    const sent = httpRequest({
      ...{ hostname, port, method: 'POST', path: `/deployments/${bench.platform.deployment.id}` },
      headers: { host, authorization: bench.authorization, 'content-type': 'application/json' },
    });
    const answer = new Promise<number | undefined>((resolve, reject) => {
      sent.once('error', reject);
      sent.once('response', (response) => {
        void text(response).then(() => resolve(response.statusCode));
      });
    });
    sent.end('{}');
    return answer;
  };
  const { id, name } = bench.platform.organization;
  const statuses = [`${id}.localhost:${port}`, `${name}.localhost`, `other.localhost`, `127.0.0.1:${port}`];
  expect(await Promise.all(statuses.map(ask))).toEqual([200, 200, 400, 200]);
});

it('a service is IN_PROGRESS for 2 polls, then READY', async () => {
  const { json } = await bench.addService({ models: { alias: bench.platform.jobDefinitions[0]?.modelId } });
  expect(json).toMatchObject({
    ...{ status: 'IN_PROGRESS', instance_type: 'cpu-0.25', instance_number: 1, max_instance_number: 2 },
    ...{ enable_autoscale: true, model_version: '0.0.1', metrics_url: null },
    models: { alias: bench.platform.jobDefinitions[0]?.modelId },
  });
  const path = `${bench.deployment}/services/${json.service_id}`;
  const call = `/deployments/${bench.platform.deployment.id}/services/${json.service_id}`;
  expect((await predict(call)).status).toBe(503);
  const statuses = [];
  for (let poll = 0; poll < 3; poll += 1) statuses.push((await bench.api('GET', path)).json.status);
  expect(statuses).toEqual(['IN_PROGRESS', 'IN_PROGRESS', 'READY']);
  expect((await predict(call)).status).toBe(200);
  const { entries } = (await bench.api('GET', `${bench.deployment}/services`)).json;
  expect(entries[0].models.alias).toEqual({
    model_id: bench.platform.jobDefinitions[0]?.modelId,
    job_definition_id: bench.platform.jobDefinitions[0]?.id,
  });
  const logs = (await bench.api('GET', `${path}/recentlogs`)).json;
  expect(logs.events[0].message).toMatch(/^answers \d+ bytes$/);
  const older = `${path}/recentlogs?next_backward_token=${logs.next_backward_token}`;
  expect((await bench.api('GET', older)).json).toMatchObject({ events: [], next_backward_token: '3' });
});

it('is switched: train, serve, point the endpoint, and back', async () => {
  const job = await bench.startJob({ environment: { TARGET: 'Horsepower' } });
  await bench.finish(job);
  const models = (await bench.api('GET', `${bench.training}/cars-fuel/models`)).json.entries;
  const service = await ready({ models: { alias: { model_id: models[0].id } } });
  const previous = (await bench.api('GET', endpoint())).json.service_id;
  const path = `/deployments/${bench.platform.deployment.id}`;
  const before = (await predict(path)).json.predictions[0].prediction;
  const patched = await bench.api('PATCH', endpoint(), { body: { service_id: service } });
  expect(patched.json.message).toMatch(/^pnt-[0-9a-f]{16} updated$/);
  expect((await bench.api('GET', endpoint())).json).toMatchObject({ service_id: service });
  expect((await predict(path)).json.predictions[0].prediction).not.toBe(before);
  await bench.api('PATCH', endpoint(), { body: { service_id: previous } });
  expect((await predict(path)).json.predictions[0].prediction).toBe(before);
  expect(bench.sandbox.state().abeja).toMatchObject({ switches: 2, servicesCreated: 1, jobsCreated: 1 });
});

it('a model that was downloaded answers like the first when it is uploaded again', async () => {
  const { modelId, name } = bench.platform.jobDefinitions[0] as { modelId: string; name: string };
  const { json } = await bench.api('GET', `${bench.training}/${name}/models/${modelId}/download`);
  const zip = Buffer.from(await (await fetch(json.download_uri)).arrayBuffer());
  const [own, other] = [
    (await bench.addModel(name, {}, zip)).json.id,
    (await bench.addModel(name, {}, emptyZip)).json.id,
  ];
  const root = `/deployments/${bench.platform.deployment.id}`;
  const answer = await predict(`${root}/services/${await ready({ models: { alias: own } })}`);
  expect(answer.json.predictions).toEqual((await predict(root)).json.predictions);
  const none = await predict(`${root}/services/${await ready({ models: { alias: other } })}`);
  expect([none.status, none.json.error]).toEqual([500, 'internal_server_error']);
  const without = await predict(`${root}/services/${await ready()}`);
  expect(without.json).toMatchObject({ sandbox_bytes: expect.any(Number) });
});

it('services are changed, stopped, started and deleted', async () => {
  const path = `${bench.deployment}/services/${await ready()}`;
  const answers = [];
  for (const [method, tail] of [
    ['POST', '/start'],
    ['POST', '/stop'],
    ['POST', '/stop'],
    ['POST', '/start'],
  ] as const)
    answers.push((await bench.api(method, `${path}${tail}`)).status);
  expect(answers).toEqual([400, 200, 400, 200]);
  const size = { instance_number: 4, max_instance_number: 6, enable_autoscale: false };
  expect((await bench.api('PATCH', path, { body: size })).json).toMatchObject({
    ...size,
    status: 'IN_PROGRESS',
  });
  for (const body of [{ instance_number: 301 }, { enable_autoscale: 'true' }, { models: { alias: '1' } }])
    expect((await bench.api('PATCH', path, { body })).status).toBe(400);
  expect((await bench.api('DELETE', path)).json.message).toMatch(/^ser-[0-9a-f]{16} deleted$/);
  expect((await bench.api('GET', path)).status).toBe(404);
});

it.each([
  ['another version', { version_id: 'ver-x' }],
  ['another model', { models: { alias: '1' } }],
  ['no instance', { instance_number: 0 }],
])('no service of %s', async (_name, fields) => {
  expect((await bench.addService(fields)).status).toBe(400);
});

it('endpoints point to services that are READY, and are there once', async () => {
  const { serviceId, endpointId } = bench.platform.deployment;
  const post = (service_id: string, custom_alias: string) =>
    bench.api('POST', `${bench.deployment}/endpoints`, { body: { service_id, custom_alias } });
  expect((await post(serviceId, 'default')).status).toBe(400);
  const { service_id: late } = (await bench.addService()).json;
  expect((await post(late, 'next')).status).toBe(400);
  expect((await bench.api('PATCH', endpoint(), { body: { service_id: late } })).status).toBe(400);
  const made = await post(serviceId, 'next');
  expect(made.json).toEqual({
    endpoint_id: expect.stringMatching(/^pnt-/),
    custom_alias: 'next',
    service_id: serviceId,
  });
  expect((await bench.api('GET', `${bench.deployment}/endpoints`)).json.entries).toHaveLength(2);
  expect((await bench.api('GET', `${bench.deployment}/endpoints/${endpointId}`)).json.custom_alias).toBe(
    'default',
  );
  expect((await bench.api('DELETE', `${bench.deployment}/endpoints/next`)).status).toBe(200);
  expect((await bench.api('GET', `${bench.deployment}/endpoints/next`)).status).toBe(404);
  expect((await bench.api('DELETE', `${bench.deployment}/services/${serviceId}`)).status).toBe(400);
});

it('deployments and the versions of their code', async () => {
  const root = `${bench.root}/deployments`;
  const made = (await bench.api('POST', root, { body: { name: 'd', description: '' } })).json;
  expect(made).toMatchObject({ name: 'd', services: [], endpoints: [], triggers: [], runs: [] });
  expect((await bench.api('POST', root, { body: { name: 'd' } })).status).toBe(400);
  expect((await bench.api('GET', root)).json.entries).toHaveLength(2);
  const own = `${root}/${made.deployment_id}`;
  expect((await bench.api('PATCH', own, { body: { name: 'd2' } })).json.name).toBe('d2');
  const body = { version: '0.0.1', handler: 'main:handler', image: 'abeja-inc/all-cpu:18.10' };
  const version = (await bench.api('POST', `${own}/versions`, { body })).json;
  expect((await bench.api('POST', `${own}/versions`, { body })).status).toBe(400);
  const path = `${own}/versions/${version.version_id}`;
  const service = { version_id: version.version_id };
  expect((await bench.api('POST', `${own}/services`, { body: service })).status).toBe(400);
  expect((await put(version.upload_url, 'code')).status).toBe(200);
  const { download_uri: uri } = (await bench.api('GET', `${path}/download`)).json;
  expect((await call('GET', uri)).text).toBe('code');
  const { service_id: id } = (await bench.api('POST', `${own}/services`, { body: service })).json;
  expect((await bench.api('DELETE', path)).status).toBe(400);
  expect((await bench.api('DELETE', own)).status).toBe(400);
  await bench.api('DELETE', `${own}/services/${id}`);
  const git = { git_url: 'https://git.example/x.git', version: '0.0.2', image: 'a/b' };
  expect((await bench.api('POST', `${own}/git/versions`, { body: git })).json.version).toBe('0.0.2');
  expect((await bench.api('GET', `${own}/versions`)).json.entries).toHaveLength(2);
  expect((await bench.api('DELETE', path)).json.message).toMatch(/^ver-\w+ deleted$/);
  expect((await bench.api('GET', path)).status).toBe(404);
  expect((await bench.api('DELETE', own)).json.message).toMatch(/^\d{13} deleted$/);
});
