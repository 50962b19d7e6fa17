import type { TriggerEvent } from '@modelferry/operation';
import { valueOf } from '@modelferry/testkit';
import { trainingJobEnded as trigger } from '../src/triggers/training-job-ended.ts';
import { jobHistoryStage } from './support/job-history-stage.ts';
import { Stage } from './support/stage.ts';

const stage = Stage.forEachTest();

const definition = 'cars-fuel';
const perform = async (name: string, inputs: object) =>
  valueOf(await stage.perform(`job.${name}`, { definition, ...inputs }));
const start = async (more: object = {}): Promise<string> => String((await perform('create', more))['jobId']);
const end = async (...jobIds: readonly string[]) => {
  for (const jobId of jobIds) await perform('wait', { jobId, downloadResult: false, findModel: false });
};
const poll = (cursor?: unknown, inputs: object = {}) =>
  trigger.poll(stage.context(), { definition, ...inputs }, cursor);
const idsOf = (events: readonly TriggerEvent[]) => events.map(({ eventId }) => eventId);
const complete = (jobId: string) => `training-job:${jobId}:COMPLETE`;

test('is told once, as other operations show it, though it was started before the first poll', async () => {
  await end(await start());
  const early = await start();
  const first = await poll();
  expect(first.events).toEqual([]);
  const late = await start({ description: 'nightly' });
  await end(early, late);
  const { events, cursor } = await poll(first.cursor);
  expect(idsOf(events)).toEqual([complete(early), complete(late)]);
  expect(events[1]?.output).toMatchObject({
    ...{
      eventId: complete(late),
      jobId: late,
      definition,
      status: 'Complete',
      finished: true,
      pending: false,
    },
    ...{
      epoch: 3,
      statistics: { stages: expect.any(Object) as object },
      resumeToken: expect.any(String) as string,
    },
    description: expect.stringContaining('nightly') as string,
  });
  expect((await poll(cursor)).events).toEqual([]);
});

test('those that were archived are told, too; those of other job definitions are not', async () => {
  const other = { definition: stage.platform.jobDefinitions.find(({ name }) => name !== definition)?.name };
  const [{ cursor }, elsewhere] = [await poll(), await poll(undefined, other)];
  const jobId = await start();
  await end(jobId);
  await perform('archive', { jobId });
  expect(idsOf((await poll(cursor)).events)).toEqual([complete(jobId)]);
  expect((await poll(elsewhere.cursor, other)).events).toEqual([]);
});

test('only what has ended as it is wanted', async () => {
  const { cursor } = await poll();
  const [stopped, failed, good] = [await start(), await start(), await start()];
  await perform('stop', { jobId: stopped });
  stage.plan({ kind: 'job-fails', operation: 'trainingJob', message: 'no such column' });
  await perform('get', { jobId: failed });
  await end(good);
  const told = async (...statuses: readonly string[]) => (await poll(cursor, { statuses })).events;
  expect(idsOf(await told('Stopped'))).toEqual([`training-job:${stopped}:STOPPED`]);
  expect(idsOf(await told('Complete'))).toEqual([complete(good)]);
  expect(await told('Failed')).toMatchObject([
    { output: { jobId: failed, failed: true, statusMessage: 'no such column' } },
  ]);
  expect(await told('Failed', 'Stopped')).toHaveLength(2);
  expect(await told()).toHaveLength(3);
});

describe('whatever the vendor does', () => {
  test.each([
    ...['small-pages', 'limit-capped', 'no-total', 'order-oldest-first', 'order-shuffled', 'null-times'],
    ...['odd-status', 'created-201', 'archived-included-by-default'],
  ])('%s: each is told once', async (variant) => {
    const early = [await start(), await start(), await start()];
    stage.enable(variant);
    const first = await poll();
    const late = [await start(), await start(), await start()];
    await end(...early, ...late);
    const { events, cursor } = await poll(first.cursor);
    expect(new Set(idsOf(events))).toEqual(new Set([...early, ...late].map(complete)));
    expect((await poll(cursor)).events).toEqual([]);
  });

  test.each(['created-201', 'missing-as-400'])(
    '%s: a job that is gone is watched no more',
    async (variant) => {
      const jobId = await start();
      stage.enable(variant);
      const first = await poll();
      expect(JSON.stringify(first.cursor)).toContain(jobId);
      stage.plan({ kind: 'job-vanishes', operation: 'trainingJob' });
      await stage.perform('job.get', { definition, jobId });
      const { events, cursor } = await poll(first.cursor);
      expect(events).toEqual([]);
      expect(JSON.stringify(cursor)).not.toContain(jobId);
    },
  );
});

describe('a list of many jobs', () => {
  const minuteMs = 60_000;
  const make = { does: 'make', afterMs: minuteMs, lateMs: 0, isIdle: false } as const;
  const finish = { does: 'end', pick: 0, end: 'succeeded' } as const;

  /** With so many jobs, of which the first goes on. */
  function busy(count: number, order = {}) {
    const { history, asked, context } = jobHistoryStage(100, order);
    const pollMany = async (cursor?: unknown) => {
      asked.length = 0;
      return trigger.poll(context, { definition }, cursor);
    };
    const makeOne = () => {
      history.apply(make);
      history.apply({ ...finish, pick: 1 });
    };
    history.apply(make);
    for (let made = 1; made < count; made++) makeOne();
    return { history, asked, makeOne, poll: pollMany };
  }

  test('is read to the end once, then only as far as it takes; what is old and goes on is asked for', async () => {
    const many = busy(400);
    const first = await many.poll();
    expect(many.asked).toEqual([0, 99, 198, 297, 396]);
    many.makeOne();
    many.makeOne();
    many.history.apply(finish);
    const { events, cursor } = await many.poll(first.cursor);
    expect(idsOf(events)).toEqual(['job0', 'job400', 'job401'].map(complete));
    expect(many.asked).toEqual([0]);
    expect((await many.poll(cursor)).events).toEqual([]);
  });

  test('of which the oldest come first: the newest are read, however many there are', async () => {
    const many = busy(6_000, { isOldestFirst: true });
    const { cursor } = await many.poll();
    many.makeOne();
    expect(idsOf((await many.poll(cursor)).events)).toEqual([complete('job6000')]);
    expect(many.asked.slice(0, 3)).toEqual([0, 1_001, 1_100]);
  });
});

describe('a sample', () => {
  const sample = async (inputs: object = {}) =>
    (await trigger.sample(stage.context(), { definition, ...inputs })).output;

  test('is the latest ending that is wanted', async () => {
    const [one, two, three] = [await start(), await start(), await start()];
    await end(one, two);
    await perform('stop', { jobId: three });
    expect(await sample()).toMatchObject({ jobId: three, status: 'Stopped' });
    expect(await sample({ statuses: ['Complete'] })).toMatchObject({ jobId: two });
  });

  test.each([
    ['Complete', { finished: true, statistics: expect.any(Object) as object }],
    ['Failed', { failed: true, statusMessage: expect.any(String) as string }],
    ['Stopped', { stopped: true }],
  ])('else one that is made up: %s', async (status, expected) => {
    expect(await sample({ statuses: [status] })).toMatchObject({ status, definition, ...expected });
  });
});
