import { nodeClock, nodeTransport, type NodeTransport } from '@modelferry/node-host';
import { startSandbox, type Sandbox } from '@modelferry/sandbox';
import { collectBytes } from '@modelferry/testkit';
import { storedZip } from '@modelferry/upload';
import {
  allDatasetItems,
  allDatasets,
  allDefinitions,
  allFiles,
  allJobs,
  allModels,
  type AbejaClient,
} from '../src/index.ts';
import { definitionRows } from './documented-calls/definition-rows.ts';
import { source } from './support/answers.ts';
import { sandboxClient } from './support/sandbox-client.ts';
import { organizationId } from './support/scripted-client.ts';

const { signal } = new AbortController();
let sandbox: Sandbox;
let transport: NodeTransport;
let client: AbejaClient;

beforeAll(async () => {
  sandbox = await startSandbox();
  transport = nodeTransport();
  client = sandboxClient(sandbox, transport);
});
afterAll(async () => {
  await transport.close();
  await sandbox.close();
});
beforeEach(() => sandbox.reset());

const abeja = () => sandbox.describe().abeja;
const bytes = (text: string) => ({ kind: 'bytes', bytes: new TextEncoder().encode(text) }) as const;
const bytesAt = async (url: string) =>
  collectBytes((await client.storage.download({ url, doing: 'get it' }, signal)).body);
const put = (url: string, text: string) =>
  client.storage.upload({ url, source: source('it', text), doing: 'put it', clock: nodeClock, signal });
const codeZip = () => storedZip('code.zip', [{ path: 'train.py', source: source('train.py', 'pass') }]);
const isZip = (bytes: Uint8Array) => String.fromCharCode(...bytes.subarray(0, 2)) === 'PK';

async function all<Entry>(list: AsyncIterable<Entry>): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of list) entries.push(entry);
  return entries;
}

async function until<T>(look: () => Promise<T>, isDone: (seen: T) => boolean): Promise<T> {
  for (;;) {
    const seen = await look();
    if (isDone(seen)) return seen;
  }
}

test('a definition and its versions', async () => {
  const { jobDefinitionId } = await client.createDefinition('解約 予測', signal);
  const settings = { handler: 'train:handler', image: 'abeja-inc/all-cpu:19.10', environment: { N: 1 } };
  const made = await client.createVersion('解約 予測', { ...settings, source: codeZip() }, signal);
  expect(made).toMatchObject({ jobDefinitionVersion: 1, environment: { N: '1' }, handler: 'train:handler' });
  expect(isZip(await bytesAt(await client.getVersionSourceUrl('解約 予測', 1, signal)))).toBe(true);
  expect(await client.updateVersion('解約 予測', 1, { description: 'first' }, signal)).toMatchObject({
    description: 'first',
  });
  await client.archiveVersion('解約 予測', 1, signal);
  expect(await client.getVersions('解約 予測', {}, signal)).toEqual([]);
  expect(await client.getVersions('解約 予測', { includeArchived: true }, signal)).toMatchObject([
    { jobDefinitionVersion: 1, archived: true },
  ]);
  await client.unarchiveVersion('解約 予測', 1, signal);
  await client.deleteVersion('解約 予測', 1, signal);
  expect(await client.getDefinition(jobDefinitionId, {}, signal)).toMatchObject({ name: '解約 予測' });
  await client.archiveDefinition(jobDefinitionId, signal);
  expect((await all(allDefinitions(client, {}, signal))).map(({ name }) => name)).not.toContain('解約 予測');
  await client.unarchiveDefinition(jobDefinitionId, signal);
  await client.deleteDefinition(jobDefinitionId, signal);
  await expect(client.getDefinition('解約 予測', {}, signal)).rejects.toMatchObject({ code: 'not-found' });
});

test('a job runs, tells how far it is, and leaves a result and a model', async () => {
  const name = 'cars-fuel';
  const { jobId } = await client.createJob(name, 1, { description: 'nightly', exportLog: true }, signal);
  expect(await client.getResultUrl(name, jobId, signal)).toBeUndefined();
  const job = await until(
    () => client.getJob(name, jobId, signal),
    ({ status }) => status === 'Complete',
  );
  expect(job.statistics).toMatchObject({
    progressPercentage: 1,
    stages: { validation: { accuracy: expect.any(Number) as number } },
  });
  expect(isZip(await bytesAt((await client.getResultUrl(name, jobId, signal)) ?? ''))).toBe(true);
  expect((await all(allJobs(client, name, {}, signal))).map((one) => one.jobId)).toContain(jobId);
  const [model] = (await all(allModels(client, name, {}, signal))).filter(
    (one) => one.trainingJobId === jobId,
  );
  const modelId = model?.modelId ?? '';
  expect(isZip(await bytesAt(await client.getModelUrl(name, modelId, signal)))).toBe(true);
  expect(await client.updateModel(name, modelId, { description: 'good' }, signal)).toMatchObject({
    description: 'good',
  });
  await client.archiveModel(name, modelId, signal);
  expect(await client.getModel(name, modelId, signal)).toMatchObject({ archived: true });
  await client.unarchiveModel(name, modelId, signal);
  await client.archiveJob(name, jobId, signal);
  await client.unarchiveJob(name, jobId, signal);
  await expect(client.stopJob(name, jobId, signal)).rejects.toMatchObject({ code: 'forbidden' });
});

test('a model is uploaded with figures of any kind', async () => {
  const metrics = { acc: 0.9, loss: 0, worst: Infinity };
  const made = await client.createModel('cars-fuel', { source: codeZip(), metrics }, signal);
  expect(made).toMatchObject({ execEnv: 'none', metrics: { acc: 0.9, loss: 0, worst: 'Infinity' } });
});

test('a local job is told of with its own key', async () => {
  const made = await client.createLocalJob('cars-fuel', 1, { description: 'here' }, signal);
  const ref = { name: 'cars-fuel', jobId: made.jobId, token: made.token };
  expect(made.token).toEqual(expect.any(String));
  await client.setLocalJobState(ref, { status: 'Active', startTime: '2026-11-21T00:00:00' }, signal);
  await client.sendLocalJobLogs(ref, [{ message: 'line', timestampMs: 1566529144938 }], signal);
  await client.updateStatistics('cars-fuel', made.jobId, { epoch: 0, numEpochs: 2 }, signal);
  expect(await client.getLocalJob(ref, signal)).toMatchObject({ status: 'Active', statistics: { epoch: 0 } });
  await client.setLocalJobState(ref, { status: 'Complete' }, signal);
  const url = await client.createResultUpload(ref, signal);
  const upload = { url, source: codeZip(), doing: 'put it', clock: nodeClock, signal };
  await client.storage.upload({ ...upload, contentType: 'application/zip' });
  expect(isZip(await bytesAt((await client.getResultUrl('cars-fuel', made.jobId, signal)) ?? ''))).toBe(true);
});

test('a service is created, asked, switched to and taken away', async () => {
  const { deployment, jobDefinitions } = abeja();
  const { id, versionId, endpointAlias, serviceId: previous } = deployment;
  const made = await client.createService(id, { versionId, modelId: jobDefinitions[0]?.modelId }, signal);
  expect(made.status).toBe('IN_PROGRESS');
  const { serviceId } = made;
  await until(
    () => client.getService(id, serviceId, signal),
    ({ status }) => status === 'READY',
  );
  const ask = async (target: object) => {
    const body = bytes('{"Horsepower": 130, "Weight_in_lbs": 3504}');
    const request = { body, contentType: 'application/json' };
    const answer = await client.callService({ deploymentId: id, ...target }, request, signal);
    return JSON.parse(new TextDecoder().decode(await collectBytes(answer.body))) as object;
  };
  expect(await ask({ serviceId })).toMatchObject({ service_id: serviceId });
  expect(await ask({})).toMatchObject({ service_id: previous });
  await client.pointEndpoint(id, endpointAlias, { serviceId }, signal);
  expect(await client.getEndpoint(id, endpointAlias, signal)).toMatchObject({ serviceId });
  expect(await ask({ alias: endpointAlias })).toMatchObject({ service_id: serviceId });
  expect((await client.getServiceLogs(id, serviceId, {}, signal)).events.length).toBeGreaterThan(0);
  await client.stopService(id, previous, signal);
  await client.deleteService(id, previous, signal);
  expect((await client.getServices(id, signal)).entries.map((one) => one.serviceId)).toEqual([serviceId]);
});

test('the code of a deployment', async () => {
  const { deploymentId } = await client.createDeployment({ name: 'd' }, signal);
  const settings = { version: '0.0.1', handler: 'main:handler', image: 'abeja-inc/all-cpu:19.10' };
  const { versionId, uploadUrl } = await client.createCodeVersion(deploymentId, settings, signal);
  await put(uploadUrl, 'code');
  const url = await client.getCodeVersionUrl(deploymentId, versionId, signal);
  expect(new TextDecoder().decode(await bytesAt(url))).toBe('code');
  await client.deleteCodeVersion(deploymentId, versionId, signal);
  expect((await client.getCodeVersions(deploymentId, signal)).entries).toEqual([]);
  expect(await client.updateDeployment(deploymentId, { name: 'd2' }, signal)).toMatchObject({ name: 'd2' });
  await client.deleteDeployment(deploymentId, signal);
});

test('files of a channel: direct, presigned, found by what is told of them', async () => {
  const { id } = abeja().channel;
  const metadata = { filename: '日 (1).csv', run: '7' };
  const upload = { source: source('a.csv', 'a\n1\n', 'text/csv'), metadata, conflictTarget: 'run' };
  const made = await client.uploadFile(id, { ...upload, lifetime: '1day' }, signal);
  expect(made).toMatchObject({ contentType: 'text/csv', metadata, lifetime: '1day' });
  await expect(client.uploadFile(id, upload, signal)).rejects.toMatchObject({ code: 'conflict' });
  const waiting = await client.createFileUpload(
    id,
    { contentType: 'text/csv', metadata: { run: '8' } },
    signal,
  );
  await put(waiting.uploadUrl, 'b\n2\n');
  const { downloadUri } = await client.getFile(id, waiting.fileId, signal);
  expect(new TextDecoder().decode(await bytesAt(downloadUri ?? ''))).toBe('b\n2\n');
  await client.setFileMetadata(id, made.fileId, { filename: '新しい.csv' }, signal);
  await client.setFileLifetime(id, made.fileId, '1week', signal);
  expect(await client.getFile(id, made.fileId, signal)).toMatchObject({
    metadata: { filename: '新しい.csv' },
    lifetime: '1week',
  });
  const listed = await all(allFiles(client, id, { itemsPerPage: 1, sort: '-uploaded_at' }, signal));
  expect(listed).toHaveLength(abeja().channel.files.length + 2);
  await client.deleteFile(id, made.fileId, signal);
});

test('a dataset and its items', async () => {
  const { datasetId } = await client.createDataset({ name: 'd', type: 'custom', props: {} }, signal);
  const { channel, datasets } = abeja();
  const dataUri = `datalake://${channel.id}/${channel.files[0]?.id}`;
  const item = { sourceData: [{ dataUri, dataType: 'text/csv' }], attributes: { a: 1 } };
  expect(await client.addDatasetItems(datasetId, [item], signal)).toHaveLength(1);
  const [first] = await client.addDatasetItems(datasetId, [item, item], signal);
  const itemId = first?.datasetItemId ?? '';
  await client.updateDatasetItem(datasetId, itemId, { a: 2 }, signal);
  await client.updateDatasetItems(datasetId, [{ itemId, attributes: { a: 3 } }], signal);
  expect(await client.getDatasetItem(datasetId, itemId, signal)).toMatchObject({ attributes: { a: 3 } });
  await client.deleteDatasetItem(datasetId, itemId, signal);
  expect(await all(allDatasetItems(client, datasetId, {}, signal))).toHaveLength(2);
  expect(await all(allDatasets(client, signal))).toHaveLength(datasets.length + 1);
  await client.deleteDataset(datasetId, signal);
});

test('channels and the data sources that may upload to them', async () => {
  const { datasource, baseUrl, organization } = abeja();
  const { channelId } = await client.createChannel({ name: 'c' }, signal);
  await client.addDatasource(channelId, datasource.id, signal);
  const known = await client.getDatasources(channelId, signal);
  expect(JSON.stringify(known)).toContain(datasource.id);
  expect(JSON.stringify(known)).not.toContain(datasource.secret);
  const credentials = { datasourceId: datasource.id, datasourceSecret: datasource.secret };
  const uploader = sandboxClient(sandbox, transport, { credentials, baseUrl });
  await uploader.uploadFile(channelId, { source: source('a.csv') }, signal);
  await client.removeDatasource(channelId, datasource.id, signal);
  expect(await client.updateChannel(channelId, { description: 'new' }, signal)).toMatchObject({
    description: 'new',
  });
  await client.archiveChannel(channelId, signal);
  await client.unarchiveChannel(channelId, signal);
  expect(await client.getOrganization(signal)).toMatchObject({ id: organization.id });
});

test('a bearer token signs, and a member who may only look is told so', async () => {
  const { bearerToken, regularUser } = abeja();
  await sandboxClient(sandbox, transport, { credentials: { bearerToken } }).getDefinitions({}, signal);
  const credentials = { userId: regularUser.id, personalAccessToken: regularUser.token };
  const regular = sandboxClient(sandbox, transport, { credentials });
  await expect(regular.createDefinition('mine', signal)).rejects.toMatchObject({
    code: 'forbidden',
    remedy: expect.stringContaining('role') as string,
  });
});

const bothForms = definitionRows.flatMap(({ orAs, ...row }) =>
  orAs === undefined ? [] : [{ ...row, orAs }],
);

test.each(bothForms)('$call is answered with a final slash, too: $orAs', async ({ orAs, request, json }) => {
  const { baseUrl, organization, user } = abeja();
  for (const form of [request, orAs]) {
    const [method = '', path = ''] = form.replace(organizationId, organization.id).split(' ');
    const authorization = `Basic ${btoa(`user-${user.id}:${user.token}`)}`;
    const headers = { authorization, 'content-type': 'application/json' };
    const body = json === undefined ? undefined : JSON.stringify(json);
    const response = await fetch(`${baseUrl}${path}`, { method, headers, body, redirect: 'manual' });
    expect([response.status, await response.text()]).toEqual([200, expect.any(String)]);
    await sandbox.reset();
  }
});
