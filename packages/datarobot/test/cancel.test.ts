import { dataRobot, batchPrediction } from '../src/index.ts';
import { completed, job, jobId } from './support/answers.ts';
import { scriptedRun } from './support/scripted-run.ts';
import type { ScriptStep } from '@modelferry/testkit';

const cancel = (steps: readonly ScriptStep[]) => {
  const { context, transport } = scriptedRun(steps);
  const outcome = dataRobot.cancels?.[batchPrediction]?.(context, jobId);
  return { outcome, transport };
};

const notFound = { status: 404, json: { message: 'not found or never queued' } };
const conflict = { status: 409, json: { message: 'already aborted or completed' } };

test.each<[what: string, outcome: string, steps: ScriptStep[]]>([
  ['a running job', 'cancelled', [{ status: 202 }]],
  ['a job without data', 'never-started', [notFound, { status: 200, json: job('INITIALIZING') }]],
  ['a job that is gone', 'already-ended', [notFound, notFound]],
  ['a job that is gone, as 410', 'already-ended', [notFound, { status: 410 }]],
  [
    'an aborted one that stays to be seen',
    'already-ended',
    [notFound, { status: 200, json: job('ABORTED') }],
  ],
  ['a completed job', 'already-ended', [conflict, { status: 200, json: completed() }]],
  ['a job that has gone after all', 'already-ended', [conflict, notFound]],
  [
    'a job that came into the queue just now',
    'cancelled',
    [notFound, { status: 200, json: job('RUNNING') }, { status: 202 }],
  ],
  [
    'a job that is only now ready to be ended',
    'cancelled',
    [conflict, { status: 200, json: job('INITIALIZING') }, { status: 202 }],
  ],
  [
    'a job after a lost answer',
    'already-ended',
    [{ fail: 'network' }, conflict, { status: 200, json: job('ABORTED') }],
  ],
])('%s: %s', async (_, expected, steps) => {
  const { outcome, transport } = cancel(steps);
  await expect(outcome).resolves.toBe(expected);
  transport.expectConsumed();
});

test('a job that goes on although it was asked to end thrice is an error', async () => {
  const running = { status: 200, json: job('RUNNING') };
  const { outcome, transport } = cancel([conflict, running, conflict, running, conflict, running]);
  await expect(outcome).rejects.toMatchObject({ code: 'conflict' });
  transport.expectConsumed();
});

test('a refused key is an error', async () => {
  await expect(cancel([{ status: 401 }]).outcome).rejects.toMatchObject({ code: 'unauthorized' });
});
