import { AbejaBench, emptyZip } from './abeja-bench.ts';

/** What the vendor's own client needs of an answer, or it raises: each reader throws where that one would. */
type Fields = Readonly<Record<string, any>>; // eslint-disable-line @typescript-eslint/no-explicit-any

const executionEnvironments = ['cloud', 'edge', 'local', 'none'];
const statuses = ['Pending', 'Active', 'Stopped', 'Complete', 'Failed'];

function need(isFine: boolean, what: string): void {
  if (!isFine) throw new Error(what);
}

const readers = {
  version: ({ image }: Fields) => need(/^([^/]+\/)?[^/]+\/[^/:]+(:.+)?$/.test(image), 'image'),
  definition: ({ versions }: Fields) => versions.forEach(readers.version),
  job: ({ instance_type: type, exec_env: environment, status, statistics, creator }: Fields) => {
    need(/^(cpu|gpu)(:[abcd])?-\d+(\.\d+)?$/.test(type), 'instance_type');
    need(executionEnvironments.includes(environment), 'exec_env');
    need(statuses.includes(status), 'status');
    need(statistics === null || typeof statistics === 'object', 'statistics');
    for (const stage of Object.values<Fields>(statistics?.stages ?? {}))
      need(!('name' in stage), 'a stage is called with its name already');
    need(typeof creator.id === 'string' && typeof creator.email === 'string', 'creator');
  },
  model: ({ id, exec_env: environment }: Fields) => {
    need(typeof id === 'string', 'id');
    need(executionEnvironments.includes(environment), 'exec_env');
  },
  message: ({ message }: Fields) => need(typeof message === 'string', 'message'),
  result: (answer: Fields) => new URL(answer.download_uri ?? answer.artifacts.complete.uri),
  entries: ({ entries }: Fields) => need(Array.isArray(entries), 'entries'),
  list: ({ entries, total, limit, offset }: Fields) => {
    need(Array.isArray(entries), 'entries');
    need([total, limit, offset].every(Number.isInteger), 'total, limit, offset');
  },
};
const listOf = (read: (entry: Fields) => unknown) => (answer: Fields) => {
  readers.list(answer);
  answer.entries.forEach(read);
};

let bench: AbejaBench;
beforeAll(async () => {
  bench = await AbejaBench.start();
});
afterAll(() => bench.sandbox.close());

it("every answer can be read by the vendor's own client, in the order of its reference", async () => {
  const T = `${bench.training}/`;
  const one = `${bench.training}/test`;
  const version = `${one}/versions/1`;
  const send = async (read: (answer: Fields) => unknown, method: string, path: string, body?: unknown) => {
    const { status, json } = await bench.api(method, path, { body });
    expect([method, path, status]).toEqual([method, path, 200]);
    expect(() => read(json)).not.toThrow();
    return json;
  };
  const included = '?filter_archived=include_archived';
  await send(readers.definition, 'POST', T, { name: 'test' });
  await send(listOf(readers.definition), 'GET', `${T}?offset=0&limit=50`);
  await send(readers.definition, 'GET', one);
  await send(readers.message, 'POST', `${one}/archive`, {});
  await send(readers.message, 'POST', `${one}/unarchive`, {});
  readers.version((await bench.addVersion('test')).json);
  readers.version((await bench.addVersion('test', { handler: 'train:handler' })).json);
  await send(readers.entries, 'GET', `${one}/versions${included}`);
  await send(readers.version, 'GET', version);
  await send(readers.version, 'PATCH', version, { description: 'new version' });
  await send(readers.message, 'POST', `${version}/archive`);
  await send(readers.message, 'POST', `${version}/unarchive`);
  await send(readers.message, 'DELETE', `${one}/versions/2`);
  const given = { instance_type: 'gpu:b-1', environment: { BATCH_SIZE: 50 }, datasets: {} };
  const { id } = await send(readers.job, 'POST', `${version}/jobs`, given);
  const job = `${one}/jobs/${id}`;
  await send(listOf(readers.job), 'GET', `${one}/jobs?limit=10&offset=0`);
  for (let poll = 0; poll < 6; poll += 1) await send(readers.job, 'GET', job);
  const other = (await send(readers.job, 'POST', `${version}/jobs`)).id;
  await send(readers.message, 'POST', `${one}/jobs/${other}/stop`);
  await send(readers.message, 'POST', `${job}/archive`, {});
  await send(readers.message, 'POST', `${job}/unarchive`, {});
  await send(readers.result, 'GET', `${job}/result`);
  await send(readers.job, 'POST', `${job}/statistics`, {
    statistics: { epoch: 1, stages: { train: { loss: 0.05, key2: 2 } }, key1: 'value1' },
  });
  await send(listOf(readers.model), 'GET', `${one}/models`);
  const made = (await bench.addModel('test', { metrics: { acc: 0.76 } }, emptyZip)).json;
  readers.model(made);
  const model = `${one}/models/${made.id}`;
  await send(readers.model, 'GET', model);
  await send(readers.model, 'PATCH', model, { description: 'new description' });
  await send(readers.result, 'GET', `${model}/download`);
  await send(readers.message, 'POST', `${model}/archive`);
  await send(readers.message, 'POST', `${model}/unarchive`);
  await send(listOf(readers.model), 'GET', `${one}/models${included}`);
  await send(readers.message, 'DELETE', one);
});
