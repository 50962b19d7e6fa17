import type { TriggerPoll } from '@modelferry/operation';
import type { AnswerStep } from '@modelferry/testkit';
import { dataRobotEvents } from '../src/index.ts';
import { retrainingEnded as trigger } from '../src/triggers/retraining-ended.ts';
import { endpoint, scriptedRun } from './support/scripted-run.ts';

const of = (data: readonly object[], more = false): AnswerStep => ({
  status: 200,
  json: { data, next: more ? endpoint : null },
});
const policies = of([{ id: 'p1' }, { id: 'p2' }]);
const run = (id: string, status: string, more: object = {}) => ({
  ...{ id, status, startTime: '2027-01-15T08:00:00Z', finishTime: null, errorMessage: null },
  ...more,
});
const gone: AnswerStep = { status: 404, json: { message: 'Not found' } };

/** Polls with these answers, and no others. */
async function poll(
  steps: readonly AnswerStep[],
  cursor?: unknown,
  inputs: object = {},
): Promise<TriggerPoll<object, unknown> & { readonly ids: readonly string[] }> {
  const { context, transport } = scriptedRun(steps);
  const polled = await trigger.poll(context, { deploymentId: 'd1', ...inputs }, cursor);
  transport.expectConsumed();
  return { ...polled, ids: polled.events.map(({ eventId }) => eventId) };
}

test('runs of all policies are told once, by a finish time or a word', async () => {
  const first = await poll([
    policies,
    of([run('r1', 'running'), run('r0', 'done')]),
    of([run('s1', 'queued')]),
  ]);
  expect(first.ids).toEqual([]);
  const second = [
    policies,
    of([run('r0', 'done'), run('r1', 'odd word', { finishTime: '2027-01-15T09:00:00Z' })]),
    of([run('s1', 'FAILURE', { errorMessage: 'no target' }), run('s2', 'SUCCESS', { modelPackageId: 'm1' })]),
  ];
  const told = await poll(second, first.cursor);
  expect(told.ids).toEqual([
    'retraining-run:d1/p1/r1:succeeded',
    'retraining-run:d1/p2/s1:failed',
    'retraining-run:d1/p2/s2:succeeded',
  ]);
  expect(told.events.map(({ output }) => output)).toMatchObject([
    { status: 'odd word' },
    { outcome: 'failed', errorMessage: 'no target', policyId: 'p2', runId: 's1' },
    { outcome: 'succeeded', modelPackageId: 'm1', deploymentId: 'd1' },
  ]);
  expect((await poll(second, told.cursor)).ids).toEqual([]);
});

test('only one policy, only failures', async () => {
  const inputs = { policyId: 'p1', outcome: 'failed' };
  const first = await poll([of([])], undefined, inputs);
  const ended = of([run('r1', 'completed'), run('r2', 'failed')]);
  expect((await poll([ended], first.cursor, inputs)).ids).toEqual(['retraining-run:d1/p1/r2:failed']);
});

test('a run that its list does not show is asked for; one that was deleted drops out', async () => {
  const first = await poll([policies, of([run('r1', 'running'), run('r2', 'running')]), of([])]);
  const ended: AnswerStep = { status: 200, json: run('r1', 'completed') };
  const second = await poll([policies, of([]), of([]), ended, gone], first.cursor);
  expect(second.ids).toEqual(['retraining-run:d1/p1/r1:succeeded']);
  expect((await poll([policies, of([]), of([])], second.cursor)).ids).toEqual([]);
});

test('a policy that is deleted between two calls has no runs; one that was named must be there', async () => {
  expect((await poll([policies, gone, of([])])).ids).toEqual([]);
  await expect(poll([gone], undefined, { policyId: 'p1' })).rejects.toMatchObject({ code: 'not-found' });
});

test('all pages are read, in whatever order they come', async () => {
  const first = await poll([of([{ id: 'p1' }]), of([])]);
  const pages = [of([{ id: 'p1' }]), of([run('r1', 'completed')], true), of([run('r2', 'completed')])];
  expect((await poll(pages, first.cursor)).ids).toEqual([
    'retraining-run:d1/p1/r1:succeeded',
    'retraining-run:d1/p1/r2:succeeded',
  ]);
});

describe('a sample', () => {
  const sample = async (steps: readonly AnswerStep[], inputs: object) => {
    const { context } = scriptedRun(steps);
    return (await trigger.sample(context, { deploymentId: 'd1', ...inputs })).output;
  };
  const runs = of([
    run('r1', 'completed'),
    run('r2', 'completed', { startTime: '2027-02-01T08:00:00Z' }),
    run('r3', 'failed', { startTime: '2027-03-01T08:00:00Z' }),
  ]);

  test('is the latest ending that is wanted', async () => {
    expect(await sample([policies, runs, of([])], {})).toMatchObject({ runId: 'r3' });
    expect(await sample([policies, runs, of([])], { outcome: 'succeeded' })).toMatchObject({ runId: 'r2' });
  });
  test('else one that is made up', async () => {
    expect(await sample([of([])], { policyId: 'p1', outcome: 'failed' })).toMatchObject({
      ...{ policyId: 'p1', outcome: 'failed', errorMessage: expect.any(String) as string },
    });
  });
});

describe('the policies to choose from', () => {
  const list = dataRobotEvents.lookups['retrainingPolicies']!;
  const answers = of([
    { id: 'p1', name: 'weekly', action: 'create_challenger', trigger: { type: 'schedule' } },
    { id: 'p2' },
  ]);

  test('are those of the deployment', async () => {
    const { context, transport } = scriptedRun([answers]);
    expect(await list(context, { inputs: { deploymentId: 'd1' } })).toEqual({
      entries: [
        { value: 'p1', title: 'weekly', description: 'create_challenger, schedule' },
        { value: 'p2', title: 'p2', description: undefined },
      ],
      next: undefined,
    });
    expect(transport.requests[0]?.url).toBe(
      `${endpoint}/deployments/d1/retrainingPolicies/?offset=0&limit=100`,
    );
  });
  test('can be filtered', async () => {
    const { context } = scriptedRun([answers]);
    const { entries } = await list(context, { filter: ' WEEK ', inputs: { deploymentId: 'd1' } });
    expect(entries).toMatchObject([{ value: 'p1' }]);
  });
  test('are none without a deployment', async () => {
    const { context } = scriptedRun([]);
    expect(await list(context, {})).toEqual({ entries: [] });
  });
});
