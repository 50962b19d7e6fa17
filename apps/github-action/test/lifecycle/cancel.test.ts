import type { ChildProcess } from 'node:child_process';
import { presetCsv } from '@modelferry/sandbox';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openScene, type Scene } from './stages.ts';
import type { StageEnd } from './run-stage.ts';

let scene: Scene;
beforeAll(async () => (scene = await openScene()));
afterEach(() => scene.sandbox.reset());
afterAll(() => scene.close());

/** Sends a signal once, when the output has come so far. */
function once(when: RegExp, ...signals: readonly NodeJS.Signals[]) {
  let sent = false;
  return {
    onText(text: string, child: ChildProcess) {
      if (sent || !when.test(text)) return;
      sent = true;
      for (const signal of signals) child.kill(signal);
    },
  };
}

/** Sends a signal as soon as the vendor has been asked for something. */
const onRequest = (operation: string, signal: NodeJS.Signals) => ({
  onStart(child: ChildProcess) {
    const timer = setInterval(() => {
      if (scene.requests(operation) > 0) child.kill(signal);
      if (child.killed || child.exitCode !== null) clearInterval(timer);
    }, 20);
  },
});

const job = (end: StageEnd) => JSON.parse(end.state['job'] ?? '{}') as { id: string; done: boolean };
const said = (end: StageEnd) => end.text.replaceAll(/::add-mask::.*\n/g, '');
const stuck = { kind: 'job-stuck', operation: 'batchCreate' } as const;

test.each(['SIGINT', 'SIGTERM'] as const)('%s while waiting ends the job, once', async (signal) => {
  scene.sandbox.faults.plan(stuck);
  const end = await scene.main('datarobot/batch-predict', scene.batch, once(/is INITIALIZING/, signal));
  expect(end).toMatchObject({
    code: 1,
    signal: null,
    outputs: { outcome: 'cancelled', status: 'INITIALIZING' },
  });
  expect(end.text).toContain(`Batch prediction ${job(end).id} was ended at the vendor.`);
  expect(job(end).done).toBe(true);
  expect(end.summary).toContain('was cancelled');
  await scene.post(scene.batch, end.state);
  expect(scene.requests('batchDelete')).toBe(1);
});

test('a second signal does not cut off what the first has set off', async () => {
  scene.sandbox.faults.plan([stuck, { kind: 'slow-response', operation: 'batchDelete', delayMs: 500 }]);
  const end = await scene.main(
    'datarobot/batch-predict',
    scene.batch,
    once(/is INITIALIZING/, 'SIGINT', 'SIGTERM'),
  );
  expect(end).toMatchObject({ code: 1, signal: null });
  expect(job(end).done).toBe(true);
});

test('killed at once, the post step ends the job', async () => {
  scene.sandbox.faults.plan(stuck);
  const end = await scene.main('datarobot/batch-predict', scene.batch, once(/is INITIALIZING/, 'SIGKILL'));
  expect(end).toMatchObject({ signal: 'SIGKILL', outputs: { 'job-id': job(end).id } });
  expect(job(end).done).toBe(false);
  const post = await scene.post(scene.batch, end.state);
  expect(post.code).toBe(0);
  expect(said(post)).toBe(`Batch prediction ${job(end).id} was ended at the vendor.\n`);
  expect(post.summary).toContain('was ended at the vendor');
  expect(scene.requests('batchDelete')).toBe(1);
});

test('an answer that does not come in time is sought again by the post step', async () => {
  scene.sandbox.faults.plan([stuck, { kind: 'timeout', operation: 'batchDelete' }]);
  const startedAt = Date.now();
  const end = await scene.main('datarobot/batch-predict', scene.batch, once(/is INITIALIZING/, 'SIGINT'));
  expect(Date.now() - startedAt).toBeLessThan(15_000);
  expect(job(end).done).toBe(false);
  expect(end.text).toContain('No answer came within 5s.');
  const post = await scene.post(scene.batch, end.state);
  expect(said(post)).toContain('was ended at the vendor.');
});

test('what the post step cannot end is a warning, and no failure', async () => {
  scene.sandbox.faults.plan([stuck, { kind: 'status', status: 403, operation: 'batchDelete', times: 9 }]);
  const end = await scene.main('datarobot/batch-predict', scene.batch, once(/is INITIALIZING/, 'SIGKILL'));
  const post = await scene.post(scene.batch, end.state);
  expect(post.code).toBe(0);
  expect(post.text).toMatch(/^::warning::Batch prediction .* could not be ended/m);
  expect(post.text).toContain('End it at the vendor, or wait for it with this step:');
});

test('detach leaves the job alone, and says how to go on', async () => {
  scene.sandbox.faults.plan(stuck);
  const inputs = { ...scene.batch, 'on-cancel': 'detach' };
  const end = await scene.main('datarobot/batch-predict', inputs, once(/is INITIALIZING/, 'SIGINT'));
  expect(end.text).toContain(`    job-id: "${job(end).id}"`);
  expect(end.text).toContain('    api-token: ${{ secrets.DATAROBOT_API_TOKEN }}%0A');
  expect(end.summary).toContain('/datarobot/wait@');
  await scene.post(inputs, end.state);
  expect(scene.requests('batchDelete')).toBe(0);
});

test('an upload that is cut leaves no job, also with detach', async () => {
  scene.sandbox.faults.plan({ kind: 'stall-mid-upload', operation: 'batchUpload', bytes: 10 });
  const inputs = { ...scene.batch, file: 'large-score.csv', 'on-cancel': 'detach' };
  const startedAt = Date.now();
  const end = await scene.main('datarobot/batch-predict', inputs, onRequest('batchUpload', 'SIGINT'));
  expect(Date.now() - startedAt).toBeLessThan(10_000);
  expect(end).toMatchObject({ code: 1, outputs: { outcome: 'cancelled', 'job-id': job(end).id } });
  expect(job(end).done).toBe(true);
  await scene.post(inputs, end.state);
  expect(scene.requests('batchDelete')).toBe(1);
});

test('an upload that is cut starts no retraining, and it is said so', async () => {
  scene.sandbox.faults.plan({ kind: 'stall-mid-upload', operation: 'put', bytes: 10 });
  writeFileSync(join(scene.workspace, 'large.csv'), presetCsv('cars.json').repeat(2_000));
  const inputs = { ...scene.retrain, 'training-data': 'large.csv' };
  const end = await scene.main('prediction-one/retrain', inputs, onRequest('put', 'SIGTERM'));
  expect(end).toMatchObject({ code: 1, outputs: { outcome: 'cancelled' } });
  expect(end.text).toContain(`nothing was started: Retraining ${job(end).id} has no data.`);
  expect(end.text).not.toContain('/wait@');
  expect(job(end).done).toBe(true);
});

test('without a way to end it, a retraining goes on, and the ID is said', async () => {
  const end = await scene.main('prediction-one/retrain', scene.retrain, once(/is sandbox_waiting/, 'SIGINT'));
  expect(end.text).toContain(`Retraining ${job(end).id} was left alone: it goes on at the vendor.`);
  expect(end.text).toContain('prediction-one/wait@');
  expect(job(end).done).toBe(true);
});

test('killed, the post step says the ID of a retraining, too', async () => {
  const end = await scene.main(
    'prediction-one/retrain',
    scene.retrain,
    once(/is sandbox_waiting/, 'SIGKILL'),
  );
  const post = await scene.post(scene.retrain, end.state);
  expect(post.code).toBe(0);
  expect(said(post)).toContain(`job-id: "${job(end).id}"`);
});

test('killed before anything is known, the post step warns', async () => {
  scene.sandbox.faults.plan({ kind: 'timeout', operation: 'batchCreate' });
  const end = await scene.main('datarobot/batch-predict', scene.batch, once(/::group::Upload/, 'SIGKILL'));
  expect(job(end)).toMatchObject({ id: '', done: false });
  const post = await scene.post(scene.batch, end.state);
  expect(post.code).toBe(0);
  expect(post.text).toMatch(/^::warning::.*before anything was known to have been started/m);
});

test('cancelled while the job is being made, nothing is left to post', async () => {
  scene.sandbox.faults.plan({ kind: 'timeout', operation: 'batchCreate' });
  const end = await scene.main('datarobot/batch-predict', scene.batch, once(/::group::Upload/, 'SIGINT'));
  expect(end).toMatchObject({ code: 1, outputs: { outcome: 'cancelled' } });
  expect(end.text).toContain('nothing had been started at the vendor');
});

test.each([
  ['abort', 1, 'was ended at the vendor'],
  ['detach', 0, 'datarobot/wait@'],
])('a timeout with %s fails the step', async (policy, deletes, words) => {
  scene.sandbox.faults.plan(stuck);
  const inputs = { ...scene.batch, timeout: '5s', 'on-timeout': policy };
  const end = await scene.main('datarobot/batch-predict', inputs);
  expect(end).toMatchObject({ code: 1, outputs: { outcome: 'timed-out', status: 'INITIALIZING' } });
  expect(end.text).toMatch(/Waited 5s for batch prediction .*: its last status was "INITIALIZING"\./);
  expect(end.text).toContain(words);
  await scene.post(inputs, end.state);
  expect(scene.requests('batchDelete')).toBe(deletes);
});

test('a wait that is cancelled ends the job that it waits for', async () => {
  scene.sandbox.faults.plan(stuck);
  const started = await scene.main('datarobot/batch-predict', { ...scene.batch, wait: 'false' });
  expect(started).toMatchObject({ code: 0, outputs: { outcome: 'succeeded' } });
  expect(job(started).done).toBe(true);
  const { 'api-token': token = '', endpoint = '' } = scene.batch;
  const inputs = { 'api-token': token, endpoint, 'job-id': job(started).id };
  const end = await scene.main('datarobot/wait', inputs, once(/is INITIALIZING/, 'SIGINT'));
  expect(end.text).toContain(`Batch prediction ${job(started).id} was ended at the vendor.`);
  expect(scene.requests('batchDelete')).toBe(1);
});
