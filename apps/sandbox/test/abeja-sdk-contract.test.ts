import { AbejaBench, emptyZip, versionParameters } from './abeja-bench.ts';
import { sdk, type Answered } from './abeja-sdk-readers.ts';

let bench: AbejaBench;
beforeAll(async () => {
  bench = await AbejaBench.start();
});
afterAll(() => bench.sandbox.close());
beforeEach(() => bench.sandbox.reset());

/** Sends, and reads the answer. */
async function send(
  read: (answer: Answered) => unknown,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answered> {
  const { status, json } = await bench.api(method, path, { body });
  expect([method, path, status]).toEqual([method, path, 200]);
  read(json);
  return json;
}

const one = () => `${bench.training}/test`;
const addDefinition = () => send(sdk.definition, 'POST', `${bench.training}/`, { name: 'test' });
async function addJob(body?: unknown): Promise<string> {
  await addDefinition();
  sdk.version((await bench.addVersion('test')).json);
  const { id } = await send(sdk.job, 'POST', `${one()}/versions/1/jobs`, body);
  return `${one()}/jobs/${id}`;
}
const included = '?filter_archived=include_archived';

describe("every answer can be read by the vendor's own client", () => {
  it('of a job definition: new, with a version and a job, archived, in a list, deleted', async () => {
    expect(await addDefinition()).toMatchObject({ versions: [], jobs: null });
    await send(sdk.definition, 'GET', one());
    await bench.addVersion('test', { ...versionParameters, description: 'first' });
    await send(sdk.job, 'POST', `${one()}/versions/1/jobs`, {});
    const whole = await send(sdk.definition, 'GET', one());
    expect([whole.versions, whole.jobs].map((entries) => entries.length)).toEqual([1, 1]);
    await send(sdk.message, 'POST', `${one()}/archive`, {});
    expect(await send(sdk.definition, 'GET', `${one()}?include_jobs=false`)).toMatchObject({
      ...{ archived: true, jobs: null },
    });
    await send(sdk.definitions, 'GET', `${bench.training}/`);
    await send(sdk.definitions, 'GET', `${bench.training}${included}&offset=0&limit=50`);
    await send(sdk.message, 'POST', `${one()}/unarchive`, {});
    bench.sandbox.variants.change({ enable: ['delete-cascade'] });
    await send(sdk.message, 'DELETE', one());
  });

  it('of a version: of all parameters and of few, from a repository, described, archived, deleted', async () => {
    await addDefinition();
    const parameters = { ...versionParameters, environment: { N: 1 }, datasets: { mnist: '1111111111111' } };
    sdk.version((await bench.addVersion('test', { ...parameters, description: 'd' })).json);
    sdk.version((await bench.addVersion('test', { handler: 'train:handler' })).json);
    const from = { git_url: 'https://git.example/a.git', handler: 'train:handler' };
    await send(sdk.version, 'POST', `${one()}/git/versions`, from);
    const version = `${one()}/versions/1`;
    await send(sdk.version, 'GET', version);
    await send(sdk.version, 'PATCH', version, { description: 'new version' });
    await send(sdk.version, 'PATCH', version, {});
    await send(sdk.message, 'POST', `${version}/archive`);
    await send(sdk.versions, 'GET', `${one()}/versions${included}`);
    await send(sdk.message, 'POST', `${version}/unarchive`);
    await send(sdk.message, 'DELETE', version);
    await send(sdk.versions, 'GET', `${one()}/versions`);
  });

  it('of a job: at every poll until it is complete, in a list, archived, and of its result', async () => {
    const job = await addJob({
      ...{ instance_type: 'gpu:b-1', environment: { BATCH_SIZE: 50 }, datasets: { mnist: '1111111111111' } },
      ...{ description: 'nightly [run:8c1f]', export_log: true },
    });
    await send(sdk.jobs, 'GET', `${one()}/jobs?limit=10&offset=0`);
    const statuses = new Set<string>();
    for (let poll = 0; poll < 6; poll += 1) statuses.add((await send(sdk.job, 'GET', job)).status);
    expect([...statuses]).toEqual(['Pending', 'Active', 'Complete']);
    await send(sdk.result, 'GET', `${job}/result`);
    await send(sdk.message, 'POST', `${job}/archive`, {});
    await send(sdk.jobs, 'GET', `${one()}/jobs${included}`);
    await send(sdk.message, 'POST', `${job}/unarchive`, {});
  });

  it('of a job that is stopped, that fails, and whose times are not told', async () => {
    const stopped = await addJob();
    await send(sdk.message, 'POST', `${stopped}/stop`);
    expect(await send(sdk.job, 'GET', stopped)).toMatchObject({ status: 'Stopped', start_time: null });
    bench.sandbox.variants.change({ enable: ['fails-with-message'] });
    const { id } = await send(sdk.job, 'POST', `${one()}/versions/1/jobs`);
    await bench.finish(`${one()}/jobs/${id}`);
    expect(await send(sdk.job, 'GET', `${one()}/jobs/${id}`)).toMatchObject({
      ...{ status: 'Failed', status_message: expect.any(String) },
    });
  });

  it('of a local job, as its client drives it', async () => {
    await addDefinition();
    await bench.addVersion('test');
    const { id, token } = await send(sdk.job, 'POST', `${one()}/versions/1/jobs`, { exec_env: 'local' });
    expect(token).toEqual(expect.any(String));
    const job = `${one()}/jobs/${id}`;
    for (const status of ['Active', 'Complete']) {
      expect(await send(sdk.job, 'PUT', `${job}/status`, { status })).toMatchObject({ status });
      expect(await send(sdk.job, 'GET', job)).not.toHaveProperty('token');
    }
  });

  it.each<[string, unknown]>([
    ['of all kinds', { num_epochs: 5, epoch: 1, stages: { train: { loss: 0.05, key2: 2 } }, key1: 'value1' }],
    ['that are zero', { epoch: 0, progress_percentage: 0, stages: { train: { loss: 0, accuracy: 0 } } }],
    ['that are not finite', { stages: { validation: { loss: 'Infinity', accuracy: 'NaN' } } }],
    ['without a stage', { progress_percentage: 90 }],
    ['that are none', {}],
  ])('of statistics %s, as they were sent', async (_, statistics) => {
    const job = await addJob();
    expect(await send(sdk.job, 'POST', `${job}/statistics`, { statistics })).toMatchObject({ statistics });
    expect((await send(sdk.job, 'GET', job)).statistics).toEqual(statistics);
  });

  it('of a model: made by a job, uploaded, described, in a list, archived', async () => {
    const job = await addJob();
    await bench.finish(job);
    const { entries } = await send(sdk.models, 'GET', `${one()}/models`);
    expect(entries).toMatchObject([{ exec_env: 'cloud', training_job_id: job.split('/').at(-1) }]);
    const parameters = { metrics: { acc: 0.76, worst: '-Infinity' }, user_parameters: { BATCH_SIZE: '32' } };
    const made = (await bench.addModel('test', { ...parameters, description: 'd' }, emptyZip)).json;
    sdk.model(made);
    sdk.model((await bench.addModel('test', {}, emptyZip)).json);
    const model = `${one()}/models/${made.id}`;
    await send(sdk.model, 'GET', model);
    await send(sdk.model, 'PATCH', model, { description: 'new description' });
    await send(sdk.result, 'GET', `${model}/download`);
    await send(sdk.message, 'POST', `${model}/archive`);
    await send(sdk.models, 'GET', `${one()}/models${included}`);
    await send(sdk.message, 'POST', `${model}/unarchive`);
  });

  it.each([
    ['GET', 'nobody-made-this', undefined, 404],
    ['POST', '', { name: 'cars-fuel' }, 400],
    ['GET', '?filter_archived=true', undefined, 400],
    ['POST', 'cars-fuel/versions/1/jobs', { instance_type: 'abacus-1' }, 400],
  ])('of an error: %s %s', async (method, path, body, status) => {
    const answer = await bench.api(method, `${bench.training}/${path}`, { body });
    expect(answer.status).toBe(status);
    sdk.error(answer.json);
  });
});

describe('what the client could not read back is refused', () => {
  it.each(['all-cpu:19.04', 'a/b/c/d', 'a/b:1:2', 'a/', 'a b/c'])('the image %j', async (image) => {
    await addDefinition();
    expect((await bench.addVersion('test', { ...versionParameters, image })).status).toBe(400);
  });

  it.each([[{ exec_env: 'moon' }], [{ instance_type: 'cpu1' }], [{ datasets: { mnist: 1 } }]])(
    'a job of %j',
    async (body) => {
      const path = `${bench.training}/cars-fuel/versions/1/jobs`;
      expect((await bench.api('POST', path, { body })).status).toBe(400);
    },
  );

  it.each([...['text', { stages: 'text' }, { stages: { train: 5 } }, { stages: { train: { name: 'x' } } }]])(
    'statistics of %j',
    async (statistics) => {
      const job = await addJob();
      const answer = await bench.api('POST', `${job}/statistics`, { body: { statistics } });
      expect(answer.status).toBe(400);
      expect((await send(sdk.job, 'GET', job)).statistics).toBeNull();
    },
  );
});
