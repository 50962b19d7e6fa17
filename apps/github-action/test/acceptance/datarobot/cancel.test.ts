import type { ActionResult } from '@modelferry/github-runner';
import type { FaultRequest } from '@modelferry/sandbox';
import { logText } from '../support/log-text.ts';
import { onStage, type OnStage } from '../support/on-stage.ts';
import { asked, countOf, whenAsked } from '../support/requests.ts';
import { inUpload, inWait } from './support/moments.ts';
import { access, largeRows, manyCars, scoreInputs, vendorState } from './support/scoring.ts';

const stuck: FaultRequest = { kind: 'job-stuck' };

const brokenUpload: FaultRequest = {
  kind: 'vendor-error',
  ...{ operation: 'batchUpload', status: 409, message: 'Batch prediction job upload has already begun' },
};

/** The run is cancelled, in the time before the second signal, and post has nothing left to do. */
function expectCancelled({ main, post }: ActionResult): void {
  expect(main.outcome).toBe('cancelled');
  expect(main.signals.map(({ signal }) => signal)).toEqual(['SIGINT']);
  expect(main.outputs['outcome']).toBe('cancelled');
  expect(main.summary).toMatch(/^### ⏹️ Score file as batch prediction was cancelled/);
  expect([post.outcome, logText(post), post.summary]).toEqual(['success', '', '']);
}

const score = async (stage: OnStage, more: Readonly<Record<string, string>>, table?: string) =>
  ['datarobot/batch-predict', { ...(await scoreInputs(stage, table)), ...more }] as const;

describe('a run that is cancelled', () => {
  test(
    'before anything has begun leaves nothing behind',
    onStage({}, async (stage) => {
      const result = await stage.run(...(await score(stage, {})), { cancel: { afterMs: 0 } });
      expect(result.main.outcome).toBe('cancelled');
      expect([result.post.outcome, logText(result.post)]).toEqual(['success', '']);
      expect(stage.sandbox.requests()).toEqual([]);
    }),
  );

  test(
    'before a job was made makes none',
    onStage({ faults: [{ kind: 'http-570-burst', operation: 'batchCreate', times: 1 }] }, async (stage) => {
      const { sandbox, run } = stage;
      const cancel = { when: whenAsked(sandbox, 'batchCreate') };
      const result = await run(...(await score(stage, {})), { cancel });
      expectCancelled(result);
      expect(result.main.annotations[0]?.message).toMatch(/nothing had been started at the vendor/);
      expect([asked(sandbox), vendorState(sandbox).jobsCreated]).toEqual([['batchCreate'], 0]);
    }),
  );

  test(
    'while a job is being made leaves none that could start',
    onStage(
      { faults: [{ kind: 'slow-response', operation: 'batchCreate', delayMs: 20_000 }] },
      async (stage) => {
        const { sandbox, run } = stage;
        const cancel = { when: whenAsked(sandbox, 'batchCreate', ({ jobId }) => jobId !== undefined) };
        expectCancelled(await run(...(await score(stage, {})), { cancel }));
        expect(vendorState(sandbox)).toMatchObject({ jobsCreated: 1, jobsQueued: 0, jobsOpen: 0 });
        expect(countOf(sandbox, 'batchUpload')).toBe(0);
      },
    ),
  );

  test.each(['abort', 'detach'])(
    'in an upload ends the job, which is of no use, even with on-cancel: %s',
    (policy) =>
      onStage({ faults: [{ kind: 'stall-mid-upload', operation: 'batchUpload' }] }, async (stage) => {
        const { sandbox, run } = stage;
        const step = await score(stage, { 'on-cancel': policy }, manyCars(largeRows));
        const result = await run(...step, { cancel: inUpload(sandbox) });
        expectCancelled(result);
        expect(result.main.annotations[0]?.message).toMatch(/Batch prediction \w+ never got all of its data/);
        expect(vendorState(sandbox)).toMatchObject({ jobsCreated: 1, jobsQueued: 0, jobsOpen: 0 });
        expect(asked(sandbox).filter((call) => call !== 'batchStatus')).toEqual([
          'batchCreate',
          'batchUpload',
          'batchDelete',
        ]);
      })(),
  );

  test(
    'in an upload that is scored meanwhile ends the job in the queue',
    onStage({ faults: [{ kind: 'stall-mid-upload', operation: 'batchUpload' }] }, async (stage) => {
      const { sandbox, run } = stage;
      const step = await score(stage, { 'score-while-uploading': 'true' }, manyCars(largeRows));
      expectCancelled(await run(...step, { cancel: inUpload(sandbox) }));
      expect(vendorState(sandbox)).toMatchObject({ jobsQueued: 1, jobsOpen: 0, deletes: 1 });
      expect(countOf(sandbox, 'batchDelete')).toBe(1);
    }),
  );

  test.each(['abort', ''])('in the wait ends the job, once, with on-cancel "%s"', (policy) =>
    onStage({ faults: [stuck] }, async (stage) => {
      const { sandbox, run } = stage;
      const step = await score(stage, { 'on-cancel': policy });
      const result = await run(...step, { cancel: inWait(sandbox) });
      expectCancelled(result);
      const id = vendorState(sandbox).batchJobs[0]?.id;
      expect(result.main.outputs).toMatchObject({ 'job-id': id, status: 'INITIALIZING' });
      expect(result.main.annotations[0]?.message).toMatch(`Batch prediction ${id} was ended at the vendor.`);
      expect(countOf(sandbox, 'batchDelete')).toBe(1);
      expect(vendorState(sandbox)).toMatchObject({ deletes: 1, jobsOpen: 0 });
    })(),
  );

  test(
    'in the wait leaves the job alone with on-cancel: detach, and says how to go on',
    onStage({ faults: [stuck] }, async (stage) => {
      const { sandbox, run } = stage;
      const result = await run(...(await score(stage, { 'on-cancel': 'detach' })), {
        cancel: inWait(sandbox),
      });
      expectCancelled(result);
      const id = result.main.outputs['job-id'] ?? '';
      expect(result.main.annotations[0]?.message).toMatch(
        new RegExp(`${id} was left alone.*/datarobot/wait@.*job-id: "?${id}"?$`, 's'),
      );
      expect([countOf(sandbox, 'batchDelete'), vendorState(sandbox).jobsOpen]).toEqual([0, 1]);
    }),
  );

  test(
    'in the wait of another step ends the job that it waits for',
    onStage({ faults: [stuck] }, async (stage) => {
      const { sandbox, run } = stage;
      const { main } = await run(...(await score(stage, { wait: 'false' })));
      const given = { ...access(sandbox), 'job-id': main.outputs['resume-token'] ?? '' };
      const looks = countOf(sandbox, 'batchStatus');
      const cancel = {
        when: whenAsked(sandbox, 'batchStatus', ({ seq }) => seq > sandbox.requests()[looks + 1]!.seq),
      };
      const waited = await run('datarobot/wait', given, { cancel });
      expect(waited.main).toMatchObject({ outcome: 'cancelled', outputs: { outcome: 'cancelled' } });
      expect(logText(waited.post)).toBe('');
      expect([countOf(sandbox, 'batchDelete'), vendorState(sandbox).jobsOpen]).toEqual([1, 0]);
    }),
  );

  test(
    'in the download keeps nothing of the file',
    onStage(
      { faults: [{ kind: 'slow-drip', operation: 'batchDownload', bytes: 1_000, delayMs: 150 }] },
      async (stage) => {
        const { sandbox, run, files } = stage;
        const result = await run(...(await score(stage, {})), { cancel: { atLine: /^Received / } });
        expectCancelled(result);
        expect(result.main.outputs['result-path']).toBeUndefined();
        expect(await files()).toEqual(['data/cars.csv']);
        expect(result.main.annotations[0]?.message).toMatch(/had ended by itself/);
        expect(vendorState(sandbox)).toMatchObject({ deletes: 0, jobsOpen: 0 });
      },
    ),
  );

  test.each([
    ['cancel', 'detach', 0],
    ['kill', 'detach', 0],
    ['kill', 'abort', 1],
  ] as const)(
    'says nothing of a job that was removed before because its data broke off: %s, %s',
    (means, policy, deletes) =>
      onStage({ faults: [brokenUpload, { ...stuck, skip: 1 }] }, async (stage) => {
        const { sandbox, run } = stage;
        const second = () => vendorState(sandbox).batchJobs[1]?.id ?? 'not yet';
        const step = await score(stage, { 'on-cancel': policy });
        const { main, post } = await run(...step, {
          cancel: { when: whenAsked(sandbox, 'batchStatus', ({ path }) => path.includes(second())), means },
        });
        const [first] = vendorState(sandbox).batchJobs;
        expect(main.outputs['job-id']).toBe(second());
        const end =
          means === 'kill' ? logText(post) : (main.annotations.find(({ title }) => title)?.message ?? '');
        expect(end).toMatch(`Batch prediction ${second()} was ${deletes ? 'ended' : 'left alone'}`);
        expect(end).not.toContain(first?.id);
        // The one before it was asked for by the operation itself
        expect([countOf(sandbox, 'batchDelete'), vendorState(sandbox).deletes]).toEqual([
          1 + deletes,
          deletes,
        ]);
      })(),
  );

  test(
    'ends its own job and not the one of the step beside it',
    onStage({ timeScale: 1 }, async (stage) => {
      const { sandbox, together } = stage;
      const [action, given] = await score(stage, {});
      const [ended, left] = await together(
        [action, given, { stepId: 'a', cancel: { atLine: /INITIALIZING/ } }],
        [action, { ...given, wait: 'false' }, { stepId: 'b' }],
      );
      const stateOf = (result?: ActionResult) =>
        vendorState(sandbox).batchJobs.find(({ id }) => id === result?.main.outputs['job-id'])?.state;
      expect([stateOf(ended), stateOf(left)]).toEqual(['deleted', 'INITIALIZING']);
      expect(countOf(sandbox, 'batchDelete')).toBe(1);
    }),
  );

  test.each(['job-vanishes', 'job-aborted'] as const)(
    'is content with a job of which the vendor says that there is nothing to end: %s',
    (kind) =>
      onStage({ faults: [stuck, { kind, operation: 'batchDelete' }] }, async (stage) => {
        const { sandbox, run } = stage;
        const result = await run(...(await score(stage, {})), { cancel: inWait(sandbox) });
        expectCancelled(result);
        expect(result.main.annotations[0]?.message).toMatch(/had ended by itself/);
        expect(countOf(sandbox, 'batchDelete')).toBe(1);
      })(),
  );
});
