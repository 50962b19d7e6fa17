import { readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { AbejaBench, emptyZip, formOf, versionParameters } from './abeja-bench.ts';
import { call } from './client.ts';

let bench: AbejaBench;
beforeAll(async () => {
  bench = await AbejaBench.start();
});
afterAll(() => bench.sandbox.close());
beforeEach(() => bench.sandbox.reset());

const message = (text: RegExp) => ({ message: expect.stringMatching(text) });
const cars = 'cars-fuel';

/** Every call of the reference that sends JSON or nothing, on what is there from the start. */
const calls = (): readonly (readonly [string, string, unknown, unknown])[] => {
  const { modelId } = bench.platform.jobDefinitions[0] as { readonly modelId: string };
  const model = `/${cars}/models/${modelId}`;
  return [
    ['POST', '', { name: 'new' }, { name: 'new', versions: [], version_count: 0 }],
    ['GET', '', undefined, { total: 2, offset: 0, limit: 50, entries: [{}, { name: cars }] }],
    ['GET', `/${cars}`, undefined, { name: cars, version_count: 1, model_count: 1, jobs: [] }],
    ['GET', `/${cars}?include_jobs=false`, undefined, { jobs: null }],
    ['POST', `/${cars}/archive`, {}, message(/^cars-fuel archived$/)],
    ['POST', `/${cars}/unarchive`, {}, message(/^cars-fuel unarchived$/)],
    ['GET', `/${cars}/versions`, undefined, { entries: [{ job_definition_version: 1 }] }],
    ['GET', `/${cars}/versions/1`, undefined, { handler: 'train:handler', archived: false }],
    ['PATCH', `/${cars}/versions/1`, { description: 'better' }, { description: 'better' }],
    ['PATCH', `/${cars}/versions/1`, {}, { description: 'preset' }],
    ['POST', `/${cars}/versions/1/archive`, undefined, message(/^archived$/)],
    ['POST', `/${cars}/versions/1/unarchive`, undefined, message(/^unarchived$/)],
    ['GET', `/${cars}/versions/1/source`, undefined, { download_uri: expect.stringMatching(/^http/) }],
    ['POST', `/${cars}/versions/1/jobs`, {}, { status: 'Pending', statistics: null, exec_env: 'cloud' }],
    ['POST', `/${cars}/versions/1/jobs`, undefined, { instance_type: 'cpu-1' }],
    ['GET', `/${cars}/jobs`, undefined, { entries: [], total: 0, limit: 10, offset: 0 }],
    ['GET', `/${cars}/models`, undefined, { entries: [{ id: modelId, training_model_id: modelId }] }],
    ['GET', model, undefined, { id: modelId, archived: false }],
    ['PATCH', model, { description: 'best' }, { description: 'best' }],
    ['GET', `${model}/download`, undefined, { download_uri: expect.stringMatching(/^http/) }],
    ['POST', `${model}/archive`, undefined, message(/^cars-fuel:\d+ archived$/)],
    ['POST', `${model}/unarchive`, undefined, message(/^cars-fuel:\d+ unarchived$/)],
    ['DELETE', `/${cars}/versions/1`, undefined, message(/^deleted$/)],
    ['DELETE', `/${cars}`, undefined, message(/^cars-fuel deleted$/)],
    [
      'POST',
      `/${cars}/git/versions`,
      { git_url: 'https://git.example/x.git', ...versionParameters },
      { job_definition_version: 2 },
    ],
  ];
};

it('answers every documented call, 200 and in JSON, in both forms of the path', async () => {
  for (const [index, [method, path, body]] of calls().entries()) {
    for (const prefix of [bench.training, `${bench.training}/`.replace(/\/$/, path === '' ? '/' : '')]) {
      await bench.sandbox.reset();
      const [, , , expected] = calls()[index] as ReturnType<typeof calls>[number];
      const answer = await bench.api(method, `${prefix}${path}`, { body });
      expect([method, path, answer.status]).toEqual([method, path, 200]);
      expect(answer.json).toMatchObject(expected as object);
    }
  }
});

it('takes calls without a body that say JSON all the same', async () => {
  const headers = { 'content-type': 'application/json' };
  const path = `${bench.training}/${cars}/versions/1`;
  expect((await bench.api('POST', `${path}/archive`, { headers })).status).toBe(200);
  expect((await bench.api('DELETE', path, { headers })).status).toBe(200);
});

describe('archives', () => {
  const path = () => `${bench.training}/${cars}/versions`;

  it.each([
    ['in the order of the vendor', emptyZip, false],
    ['the other way round', emptyZip, true],
    ['as tar.gz', gzipSync('not really a tar'), false],
  ])('come in a form, %s', async (_name, archive, isSwapped) => {
    const parameters = { ...versionParameters, environment: { A: '1' }, datasets: { d: '1' } };
    const form = formOf('source_code', archive, parameters, isSwapped);
    const made = await bench.send('POST', path(), form);
    expect(made.json).toMatchObject({
      ...{ job_definition_version: 2, handler: 'train:handler', environment: { A: '1' } },
      ...{ datasets: { d: '1' }, description: null, archived: false },
    });
    const { download_uri: uri } = (await bench.api('GET', `${path()}/2/source`)).json;
    expect(Buffer.from(await (await fetch(uri)).arrayBuffer()).equals(Buffer.from(archive))).toBe(true);
    const { sources } = bench.sandbox.state().abeja;
    expect(sources.find(({ version }) => version === 2)?.bytes).toBe(archive.length);
    expect(bench.sandbox.requests()[0]?.bodyBytes).toBeGreaterThan(archive.length);
  });

  it.each([
    ['no archive', formOf('source_code', Buffer.from('hello'), versionParameters), 'source_code'],
    ['another part', formOf('code', emptyZip, versionParameters), 'source_code'],
    ['no handler', formOf('source_code', emptyZip, { image: 'a/b' }), 'handler'],
    ['an image without a slash', formOf('source_code', emptyZip, { handler: 'a:b', image: 'b' }), 'image'],
    ['parameters that are no object', formOf('source_code', emptyZip, 5), 'parameters'],
    [
      'a long description',
      formOf('source_code', emptyZip, { handler: 'a:b', description: 'x'.repeat(257) }),
      'description',
    ],
  ])('are refused with 400: %s', async (_name, form, field) => {
    const answer = await bench.send('POST', path(), form);
    expect(answer.json).toMatchObject({
      error: 'bad_request',
      error_detail: { [field]: [expect.any(String)] },
    });
    expect(answer.status).toBe(400);
    expect(bench.sandbox.state().abeja.versionsCreated).toBe(0);
    expect(readdirSync(bench.sandbox.describe().stateDir)).toEqual([]);
  });

  it('must come in a form', async () => {
    expect((await bench.send('POST', path(), '{}', { 'content-type': 'application/json' })).status).toBe(400);
  });

  it('become models, too', async () => {
    const job = (await bench.startJob()).split('/').at(-1);
    const parameters = {
      training_job_id: job,
      metrics: { acc: 0.76, loss: 'Infinity' },
      description: 'mine',
    };
    const made = (await bench.addModel(cars, parameters, emptyZip)).json;
    expect(made).toMatchObject({ ...parameters, exec_env: 'none', user: null, environment: {} });
    expect((await bench.addModel(cars, {}, emptyZip)).json.training_job_id).toBeNull();
    expect((await bench.addModel(cars, { training_job_id: 'x' }, emptyZip)).status).toBe(400);
  });
});

it('lists are newest first, in pages, without what is archived', async () => {
  for (const name of ['a', 'b', 'c']) await bench.api('POST', bench.training, { body: { name } });
  await bench.api('POST', `${bench.training}/b/archive`);
  const names = async (query: string) => {
    const { json } = await bench.api('GET', `${bench.training}${query}`);
    return json.entries?.map(({ name }: { readonly name: string }) => name) ?? json.error;
  };
  expect(await names('')).toEqual(['c', 'a', 'penguins-species', cars]);
  expect(await names('?filter_archived=include_archived&limit=2')).toEqual(['c', 'b']);
  expect(await names('?filter_archived=exclude_archived&limit=2&offset=1')).toEqual([
    'a',
    'penguins-species',
  ]);
  expect(await names('?filter_archived=true')).toBe('bad_request');
  expect(await names('?limit=x')).toBe('bad_request');
});

it.each([
  ['GET', '/none'],
  ['GET', `/${cars}/versions/9`],
  ['GET', `/${cars}/jobs/9`],
  ['POST', `/${cars}/jobs/9/stop`],
  ['GET', `/${cars}/models/9`],
  ['GET', `/${cars}/models/9/download`],
])('%s %s is 404', async (method, path) => {
  const answer = await bench.api(method, `${bench.training}${path}`);
  expect([answer.status, answer.json.error]).toEqual([404, 'not_found']);
});

it.each([
  ['a name that is taken', '', { name: cars }],
  ['no name', '', {}],
  ['a list', '', []],
  ['a made-up machine', `/${cars}/versions/1/jobs`, { instance_type: 'cpu-10' }],
  ['an environment that is none', `/${cars}/versions/1/jobs`, { environment: [] }],
  ['datasets without ids', `/${cars}/versions/1/jobs`, { datasets: { a: 1 } }],
  ['git without a URL', `/${cars}/git/versions`, versionParameters],
])('refuses %s', async (_name, path, body) => {
  expect((await bench.api('POST', `${bench.training}${path}`, { body })).status).toBe(400);
});

it('knows a job definition by name or id', async () => {
  const { id } = bench.platform.jobDefinitions[0] as { readonly id: string };
  expect((await bench.api('GET', `${bench.training}/${id}`)).json.name).toBe(cars);
  await bench.api('POST', bench.training, { body: { name: id } });
  expect((await bench.api('GET', `${bench.training}/${id}`)).json.name).toBe(id);
});

it('an archived version starts no job, and what runs cannot be archived or deleted', async () => {
  const path = await bench.startJob();
  expect((await bench.api('POST', `${path}/archive`)).status).toBe(400);
  expect((await bench.api('DELETE', `${bench.training}/${cars}`)).status).toBe(400);
  expect((await bench.api('DELETE', `${bench.training}/${cars}/versions/1`)).status).toBe(400);
  await bench.finish(path);
  expect((await bench.api('POST', `${path}/archive`)).status).toBe(200);
  expect((await bench.api('GET', `${bench.training}/${cars}/jobs`)).json.total).toBe(0);
  await bench.api('POST', `${bench.training}/${cars}/versions/1/archive`);
  await expect(bench.startJob()).rejects.toThrow('400');
  expect((await bench.api('DELETE', `${bench.training}/${cars}/versions/1`)).status).toBe(200);
  expect((await bench.api('GET', path)).status).toBe(404);
});

it('names its own organization', async () => {
  const { id, name } = bench.platform.organization;
  expect((await bench.api('GET', `/organizations/${name}`)).json).toEqual({ id, name });
  expect((await bench.api('GET', '/organizations/other')).status).toBe(404);
});

it('what is unknown is 404 in the words of the vendor', async () => {
  const answer = await call('GET', `${bench.platform.baseUrl}/nowhere`);
  expect([answer.status, answer.json.error]).toEqual([404, 'not_found']);
});
