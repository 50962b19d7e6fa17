import { EngineError, TransportError } from '@modelferry/http';
import type { CancelJob } from '@modelferry/operation';
import { endJobs } from '../../src/cancel/end-jobs.ts';

const job = (phase: string) => ({ kind: 'batch-prediction', id: '7', phase });

function stopper(cancel?: CancelJob<never>) {
  const asked: string[] = [];
  return {
    asked,
    client: undefined,
    cancels: cancel && {
      'batch-prediction': async (context: Parameters<CancelJob<never>>[0], id: string) => {
        asked.push(id);
        return cancel(context, id);
      },
    },
  };
}

const request = { withinMs: 5_000, sent: 'part' } as const;

test('abort ends a job at the vendor', async () => {
  const vendor = stopper(async () => 'cancelled');
  expect(await endJobs(vendor, [job('uploaded')], { ...request, policy: 'abort' })).toEqual({
    said: ['Batch prediction 7 was ended at the vendor.'],
    goingOn: [],
    settled: [job('uploaded')],
    failed: false,
  });
  expect(vendor.asked).toEqual(['7']);
});

test('a job without data was not ended, since it never ran', async () => {
  const vendor = stopper(async () => 'never-started');
  expect(await endJobs(vendor, [job('uploading')], { ...request, policy: 'detach' })).toMatchObject({
    said: [
      'Batch prediction 7 never got all of its data: nothing was started, and nothing runs at the vendor.',
    ],
    goingOn: [],
    failed: false,
  });
});

test('detach leaves it alone', async () => {
  const vendor = stopper(async () => 'cancelled');
  const end = await endJobs(vendor, [job('uploaded')], { ...request, policy: 'detach' });
  expect(end).toMatchObject({ goingOn: [job('uploaded')], settled: [job('uploaded')], failed: false });
  expect(vendor.asked).toEqual([]);
});

test('a job without its data is ended also by detach', async () => {
  const vendor = stopper(async () => 'cancelled');
  await endJobs(vendor, [job('uploading')], { ...request, policy: 'detach' });
  expect(vendor.asked).toEqual(['7']);
});

test('but not where all of the data have left', async () => {
  const vendor = stopper(async () => 'cancelled');
  await endJobs(vendor, [job('uploading')], { ...request, policy: 'detach', sent: 'all' });
  expect(vendor.asked).toEqual([]);
});

test('of several jobs, only the newest can have got all that was sent', async () => {
  const vendor = stopper(async () => 'cancelled');
  const jobs = [{ ...job('uploading'), id: '6' }, job('uploading')];
  const end = await endJobs(vendor, jobs, { ...request, policy: 'detach', sent: 'all' });
  expect([vendor.asked, end.goingOn]).toEqual([['6'], [jobs[1]]]);
});

test.each([
  ['part', 'nothing was started', 0],
  ['unknown', 'where they have all arrived it goes on', 1],
] as const)('where %s was sent and the vendor ends nothing, it is said so', async (sent, words, goingOn) => {
  const end = await endJobs(stopper(), [job('uploading')], { ...request, policy: 'detach', sent });
  expect(end.said[0]).toContain(words);
  expect(end.goingOn).toHaveLength(goingOn);
  expect(end.settled).toHaveLength(1);
});

test('an abort that fails is told with its reason, and nothing is settled', async () => {
  const vendor = stopper(async () => {
    throw new EngineError({ code: 'forbidden', message: 'The key may not.' });
  });
  const end = await endJobs(vendor, [job('uploaded')], { ...request, policy: 'abort', tries: 3 });
  expect(end).toMatchObject({
    said: ['Batch prediction 7 could not be ended. The key may not.'],
    settled: [],
    failed: true,
  });
  expect(vendor.asked).toHaveLength(1);
});

test('what may pass is tried again', async () => {
  let calls = 0;
  const vendor = stopper(async () => {
    calls += 1;
    if (calls === 1) throw new TransportError({ kind: 'network', message: 'reset', bodyTaken: 'all' });
    return 'already-ended';
  });
  const end = await endJobs(vendor, [job('uploaded')], { ...request, policy: 'abort', tries: 2 });
  expect(end.said).toEqual(['Batch prediction 7 had ended by itself.']);
});

test('a vendor that does not answer holds nobody for longer than the time there is', async () => {
  const vendor = stopper(() => new Promise(() => undefined));
  // An answer that never comes keeps no process alive, but the test's own does
  const end = await endJobs(vendor, [job('uploaded')], {
    ...request,
    policy: 'abort',
    withinMs: 50,
    tries: 3,
  });
  expect(end).toMatchObject({
    said: ['Batch prediction 7 could not be ended. No answer came within 50ms.'],
    failed: true,
  });
});
