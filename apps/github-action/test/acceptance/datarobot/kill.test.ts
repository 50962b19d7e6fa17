import type { StageResult } from '@modelferry/github-runner';
import type { FaultRequest } from '@modelferry/sandbox';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { logText } from '../support/log-text.ts';
import { onStage, type OnStage } from '../support/on-stage.ts';
import { countOf, whenAsked } from '../support/requests.ts';
import { inUpload, inWait } from './support/moments.ts';
import { resultRows } from '../support/result-file.ts';
import { access, carRows, largeRows, manyCars, scoreInputs, vendorState } from './support/scoring.ts';

const stuck: FaultRequest = { kind: 'job-stuck' };

const score = async (stage: OnStage, more: Readonly<Record<string, string>> = {}, table?: string) =>
  ['datarobot/batch-predict', { ...(await scoreInputs(stage, table)), ...more }] as const;

/** Post has ended the job, and says so where people look. */
function expectEndedByPost(
  { sandbox }: OnStage,
  post: StageResult,
  became = 'was ended at the vendor.',
): void {
  const id = vendorState(sandbox).batchJobs[0]?.id;
  expect(post.outcome).toBe('success');
  expect(logText(post)).toBe(`Batch prediction ${id} ${became}`);
  expect(post.summary).toMatch(`Batch prediction ${id} ${became}`);
  expect(vendorState(sandbox)).toMatchObject({ jobsCreated: 1, jobsOpen: 0 });
}

describe('post, after a step that was killed', () => {
  test(
    'ends the job that main has waited for, once',
    onStage({ faults: [stuck] }, async (stage) => {
      const { sandbox, run } = stage;
      const { main, post } = await run(...(await score(stage)), { cancel: inWait(sandbox, 'kill') });
      expect(main).toMatchObject({ outcome: 'failure', exitCode: null, signal: 'SIGKILL' });
      expect(main.outputs).toEqual({ 'job-id': vendorState(sandbox).batchJobs[0]?.id });
      expectEndedByPost(stage, post);
      expect(countOf(sandbox, 'batchDelete')).toBe(1);
    }),
  );

  test(
    'ends it also in a container, where no signal comes through',
    onStage({ faults: [stuck] }, async (stage) => {
      const { sandbox, run } = stage;
      const { main, post } = await run(...(await score(stage)), {
        ...{ cancel: inWait(sandbox), variant: 'container' },
        patience: { interruptMs: 200, terminateMs: 100 },
      });
      expect(main).toMatchObject({ outcome: 'cancelled', signal: 'SIGKILL' });
      expectEndedByPost(stage, post);
      expect(countOf(sandbox, 'batchDelete')).toBe(1);
    }),
  );

  test(
    'says how to go on where the job was to be left alone',
    onStage({ timeScale: 1 }, async (stage) => {
      const { sandbox, run } = stage;
      const step = await score(stage, { 'on-cancel': 'detach' });
      const { main, post } = await run(...step, { cancel: inWait(sandbox, 'kill') });
      const id = main.outputs['job-id'] ?? '';
      expect(logText(post)).toMatch(
        new RegExp(
          `${id} was left alone.*use this step:\n- uses: .*/datarobot/wait@.*job-id: "?${id}"?$`,
          's',
        ),
      );
      expect(post.summary).toMatch(/^```yaml\n- uses: /m);
      expect([countOf(sandbox, 'batchDelete'), vendorState(sandbox).deletes]).toEqual([0, 0]);

      sandbox.clock.step(20);
      const later = await run('datarobot/wait', { ...access(sandbox), 'job-id': id });
      expect(resultRows(later.main)).toHaveLength(carRows);
    }),
  );

  test.each(['abort', 'detach'])('ends a job whose data had not all come, with on-cancel: %s', (policy) =>
    onStage({ faults: [{ kind: 'stall-mid-upload', operation: 'batchUpload' }] }, async (stage) => {
      const { sandbox, run } = stage;
      const step = await score(stage, { 'on-cancel': policy }, manyCars(largeRows));
      const { post } = await run(...step, { cancel: inUpload(sandbox, 'kill') });
      const became = 'never got all of its data: nothing was started, and nothing runs at the vendor.';
      expectEndedByPost(stage, post, became);
      expect(countOf(sandbox, 'batchDelete')).toBe(1);
      expect(vendorState(sandbox).jobsQueued).toBe(0);
    })(),
  );

  test(
    'looks for nothing where nothing is known to have been made, and says what may be',
    onStage(
      { faults: [{ kind: 'slow-response', operation: 'batchCreate', delayMs: 20_000 }] },
      async (stage) => {
        const { sandbox, run } = stage;
        const made = ({ jobId }: { readonly jobId?: string }) => jobId !== undefined;
        const { post } = await run(...(await score(stage)), {
          cancel: { when: whenAsked(sandbox, 'batchCreate', made), means: 'kill' },
        });
        expect(post.annotations[0]?.message).toMatch(/look there for a job without a run/);
        expect(vendorState(sandbox)).toMatchObject({ jobsCreated: 1, jobsQueued: 0, jobsOpen: 0 });
      },
    ),
  );

  test(
    'finds a job that has ended, whose result has not come whole and has no name yet',
    onStage(
      { faults: [{ kind: 'slow-drip', operation: 'batchDownload', bytes: 1_000, delayMs: 150 }] },
      async (stage) => {
        const { run, workspace, files } = stage;
        const { main, post } = await run(...(await score(stage, { 'output-dir': 'out' })), {
          cancel: { atLine: /^Received /, means: 'kill' },
        });
        expect(main.outputs['result-path']).toBeUndefined();
        expect(logText(post)).toMatch(/had ended by itself/);
        expect(await files()).toEqual(['data/cars.csv', expect.stringMatching(/^out\/.+\.part$/)]);
        await rm(join(workspace, 'out'), { recursive: true });
      },
    ),
  );

  test(
    'removes nothing of a result that was whole',
    onStage({}, async (stage) => {
      const { main, post } = await stage.run(...(await score(stage)));
      expect(main.outcome).toBe('success');
      expect([logText(post), post.summary]).toEqual(['', '']);
      expect(resultRows(main)).toHaveLength(carRows);
    }),
  );
});

/** Takes all the time that main has, and some of what post has. */
const busy: readonly FaultRequest[] = [
  { kind: 'timeout', operation: 'batchDelete' },
  { kind: 'http-503-burst', operation: 'batchDelete', times: 2 },
];

describe('post, after a cancel in which the vendor did not do as it was told', () => {
  test.concurrent(
    'asks until the job has ended',
    onStage({ faults: [stuck, ...busy] }, async (stage) => {
      const { sandbox, run } = stage;
      const { main, post } = await run(...(await score(stage)), { cancel: inWait(sandbox) });
      expect(main).toMatchObject({ outcome: 'cancelled', outputs: { outcome: 'cancelled' } });
      expect(main.signals.map(({ signal }) => signal)).toEqual(['SIGINT']);
      expect(main.annotations[0]?.message).toMatch(/could not be ended.*tries .*to end it/s);
      expectEndedByPost(stage, post);
      expect(countOf(sandbox, 'batchDelete')).toBe(4);
    }),
  );

  test.concurrent(
    'finds that it had, when only the answer was missing',
    onStage({ faults: [stuck, { kind: 'stall', operation: 'batchDelete' }] }, async (stage) => {
      const { sandbox, run } = stage;
      const { main, post } = await run(...(await score(stage)), { cancel: inWait(sandbox) });
      expect(main.signals.map(({ signal }) => signal)).toEqual(['SIGINT']);
      expect(main.annotations[0]?.message).toMatch(/could not be ended. No answer came within 5s/);
      expect(logText(post)).toMatch(/had ended by itself/);
      expect([countOf(sandbox, 'batchDelete'), vendorState(sandbox).jobsOpen]).toEqual([2, 0]);
    }),
  );
});
