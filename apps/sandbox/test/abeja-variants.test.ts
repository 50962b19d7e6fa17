import type { AbejaVariant } from '../src/index.ts';
import { AbejaBench, basic, emptyZip, versionParameters } from './abeja-bench.ts';
import { call } from './client.ts';

let bench: AbejaBench;
beforeAll(async () => {
  bench = await AbejaBench.start();
});
afterAll(() => bench.sandbox.close());
beforeEach(() => bench.sandbox.reset());

const cars = () => `${bench.training}/cars-fuel`;
const get = (path: string) => bench.api('GET', path);
const post = (path: string, body?: unknown) => bench.api('POST', path, { body });
const jobs = () => `${cars()}/versions/1/jobs`;
const start = async (body?: unknown) => (await post(jobs(), body)).status;
const define = async (name: string) => (await post(bench.training, { name })).status;
const names = async (query = '') =>
  (await get(`${bench.training}${query}`)).json.entries.map((each: { readonly name: string }) => each.name);
const missing = () => get(`${bench.training}/none`);
/** Statuses of a job, poll by poll. */
async function polls(path: string, count: number): Promise<readonly string[]> {
  const seen = [];
  for (let poll = 0; poll < count; poll += 1) seen.push((await get(path)).json.status);
  return seen;
}
const models = async (query = '') => (await get(`${cars()}/models${query}`)).json.entries.length;
const complete = async (body: Record<string, unknown> = {}) => {
  const path = await bench.startJob(body);
  await bench.finish(path);
  return path;
};
const local = async () => {
  const { json } = await post(jobs(), { exec_env: 'local' });
  return {
    path: `${cars()}/jobs/${json.id}`,
    headers: { authorization: `Bearer ${json.token}` },
  };
};
const result = async (path: string) => (await get(`${path}/result`)).json;

/** What each variant changes; every one has to be here. */
const changes: Readonly<Record<AbejaVariant, () => Promise<void>>> = {
  'created-201': async () => {
    expect(await define('a')).toBe(201);
    expect((await get(bench.training)).status).toBe(200);
  },
  'empty-204': async () => {
    const answer = await post(`${cars()}/archive`);
    expect([answer.status, answer.text]).toEqual([204, '']);
    expect(await define('a')).toBe(200);
  },
  'error-array': async () => {
    expect((await missing()).json).toMatchObject([{ error: 'not_found' }]);
  },
  'error-html': async () => {
    expect((await missing()).text).toMatch(/^<html>/);
  },
  'error-empty': async () => {
    const answer = await missing();
    expect([answer.status, answer.text]).toEqual([404, '']);
  },
  'role-401': async () => {
    const { id, token } = bench.platform.regularUser;
    const headers = { authorization: basic(`user-${id}:${token}`) };
    expect((await bench.api('POST', jobs(), { headers })).status).toBe(401);
  },
  'duplicate-409': async () => {
    expect(await define('cars-fuel')).toBe(409);
  },
  'duplicate-allowed': async () => {
    expect(await define('cars-fuel')).toBe(200);
    expect(await names()).toHaveLength(3);
  },
  'delete-refused-if-not-empty': async () => {
    expect((await bench.api('DELETE', cars())).status).toBe(400);
    await define('empty');
    expect((await bench.api('DELETE', `${bench.training}/empty`)).status).toBe(200);
  },
  'delete-cascade': async () => {
    await bench.startJob();
    expect((await bench.api('DELETE', cars())).status).toBe(200);
  },
  'missing-as-400': async () => {
    expect((await missing()).status).toBe(400);
  },
  'archived-included-by-default': async () => {
    await post(`${cars()}/archive`);
    expect(await names()).toContain('cars-fuel');
    expect(await names('?filter_archived=exclude_archived')).not.toContain('cars-fuel');
  },
  'order-oldest-first': async () => {
    expect(await names()).toEqual(['cars-fuel', 'penguins-species']);
  },
  'order-shuffled': async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) await define(name);
    const shuffled = await names();
    const sorted = ['e', 'd', 'c', 'b', 'a', 'penguins-species', 'cars-fuel'];
    expect(shuffled).not.toEqual(sorted);
    expect([...shuffled].sort()).toEqual([...sorted].sort());
  },
  'small-pages': async () => {
    await define('a');
    expect((await get(`${bench.training}?limit=9`)).json).toMatchObject({ limit: 2, entries: [{}, {}] });
  },
  'limit-capped': async () => {
    expect((await get(`${bench.training}?limit=9`)).json.limit).toBe(5);
  },
  'models-ignore-paging': async () => {
    await bench.addModel('cars-fuel', {}, emptyZip);
    expect(await models('?limit=1&offset=1')).toBe(2);
  },
  'no-total': async () => {
    expect(Object.keys((await get(bench.training)).json)).toEqual(['entries']);
  },
  'archive-too-large': async () => {
    const archive = Buffer.concat([emptyZip, Buffer.alloc(1024)]);
    expect((await bench.addVersion('cars-fuel', versionParameters, archive)).status).toBe(413);
    expect((await bench.addVersion('cars-fuel')).status).toBe(200);
  },
  'long-description-cut': async () => {
    expect((await post(jobs(), { description: 'x'.repeat(300) })).json.description).toHaveLength(256);
  },
  'environment-stringified': async () => {
    const { environment } = (await post(jobs(), { environment: { A: 1, B: true } })).json;
    expect(environment).toEqual({ A: '1', B: 'true' });
  },
  'environment-numbers-rejected': async () => {
    expect([await start({ environment: { A: 1 } }), await start({ environment: { A: '1' } })]).toEqual([
      400, 200,
    ]);
  },
  'environment-merged': async () => {
    const { environment } = (await post(jobs(), { environment: { A: '1' } })).json;
    expect(environment).toEqual({ TARGET: 'Miles_per_Gallon', A: '1' });
  },
  'instance-type-denied': async () => {
    expect([await start({ instance_type: 'gpu-1' }), await start()]).toEqual([403, 200]);
  },
  'job-quota': async () => {
    expect([await start(), await start()]).toEqual([200, 400]);
  },
  'job-quota-429': async () => {
    expect([await start(), await start()]).toEqual([200, 429]);
  },
  'stuck-pending': async () => {
    expect(new Set(await polls(await bench.startJob(), 8))).toEqual(new Set(['Pending']));
  },
  'odd-status': async () => {
    expect(await polls(await bench.startJob(), 4)).toContain('Provisioning');
  },
  'null-times': async () => {
    expect((await get(await complete())).json).toMatchObject({ start_time: null, completion_time: null });
  },
  'fails-with-message': async () => {
    const job = (await get(await complete())).json;
    expect([job.status, job.status_message]).toEqual(['Failed', expect.stringMatching(/is to fail/)]);
  },
  'skips-active': async () => {
    expect(await polls(await bench.startJob(), 3)).toEqual(['Pending', 'Pending', 'Complete']);
  },
  'stop-ended-400': async () => {
    expect((await post(`${await complete()}/stop`)).status).toBe(400);
  },
  'stop-ended-ok': async () => {
    const path = await complete();
    expect((await post(`${path}/stop`)).status).toBe(200);
    expect((await get(path)).json.status).toBe('Complete');
  },
  'stop-slow': async () => {
    const path = await bench.startJob();
    await post(`${path}/stop`);
    expect(await polls(path, 2)).toEqual(['Pending', 'Stopped']);
  },
  'stop-loses-to-complete': async () => {
    const path = await bench.startJob();
    expect((await post(`${path}/stop`)).status).toBe(200);
    expect((await get(path)).json.status).toBe('Complete');
  },
  'result-missing-keys': async () => {
    expect(await result(await bench.startJob())).toEqual({ artifacts: {} });
  },
  'result-download-uri': async () => {
    const { download_uri: uri } = await result(await complete());
    expect(Object.keys(await bench.unzip(uri))).toHaveLength(3);
  },
  'result-flat': async () => {
    const { uri } = (await result(await complete())).artifacts.complete;
    expect(Object.keys(await bench.unzip(uri))).toContain('model.json');
  },
  'result-on-failed': async () => {
    const path = await bench.startJob();
    await post(`${path}/stop`);
    const { uri } = (await result(path)).artifacts.complete;
    expect(Object.keys(await bench.unzip(uri))).toEqual([`${path.split('/').at(-1)}/training.log`]);
  },
  'result-late': async () => {
    const path = await complete();
    const seen = [];
    for (let look = 0; look < 3; look += 1) seen.push((await get(`${path}/result`)).status);
    expect(seen).toEqual([404, 404, 200]);
  },
  'short-presign': async () => {
    const { json } = await get(`${cars()}/versions/1/source`);
    expect((await call('GET', json.download_uri)).status).toBe(200);
    bench.sandbox.clock.advance(2000);
    expect((await call('GET', json.download_uri)).status).toBe(403);
  },
  'presign-content-type-strict': async () => {
    const headers = { 'content-type': 'text/csv' };
    const { json } = await bench.api('POST', `/channels/${bench.platform.channel.id}`, { headers });
    const put = async (type: string) =>
      (await fetch(json.upload_url, { method: 'PUT', body: 'x', headers: { 'content-type': type } })).status;
    expect([await put('text/plain'), await put('text/csv')]).toEqual([403, 200]);
  },
  'statistics-merge': async () => {
    const path = `${await bench.startJob()}/statistics`;
    await post(path, { statistics: { epoch: 1, stages: { train: { loss: 1 } } } });
    const { statistics } = (await post(path, { statistics: { stages: { validation: { loss: 2 } } } })).json;
    expect(statistics).toEqual({ epoch: 1, stages: { train: { loss: 1 }, validation: { loss: 2 } } });
  },
  'statistics-echo': async () => {
    const body = { statistics: { epoch: 1 } };
    expect((await post(`${await bench.startJob()}/statistics`, body)).json).toEqual(body);
  },
  'no-auto-model': async () => {
    await complete();
    expect(await models()).toBe(1);
  },
  'late-auto-model': async () => {
    await complete();
    expect([await models(), await models(), await models()]).toEqual([1, 1, 2]);
  },
  'many-models': async () => {
    await complete();
    expect(await models()).toBe(4);
  },
  'upload-exec-env-cloud': async () => {
    expect((await bench.addModel('cars-fuel', {}, emptyZip)).json.exec_env).toBe('cloud');
  },
  'archived-usable': async () => {
    await post(`${cars()}/versions/1/archive`);
    const path = await bench.startJob();
    expect((await post(`${path}/archive`)).status).toBe(200);
  },
  'job-logs-available': async () => {
    const { events } = (await get(`${await complete()}/recentlogs`)).json;
    expect(events[0]).toEqual({ message: 'the job is Complete', timestamp: expect.stringMatching(/Z$/) });
  },
  'id-first': async () => {
    const { id } = bench.platform.jobDefinitions[0] as { readonly id: string };
    await define(id);
    expect((await get(`${bench.training}/${id}`)).json.name).toBe('cars-fuel');
  },
  'strict-names': async () => {
    expect([await define('a b'), await define('a-b')]).toEqual([400, 200]);
  },
  'org-id-only': async () => {
    const { id, name } = bench.platform.organization;
    expect((await get(`/organizations/${name}`)).status).toBe(404);
    expect((await get(`/organizations/${id}`)).status).toBe(200);
  },
  'rate-limited': async () => {
    const answers = [await get(cars()), await get(cars()), await get(cars())];
    expect(answers.map(({ status }) => status)).toEqual([200, 429, 200]);
    expect(answers[1]?.headers.get('retry-after')).toBe('1');
  },
  'rate-limited-no-header': async () => {
    const answers = [await get(cars()), await get(cars())];
    expect(answers.map(({ status }) => status)).toEqual([200, 429]);
    expect(answers[1]?.headers.has('retry-after')).toBe(false);
  },
  'local-token-expires': async () => {
    const { path, headers } = await local();
    const seen = [];
    for (let poll = 0; poll < 4; poll += 1) seen.push((await bench.api('GET', path, { headers })).status);
    expect(seen).toEqual([200, 200, 200, 401]);
    const body = { status: 'Active' };
    expect((await bench.api('PUT', `${path}/status`, { body })).status).toBe(200);
  },
  'local-token-only': async () => {
    const { path, headers } = await local();
    const body = { status: 'Active' };
    expect((await bench.api('PUT', `${path}/status`, { body })).status).toBe(401);
    expect((await bench.api('PUT', `${path}/status`, { body, headers })).status).toBe(200);
  },
  'training-gone': async () => {
    expect((await get(bench.training)).status).toBe(410);
    expect((await get(bench.deployment)).status).toBe(200);
  },
};

it.each(Object.entries(changes))('%s', async (name, change) => {
  bench.sandbox.variants.change({ enable: [name] });
  await change();
});
