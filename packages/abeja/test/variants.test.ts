import { nodeClock, nodeTransport, type NodeTransport } from '@modelferry/node-host';
import { startSandbox, type Sandbox } from '@modelferry/sandbox';
import {
  allDatasetItems,
  allDefinitions,
  allFiles,
  allJobs,
  allModels,
  type AbejaClient,
} from '../src/index.ts';
import { source } from './support/answers.ts';
import { sandboxClient } from './support/sandbox-client.ts';

const { signal } = new AbortController();
const name = 'cars-fuel';
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

const enable = (variant: string) => sandbox.variants.change({ enable: [variant as never] });
const channelId = () => sandbox.describe().abeja.channel.id;

async function count(list: AsyncIterable<unknown>): Promise<number> {
  let entries = 0;
  for await (const _ of list) entries += 1;
  return entries;
}

async function completeJob(): Promise<string> {
  const { jobId } = await client.createJob(name, 1, {}, signal);
  while ((await client.getJob(name, jobId, signal)).status !== 'Complete');
  return jobId;
}

test.each(['small-pages', 'limit-capped', 'no-total', 'models-ignore-paging', 'order-oldest-first'])(
  'lists are whole with %s',
  async (variant) => {
    const { datasetId } = await client.createDataset({ name: 'd', type: 'custom', props: {} }, signal);
    const dataUri = `datalake://${channelId()}/f`;
    const item = { sourceData: [{ dataUri, dataType: 'text/csv' }], attributes: {} };
    for (let at = 0; at < 7; at += 1) {
      await client.createDefinition(`churn-${at}`, signal);
      await client.createModel(name, { source: source('m.zip', `PK\x05\x06${'\0'.repeat(18)}`) }, signal);
      await client.createLocalJob(name, 1, {}, signal);
      await client.uploadFile(channelId(), { source: source(`${at}.csv`) }, signal);
      await client.addDatasetItems(datasetId, [item], signal);
    }
    const files = sandbox.describe().abeja.channel.files.length;
    enable(variant);
    expect([
      await count(allDefinitions(client, {}, signal)),
      await count(allModels(client, name, {}, signal)),
      await count(allJobs(client, name, {}, signal)),
      await count(allFiles(client, channelId(), { itemsPerPage: 2 }, signal)),
      await count(allDatasetItems(client, datasetId, {}, signal)),
    ]).toEqual([9, 8, 7, files + 7, 7]);
  },
);

test.each(['created-201', 'empty-204'])('success is success with %s', async (variant) => {
  enable(variant);
  expect(await client.createDefinition('churn', signal)).toMatchObject({ name: 'churn' });
  const { jobId } = await client.createJob(name, 1, {}, signal);
  await client.stopJob(name, jobId, signal);
  await client.archiveJob(name, jobId, signal);
  await client.archiveDefinition('churn', signal);
  await client.deleteDefinition('churn', signal);
});

test.each(['error-array', 'error-html', 'error-empty'])('errors are told apart with %s', async (variant) => {
  enable(variant);
  await expect(client.getJob(name, '404', signal)).rejects.toMatchObject({ code: 'not-found' });
  await expect(client.createDefinition(name, signal)).rejects.toMatchObject({
    code: 'rejected',
    status: 400,
  });
});

test.each(['statistics-echo', 'statistics-merge'])('statistics are taken with %s', async (variant) => {
  enable(variant);
  const { jobId } = await client.createLocalJob(name, 1, {}, signal);
  await client.updateStatistics(name, jobId, { epoch: 0, stages: { train: { loss: NaN } } }, signal);
  expect((await client.getJob(name, jobId, signal)).statistics).toMatchObject({
    epoch: 0,
    stages: { train: { loss: 'NaN' } },
  });
});

test('a result has another shape with result-download-uri', async () => {
  enable('result-download-uri');
  expect(await client.getResultUrl(name, await completeJob(), signal)).toContain('http');
});

test('no result is told by missing fields with result-missing-keys', async () => {
  enable('result-missing-keys');
  const { jobId } = await client.createJob(name, 1, {}, signal);
  expect(await client.getResultUrl(name, jobId, signal)).toBeUndefined();
});

test('the log of a job can be read where it is offered', async () => {
  const jobId = await completeJob();
  await expect(client.getJobLogs(name, jobId, {}, signal)).rejects.toMatchObject({ code: 'not-found' });
  enable('job-logs-available');
  expect((await client.getJobLogs(name, jobId, {}, signal)).events.length).toBeGreaterThan(0);
});

test('a local job goes on with the own credential with local-token-expires', async () => {
  enable('local-token-expires');
  const { jobId, token } = await client.createLocalJob(name, 1, {}, signal);
  const ref = { name, jobId, token };
  for (let look = 0; look < 5; look += 1) await client.getLocalJob(ref, signal);
  await client.setLocalJobState(ref, { status: 'Complete' }, signal);
});

test('the key of a local job is used with local-token-only', async () => {
  enable('local-token-only');
  const { jobId, token } = await client.createLocalJob(name, 1, {}, signal);
  await client.setLocalJobState({ name, jobId, token }, { status: 'Active' }, signal);
  await expect(
    client.setLocalJobState({ name, jobId }, { status: 'Complete' }, signal),
  ).rejects.toMatchObject({
    code: 'unauthorized',
  });
});

test.each([
  ['text/csv', 'taken'],
  ['application/zip', 'refused'],
])('a presigned URL may want its own media type: %s is %s', async (contentType, outcome) => {
  enable('presign-content-type-strict');
  const { uploadUrl: url } = await client.createFileUpload(channelId(), { contentType: 'text/csv' }, signal);
  const put = { url, source: source('a.csv'), doing: 'put it', clock: nodeClock, signal };
  const putting = client.storage.upload({ ...put, contentType }).then(
    () => 'taken',
    () => 'refused',
  );
  expect(await putting).toBe(outcome);
});

test.each(['rate-limited', 'rate-limited-no-header'])('reads get through with %s', async (variant) => {
  enable(variant);
  const patient = sandboxClient(sandbox, transport, { random: () => 0 });
  for (let read = 0; read < 2; read += 1) await patient.getDefinitions({}, signal);
});

test('a training API that is gone is told as such', async () => {
  enable('training-gone');
  await expect(client.getDefinitions({}, signal)).rejects.toMatchObject({
    remedy: expect.stringContaining('training may not be offered') as string,
  });
});
