import { createSecrets } from '@modelferry/auth';
import { created, csv, deploymentId, jobId } from './support/answers.ts';
import { endpoint, scriptedRun, type ScriptedRun } from './support/scripted-run.ts';

const policy = { deploymentId, policyId: 'p1' };
const lost = { fail: 'network' } as const;

describe('what is never asked for twice, since it would happen twice', () => {
  const dataset = { type: 'dataset', datasetId: 'c1' } as const;
  const request = { deploymentId, intakeSettings: dataset, outputSettings: { type: 'localFile' } } as const;
  const calls: Readonly<Record<string, (run: ScriptedRun) => Promise<unknown>>> = {
    'a job that has its data': (run) => run.client.createBatchJob(request, run.abort.signal),
    'a copy of a job': ({ client, abort }) => client.copyBatchJob(jobId, abort.signal),
    'a job by a definition': ({ client, abort }) => client.runJobDefinition('66aa', abort.signal),
    'a definition': ({ client, abort }) => client.createJobDefinition(request, abort.signal),
    'a dataset': ({ client, abort }) => client.uploadDataset({ source: csv() }, abort.signal),
    'an import': ({ client, abort }) =>
      client.importDataset({ url: 'https://files.example/a.csv' }, abort.signal),
    'a policy': ({ client, abort }) =>
      client.createRetrainingPolicy(deploymentId, { name: 'n', description: '' }, abort.signal),
    'a retraining run': ({ client, abort }) => client.startRetrainingRun(policy, abort.signal),
    'a replacement': ({ client, abort }) =>
      client.replaceModel(deploymentId, { modelId: 'm2', reason: 'OTHER' }, abort.signal),
    'the end of the parts': ({ client, abort }) =>
      client.finalizeCsv({ id: jobId, links: undefined }, abort.signal),
  };
  for (const step of [lost, { status: 503 }]) {
    test.each(Object.entries(calls))(`%s, after ${JSON.stringify(step)}`, async (_name, send) => {
      const run = scriptedRun([step]);
      await expect(send(run)).rejects.toThrow('Could not');
      run.transport.expectConsumed();
    });
  }
});

describe('a part', () => {
  const part = { job: { id: jobId, links: undefined }, source: csv(), part: 0 };

  test('is sent again where the vendor takes it again', async () => {
    const { client, transport, abort } = scriptedRun([lost, { status: 503 }, { status: 202 }]);
    await client.putCsvPart({ ...part, maxAttempts: 3 }, abort.signal);
    expect(transport.requests.map(({ text }) => text)).toEqual(Array(3).fill('id,age\n1,42\n2,37\n'));
  });

  test('is sent once where it may be scored at once', async () => {
    const { client, transport, abort } = scriptedRun([lost]);
    await expect(client.putCsvPart({ ...part, maxAttempts: 1 }, abort.signal)).rejects.toThrow('part 1');
    transport.expectConsumed();
  });

  test.each([
    ['a slash', '/', ''],
    ['no slash', '', ''],
    ['a query', '', '?node=7'],
  ])('goes below a link with %s', async (_, slash, query) => {
    const links = {
      csvUpload: `https://elsewhere.example/api/v2/batchPredictions/${jobId}/csvUpload${slash}${query}`,
      download: undefined,
    };
    const { client, transport, abort } = scriptedRun([{ status: 202 }, { status: 202 }]);
    await client.putCsvPart({ ...part, job: { id: jobId, links }, maxAttempts: 1 }, abort.signal);
    await client.finalizeCsv({ id: jobId, links }, abort.signal);
    expect(transport.requests.map(({ url }) => url)).toEqual([
      `${endpoint}/batchPredictions/${jobId}/csvUpload/part/0/${query}`,
      `${endpoint}/batchPredictions/${jobId}/csvUpload/finalizeMultipart/${query}`,
    ]);
  });
});

test('a refusal to finalize may hide in a success', async () => {
  const { client, abort } = scriptedRun([{ status: 202, json: { message: { csv: ['no rows'] } } }]);
  expect(await client.finalizeCsv({ id: jobId, links: undefined }, abort.signal)).toBe('csv: no rows');
});

test('a copy is found by its Location where the body does not name it', async () => {
  const { client, transport, abort } = scriptedRun([{ ...created, json: undefined, text: '' }, created]);
  await expect(client.copyBatchJob('other', abort.signal)).resolves.toMatchObject({ id: jobId });
  transport.expectConsumed();
});

describe('a task', () => {
  test.each([
    [
      'goes on',
      { status: 200, json: { status: 'RUNNING', message: '' } },
      { status: 'RUNNING', message: '' },
    ],
    ['is done without a place', { status: 200, json: { status: 'COMPLETED' } }, { status: 'COMPLETED' }],
    ['failed', { status: 200, json: { status: 'ERROR', message: 'no' } }, { status: 'ERROR', message: 'no' }],
    ['is done', { status: 303, headers: { location: '/x/c1' } }, { status: 'COMPLETED', location: '/x/c1' }],
  ])('%s', async (_, answer, look) => {
    const { client, abort } = scriptedRun([answer]);
    expect(await client.getTask('a1b2', abort.signal)).toEqual(look);
  });

  test('that tells nothing is an error; a redirect of another kind is, too', async () => {
    const { client, abort } = scriptedRun([
      { status: 200, json: {} },
      { status: 302, headers: { location: 'https://sso.example/' } },
    ]);
    for (const said of ['no status in it', 'a redirect to https://sso.example/']) {
      await expect(client.getTask('a1b2', abort.signal)).rejects.toThrow(said);
    }
  });
});

test('a dataset in the making is known by its task, from Location or from the body', async () => {
  const { client, abort } = scriptedRun([
    { status: 202, headers: { location: '/api/v2/status/a1b2' } },
    { status: 202, json: { catalogId: 'c1', statusId: 'a1b3' } },
    { status: 202, json: { catalogId: 'c1' } },
  ]);
  const upload = () => client.uploadDataset({ source: csv() }, abort.signal);
  expect(await upload()).toEqual({ datasetId: undefined, versionId: undefined, taskId: 'a1b2' });
  expect(await upload()).toMatchObject({ datasetId: 'c1', taskId: 'a1b3' });
  await expect(upload()).rejects.toMatchObject({ code: 'unexpected-answer' });
});

test.each([
  ['in the body', { status: 200, json: { id: 'r1' } }, 'r1'],
  [
    'in Location',
    { status: 202, headers: { location: '/api/v2/deployments/d/retrainingPolicies/p/runs/r1/' } },
    'r1',
  ],
  ['nowhere', { status: 200, json: {} }, undefined],
])('the ID of a new run is %s', async (_, answer, id) => {
  const { client, abort } = scriptedRun([answer]);
  expect(await client.startRetrainingRun(policy, abort.signal)).toBe(id);
});

test('a refused replacement shows which check failed', async () => {
  const { client, abort } = scriptedRun([
    { status: 422, json: { message: 'failing: target differs', checks: { target: { status: 'failing' } } } },
  ]);
  const replacement = { modelPackageId: '64aa02', reason: 'OTHER' } as const;
  await expect(client.replaceModel(deploymentId, replacement, abort.signal)).rejects.toMatchObject({
    code: 'rejected',
    message: expect.stringContaining('target differs'),
  });
});

test('keys of prediction servers are secrets from the moment they are read', async () => {
  const secrets = createSecrets();
  const server = (key: string | null) => ({ url: 'https://orm.example', 'datarobot-key': key });
  const { client, abort } = scriptedRun(
    [
      { status: 200, json: { id: 'd1', defaultPredictionServer: server('key-of-d1') } },
      { status: 200, json: { data: [{ id: 'd2', defaultPredictionServer: server('key-of-d2') }] } },
      { status: 200, json: { data: [server('key-of-s3'), server(null)] } },
    ],
    { secrets },
  );
  await client.getDeployment('d1', abort.signal);
  await client.getDeployments({}, abort.signal);
  await client.getPredictionServers({}, abort.signal);
  expect(secrets.redact('key-of-d1 key-of-d2 key-of-s3')).not.toMatch(/key-of/);
});
