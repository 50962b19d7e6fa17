import type { Job, JobSnapshot } from '@modelferry/polling';
import { TransportError } from '@modelferry/http';
import { autoClock } from '@modelferry/testkit';
import { waitForJob, type ProgressEvent } from '../src/index.ts';

const reference = { vendor: 'v', kind: 'training', id: '7' };
const running: JobSnapshot<string> = { state: 'running', rawStatus: 'RUNNING', result: 'a secret' };
const ended: JobSnapshot<string> = { state: 'succeeded', rawStatus: 'DONE', result: 'a secret' };

function world(looks: readonly (JobSnapshot<string> | Error)[]) {
  const clock = autoClock();
  const events: ProgressEvent[] = [];
  const left = [...looks];
  const job: Job<string> = {
    reference,
    read: async () => {
      const look = left.length > 1 ? left.shift() : left[0];
      if (look === undefined || look instanceof Error) throw look;
      return look;
    },
  };
  const context = {
    clock,
    signal: new AbortController().signal,
    random: () => 0,
    progress: (event: ProgressEvent) => events.push(event),
  };
  return { clock, events, job, context };
}

test('tells each change and each look that failed, and never the result', async () => {
  const lost = new TransportError({ kind: 'network', message: 'the line is down.', bodyTaken: 'none' });
  const { events, job, context } = world([running, running, lost, ended]);
  const outcome = await waitForJob(context, job, { timeoutMs: 60_000, pollIntervalMs: 1_000 });
  expect(outcome).toMatchObject({ ended: true, snapshot: ended });
  expect(events).toEqual([
    { type: 'status', job: reference, snapshot: { state: 'running', rawStatus: 'RUNNING' } },
    { type: 'fault', job: reference, faultsInARow: 1, message: expect.stringContaining('the line is down') },
    { type: 'status', job: reference, snapshot: { state: 'succeeded', rawStatus: 'DONE' } },
  ]);
});

test.each([
  ['goes on at an even pace', undefined, [10_000, 10_000, 10_000]],
  ['begins with a short pause where that is wanted', 1_000, [1_000, 1_500, 2_250]],
  ['never pauses longer than asked', 20_000, [10_000, 10_000, 10_000]],
])('%s', async (_, firstPauseMs, pauses) => {
  const { clock, job, context } = world([running, running, running, ended]);
  await waitForJob(context, job, { timeoutMs: 600_000, pollIntervalMs: 10_000, firstPauseMs });
  expect(clock.sleeps.filter((ms) => ms <= 10_000)).toEqual(pauses);
});

test('a job that goes on when the time is up is an outcome', async () => {
  const { job, context } = world([running]);
  expect(await waitForJob(context, job, { timeoutMs: 5_000, pollIntervalMs: 1_000 })).toMatchObject({
    ended: false,
    snapshot: running,
  });
});
