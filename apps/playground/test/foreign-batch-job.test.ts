import { startSandbox, type Sandbox } from '@modelferry/sandbox';
import { foreignBatchJob } from '../src/data/foreign-batch-job.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

test('somebody else scores a few cars, and the job has ended', async () => {
  const id = await foreignBatchJob(sandbox, AbortSignal.timeout(10_000));
  const { batchJobs } = sandbox.state().dataRobot;
  expect(batchJobs).toEqual([expect.objectContaining({ id, state: 'COMPLETED', rows: 8, scoredRows: 8 })]);
});

test('a refusal is told', async () => {
  sandbox.faults.plan({ kind: 'status', status: 403, operation: 'batchCreate' });
  await expect(foreignBatchJob(sandbox, AbortSignal.timeout(10_000))).rejects.toThrow(/refused POST/);
});
