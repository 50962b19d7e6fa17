import { nodeClock } from '@modelferry/node-host';
import { errorOf, valueOf, warningsOf } from '@modelferry/testkit';
import { cars } from './fault-table/support/scenarios.ts';
import { Stage, type Inputs, type PerformOptions } from './fault-table/support/stage.ts';

const stage = Stage.forFile();
beforeEach(async () => {
  await stage.reset();
  // A server that gives its upload and its download time to meet
  stage.sandbox.variants.change({ enable: ['upload-waits-for-download'] });
});
afterEach(() => {
  stage.expectLaws();
  expect(stage.sandbox.faults.unconsumed()).toEqual([]);
});

const host = { clock: nodeClock };
const score = (inputs: Inputs = {}, options: PerformOptions = {}) =>
  stage.perform(
    'batchPrediction.score',
    {
      ...{ deploymentId: stage.deployment.id, file: cars(true), scoreWhileUploading: true },
      ...{ pollIntervalMs: 1_000, timeoutMs: 60_000, ...inputs },
    },
    { ...options, host: { ...host, ...options.host } },
  );
const partBytes = 2_000_000;

test.each([
  ['in one piece', {}, 'batchUpload'],
  ['in parts', { uploadMode: 'parts', partBytes }, 'batchUploadPart'],
])('a file %s goes out while its result comes in', async (_, inputs, call) => {
  const performance = await score(inputs);
  expect(valueOf(performance)).toMatchObject({ finished: true, scoredRows: 180_000, resultRows: 180_000 });
  const [download] = stage.calls('batchDownload');
  expect(download?.startedAtMs).toBeLessThan(stage.calls(call).at(-1)?.endedAtMs ?? 0);
  const kinds = performance.events.map(({ type }) => type);
  expect(kinds.indexOf('download')).toBeLessThan(kinds.lastIndexOf('upload'));
});

test('such a server stalls where the result is left for later', async () => {
  const performance = await score(
    { downloadWhileScoring: false },
    { client: { timeouts: { uploadMs: 400 } } },
  );
  expect(errorOf(performance).code).toBe('timeout');
});

test('what was fetched of a job whose data broke off is dropped, and another job gives all', async () => {
  stage.sandbox.faults.plan({ kind: 'drop-before-answer', operation: 'batchUploadPart', skip: 1 });
  const performance = await score({ uploadMode: 'parts', partBytes });
  expect(valueOf(performance)).toMatchObject({ finished: true, resultRows: 180_000 });
  expect(warningsOf(performance)).toMatch(/begins anew with another job/);
  expect(stage.state.batchJobs.map(({ state }) => state)).toEqual(['deleted', 'COMPLETED']);
  expect(stage.calls('batchDownload')).toHaveLength(2);
  expect(performance.files.size).toBe(1);
});

test.each([
  ['an upload that the vendor has enough of', 'upload-aborts-job', 'batchUpload'],
  ['a job that is aborted while both go on', 'download-ends-short', 'batchDownload'],
] as const)('%s ends both', async (_, kind, operation) => {
  stage.sandbox.faults.plan({ kind, operation, bytes: 4_000_000, message: 'Too many errors' });
  expect(errorOf(await score())).toMatchObject({
    code: 'job-failed',
    message: expect.stringContaining('Too many errors'),
  });
});

test('a host that cannot keep the result ends the upload, and the job is removed', async () => {
  const full = new Error('The disk is full.');
  const { result } = await score({}, { host: { save: () => Promise.reject(full) } });
  expect(result).toMatchObject({ status: 'rejected', reason: full });
  expect(stage.state.batchJobs.map(({ state }) => state)).toEqual(['deleted']);
});

test('a download that breaks off is begun anew when the job has completed, and the upload goes on', async () => {
  stage.sandbox.variants.change({ disable: ['upload-waits-for-download'] });
  stage.sandbox.faults.plan({ kind: 'download-cut', operation: 'batchDownload', bytes: 1_000 });
  const performance = await score();
  expect(valueOf(performance)).toMatchObject({ finished: true, resultRows: 180_000 });
  expect(stage.state.jobsCreated).toBe(1);
});

test.each(['upload', 'download'] as const)('a cancel during the %s ends both', async (type) => {
  const abort = new AbortController();
  const performance = await score(
    {},
    { abort, onProgress: (event) => event.type === type && event.bytes > 100_000 && abort.abort() },
  );
  expect(errorOf(performance).code).toBe('cancelled');
  expect(performance.files.size).toBe(0);
});

test('the time counts from the end of the upload; a job that runs on is left', async () => {
  stage.sandbox.variants.change({ disable: ['upload-waits-for-download'] });
  stage.sandbox.faults.plan({ kind: 'job-stuck', operation: 'batchCreate' });
  const performance = await score({ timeoutMs: 1_000 });
  expect(valueOf(performance)).toMatchObject({ pending: true, finished: false, status: 'INITIALIZING' });
  expect(stage.state.deletes).toBe(0);
});
