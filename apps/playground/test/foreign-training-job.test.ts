import { startSandbox, type Sandbox } from '@modelferry/sandbox';
import { foreignSwitch } from '../src/data/foreign-switch.ts';
import { foreignTrainingJob } from '../src/data/foreign-training-job.ts';
import { currentService } from '../src/examples/abeja/current-service.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

test('somebody else trains, and the job has ended', async () => {
  const id = await foreignTrainingJob(sandbox, AbortSignal.timeout(10_000));
  expect(sandbox.state().abeja.jobs).toEqual([
    expect.objectContaining({ id, definition: 'cars-fuel', status: 'Complete' }),
  ]);
});

test('somebody else switches, and the way back is told', async () => {
  const before = currentService(sandbox)?.id;
  expect(await foreignSwitch(sandbox, AbortSignal.timeout(10_000))).toBe(before);
  expect(currentService(sandbox)).toMatchObject({ id: expect.not.stringMatching(String(before)) as string });
});

test('a refusal is told', async () => {
  sandbox.faults.plan({ kind: 'status', status: 403, operation: 'trainingJobCreate' });
  await expect(foreignTrainingJob(sandbox, AbortSignal.timeout(10_000))).rejects.toThrow(/refused POST/);
});
