import { errorOf, valueOf, type Performance } from '@modelferry/testkit';
import { scoreBatch } from '../src/index.ts';
import { cars, quick, smallRows } from './fault-table/support/scenarios.ts';
import { Stage, type Inputs, type PerformOptions } from './fault-table/support/stage.ts';
import { completed, created, csv, deploymentId, job, jobId, result } from './support/answers.ts';
import { endpoint, scriptedRun, warningsOf } from './support/scripted-run.ts';

const stage = Stage.forEachTest();

const score = (inputs: Inputs = {}, options?: PerformOptions) =>
  stage.perform(
    'batchPrediction.score',
    { deploymentId: stage.deployment.id, file: cars(), ...quick, ...inputs },
    options,
  );
const downloads = () => stage.calls('batchDownload').length;
const statusesOf = ({ events }: Performance): string[] =>
  events.flatMap((event) => (event.type === 'status' ? [event.snapshot.rawStatus] : []));

test('begins as soon as the job runs, and is all there is', async () => {
  const performance = await score();
  expect(valueOf(performance)).toMatchObject({ finished: true, resultRows: smallRows });
  expect(downloads()).toBe(1);
  const order = performance.events.flatMap((event) =>
    event.type === 'phase' ? [event.title] : event.type === 'status' ? [event.snapshot.rawStatus] : [],
  );
  expect(order).toEqual([
    'Upload the data',
    'Wait for the batch prediction',
    'INITIALIZING',
    'Download the result',
    'RUNNING',
    'COMPLETED',
  ]);
});

test('can be left until the job has completed', async () => {
  const performance = await score({ downloadWhileScoring: false });
  expect(valueOf(performance)).toMatchObject({ finished: true, resultRows: smallRows });
  expect(statusesOf(performance).at(-1)).toBe('COMPLETED');
  expect(performance.events.findLastIndex(({ type }) => type === 'status')).toBeLessThan(
    performance.events.findIndex(({ type }) => type === 'download'),
  );
});

test('a server that gives a result once is asked once', async () => {
  stage.sandbox.variants.change({ enable: ['single-download'] });
  expect(valueOf(await score())).toMatchObject({ finished: true, resultRows: smallRows });
  expect(downloads()).toBe(1);
});

test('what such a server gave and broke off is told to be lost, and how to keep the next one', async () => {
  stage.sandbox.variants.change({ enable: ['single-download'] });
  stage.sandbox.faults.plan({ kind: 'download-cut', operation: 'batchDownload', bytes: 10 });
  expect(errorOf(await score())).toMatchObject({
    code: 'not-found',
    message: expect.stringContaining('this server gives a result once'),
    remedy: expect.stringContaining('Download While Scoring switched off'),
  });
});

test('a result that was never given is not said to have been lost', async () => {
  stage.sandbox.faults.plan({ kind: 'vendor-error', operation: 'batchDownload', status: 404, times: 2 });
  expect(errorOf(await score())).toMatchObject({
    code: 'not-found',
    message: expect.stringMatching(/^Could not download the result of batch job/),
  });
});

test.each(['download-cut', 'stall-mid-body', 'truncated-body'] as const)(
  'what a %s breaks off is begun anew, from its first byte, when the job has completed',
  async (kind) => {
    stage.sandbox.faults.plan({ kind, operation: 'batchDownload', bytes: 10 });
    const performance = await score();
    expect(valueOf(performance)).toMatchObject({ finished: true, resultRows: smallRows });
    expect(downloads()).toBe(2);
    expect(JSON.stringify(performance.events)).toContain(
      'The download begins anew when the job has completed',
    );
  },
);

test.each(['download-ends-short', 'job-aborted', 'job-failed'] as const)(
  'of a job that ends by a %s meanwhile nothing is kept, and its log says why',
  async (kind) => {
    stage.sandbox.faults.plan({ kind, operation: 'batchDownload', bytes: 10, message: 'Too many errors' });
    const performance = await score();
    expect(errorOf(performance)).toMatchObject({
      code: 'job-failed',
      message: expect.stringMatching(
        /ended as (ABORTED|FAILED) after \d+ scored and \d+ failed rows.*Too many/,
      ),
    });
    expect(performance.files.size).toBe(0);
  },
);

test('a part of a result that an aborted job ends with is not kept', async () => {
  stage.sandbox.variants.change({ enable: ['aborted-download-partial'] });
  stage.sandbox.faults.plan({ kind: 'download-ends-short', operation: 'batchDownload' });
  expect(errorOf(await score()).code).toBe('job-failed');
});

test('a key that is revoked in mid-flow ends wait and download', async () => {
  stage.sandbox.faults.plan({ kind: 'token-revoked', operation: 'batchDownload' });
  const performance = await score();
  expect(errorOf(performance).code).toBe('unauthorized');
  expect(performance.files.size).toBe(0);
});

test.each([
  [['links-foreign-host']],
  [['links-no-slash']],
  [['download-link-null']],
  [['row-order-shuffled']],
  [['download-range']],
] as const)('comes whole with %j', async (variants) => {
  stage.sandbox.variants.change({ enable: [...variants] });
  expect(valueOf(await score())).toMatchObject({ finished: true, resultRows: smallRows });
  expect(stage.sandbox.state().credentialLeaks).toBe(0);
});

test('a cancel ends it', async () => {
  const abort = new AbortController();
  const performance = await score(
    {},
    { abort, onProgress: (event) => event.type === 'download' && abort.abort() },
  );
  expect(errorOf(performance).code).toBe('cancelled');
  expect(performance.files.size).toBe(0);
});

const running = (more: object = {}) =>
  job('RUNNING', { links: { download: `${endpoint}/batchPredictions/${jobId}/download/` }, ...more });
const inputs = { deploymentId, file: csv(), timeoutMs: 60_000, pollIntervalMs: 5_000 };

test('a host that cannot keep the file is told of at once, not after hours of waiting', async () => {
  const run = scriptedRun([
    created,
    { status: 202 },
    { status: 200, json: running() },
    { status: 200, text: result() },
  ]);
  const full = new Error('The disk is full.');
  const context = { ...run.context, save: () => Promise.reject(full) };
  await expect(scoreBatch.run(context, inputs)).rejects.toBe(full);
  run.transport.expectConsumed();
});

test('rows that are missing are asked for again', async () => {
  const run = scriptedRun([
    created,
    { status: 202 },
    { status: 200, json: running() },
    { status: 200, text: result(1) },
    { status: 200, json: completed() },
    { status: 200, json: completed() },
    { status: 200, text: result(2) },
    { status: 200, json: completed() },
  ]);
  expect(await scoreBatch.run(run.context, inputs)).toMatchObject({ finished: true, resultRows: 2 });
  expect(warningsOf(run)).toEqual([expect.stringContaining('has 1 rows, and the job counts 2 scored')]);
  run.transport.expectConsumed();
});

test('a wait whose time is up leaves the job, and keeps nothing of its result', async () => {
  stage.sandbox.faults.plan({ kind: 'stall-mid-body', operation: 'batchDownload', bytes: 10 });
  stage.sandbox.faults.plan({ kind: 'job-status-unknown', operation: 'batchStatus', skip: 2, times: 60 });
  const performance = await score({ timeoutMs: 20_000 });
  expect(valueOf(performance)).toMatchObject({ pending: true, finished: false, resultFile: undefined });
  expect(performance.files.size).toBe(0);
  expect(stage.state.deletes).toBe(0);
});

test('a result that still comes in when the time is up is kept where its job has completed', async () => {
  const timeoutMs = 10_000;
  async function* slowly() {
    const bytes = new TextEncoder().encode(result());
    yield bytes.subarray(0, 10);
    await run.clock.sleep(2 * timeoutMs);
    yield bytes.subarray(10);
  }
  const run = scriptedRun([
    created,
    { status: 200, json: running() },
    { status: 202 },
    { status: 200, chunks: slowly() },
    { status: 200, json: completed() },
    { status: 200, json: completed() },
  ]);
  expect(
    await scoreBatch.run(run.context, { ...inputs, timeoutMs, scoreWhileUploading: true }),
  ).toMatchObject({ finished: true, pending: false, resultRows: 2 });
  run.transport.expectConsumed();
});
