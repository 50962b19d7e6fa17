import { taskState } from '../src/tasks/task-job.ts';
import { waitForTask } from '../src/tasks/wait-for-task.ts';
import { fakeNow } from '@modelferry/testkit';
import { scriptedRun } from './support/scripted-run.ts';

const wait = { taskId: 'a1b2', doing: 'register "train.csv"' };
const at = (status: string, message?: string) => ({ status: 200, json: { status, message } });
const location = 'https://dr.example/api/v2/datasets/c1/';

test.each([
  ['INITIALIZED', 'waiting'],
  ['running', 'running'],
  ['Completed', 'succeeded'],
  ['ERROR', 'failed'],
  ['ABORTED', 'failed'],
  ['EXPIRED', 'failed'],
  ['PONDERING', 'unknown'],
])('%s means %s', (status, state) => expect(taskState(status)).toBe(state));

test('a redirect ends the wait and tells where the result is; faults on the way do not', async () => {
  const { context, transport, events } = scriptedRun([
    at('INITIALIZED'),
    { status: 503 },
    at('RUNNING'),
    at('PONDERING'),
    { status: 303, headers: { location } },
  ]);
  expect(await waitForTask(context, wait)).toEqual({ status: 'COMPLETED', location });
  transport.expectConsumed();
  expect(events.flatMap((event) => (event.type === 'status' ? [event.snapshot.rawStatus] : []))).toEqual([
    ...['INITIALIZED', 'RUNNING', 'PONDERING', 'COMPLETED'],
  ]);
});

test.each(['ERROR', 'aborted', 'Expired'])('%s is an error in the words of the task', async (status) => {
  const { context } = scriptedRun([at('RUNNING'), at(status, 'no header')]);
  await expect(waitForTask(context, wait)).rejects.toMatchObject({
    code: 'job-failed',
    message: `Could not register "train.csv": task a1b2 ended as ${status}: "no header".`,
  });
});

test('a task that is not there is an error at once', async () => {
  const { context, transport } = scriptedRun([{ status: 404, json: { message: 'no' } }]);
  await expect(waitForTask(context, wait)).rejects.toMatchObject({ code: 'not-found' });
  transport.expectConsumed();
});

test('the time may be up first', async () => {
  const { context, clock } = scriptedRun(Array.from({ length: 100 }, () => at('RUNNING')));
  expect(await waitForTask(context, { ...wait, timeoutMs: 60_000 })).toBeUndefined();
  expect(clock.now() - fakeNow).toBe(60_000);
});
