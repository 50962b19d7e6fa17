import { readBinary } from '@modelferry/n8n-testkit/run';
import type { IBinaryData } from 'n8n-workflow';
import { byId, carsItem, deploymentIdOf, nodeStage } from './support/node-stage.ts';

const stage = nodeStage();
const score = () => ({
  resource: 'batchPrediction',
  operation: 'score',
  deploymentId: byId(deploymentIdOf(stage)),
  fileFrom: 'binary',
  fileBinaryField: 'data',
});
const quickly = { pollIntervalSeconds: 1 };

test('Score: uploads, waits, and keeps the whole result', async () => {
  const [item] = await stage.run({ ...score(), options: quickly }, { items: [await carsItem(40)] });
  expect(item).toMatchObject({
    json: { finished: true, pending: false, status: 'COMPLETED', scoredRows: 40, failedRows: 0 },
    pairedItem: { item: 0 },
  });
  const { binaryField, bytes } = item?.json['resultFile'] as { binaryField: string; bytes: number };
  const result = await readBinary(item?.binary?.[binaryField] as IBinaryData);
  expect(result.length).toBe(bytes);
  expect(result.toString().trimEnd().split('\n')).toHaveLength(41);
});

test('Score without waiting, then Get, Wait and Abort by its ID alone', async () => {
  const items = [await carsItem(40)];
  const started = await stage.one({ ...score(), waitForCompletion: false, options: {} }, { items });
  expect(started).toMatchObject({
    pending: true,
    finished: false,
    resumeToken: expect.any(String) as string,
  });
  const jobId = String(started['jobId']);
  const batch = (operation: string, more = {}) =>
    stage.one({ resource: 'batchPrediction', operation, jobId, ...more });
  expect(await batch('get')).toMatchObject({ jobId });
  expect(await batch('wait', { options: quickly })).toMatchObject({ finished: true, scoredRows: 40 });
  expect(await batch('abort')).toMatchObject({ outcome: 'already-ended' });
});

test('two items are two jobs, each paired with its own', async () => {
  const items = [await carsItem(5), await carsItem(6)];
  const out = await stage.run({ ...score(), options: quickly }, { items });
  expect(out.map(({ json, pairedItem }) => [json['scoredRows'], pairedItem])).toEqual([
    [5, { item: 0 }],
    [6, { item: 1 }],
  ]);
});

test('what a user does wrong is named before a job is made', async () => {
  const items = [await carsItem(5)];
  const fails = stage.run({ ...score(), deploymentId: byId('') }, { items });
  await expect(fails).rejects.toThrow('Deployment: is required [item 0]');
  const lost = stage.run({ ...score(), fileBinaryField: 'table' }, { items });
  await expect(lost).rejects.toThrow('table');
  expect(stage.sandbox.state().dataRobot.jobsCreated).toBe(0);
});

test('every request says who sends it', async () => {
  await stage.run({ ...score(), options: quickly }, { items: [await carsItem(5)] });
  expect(stage.sandbox.requests().length).toBeGreaterThan(3);
  for (const { headers } of stage.sandbox.requests()) {
    expect(headers['user-agent']).toMatch(/^n8n-nodes-datarobot\/\d+\.\d+\.\d+$/);
  }
});
