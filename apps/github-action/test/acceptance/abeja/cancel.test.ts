import type { ActionResult } from '@modelferry/github-runner';
import type { OperationName } from '@modelferry/sandbox';
import { logText } from '../support/log-text.ts';
import { onStage, type OnStage } from '../support/on-stage.ts';
import { countOf, whenAsked } from '../support/requests.ts';
import { inWait } from './support/moments.ts';
import { vendorState } from './support/platform.ts';
import { trainInputs, waitInputs } from './support/steps.ts';

/** A job that stands still until somebody ends it. */
const stuck = { variants: ['stuck-pending'] };

/** The run is cancelled, in the time before the second signal, and post has nothing left to do. @returns what is said */
function expectCancelled({ main, post }: ActionResult): string {
  expect(main.outcome).toBe('cancelled');
  expect(main.signals.map(({ signal }) => signal)).toEqual(['SIGINT']);
  expect(main.outputs['outcome']).toBe('cancelled');
  expect(main.summary).toMatch(/^### ⏹️ .* was cancelled/);
  expect([post.outcome, logText(post), post.summary]).toEqual(['success', '', '']);
  return main.annotations.find(({ kind }) => kind === 'error')?.message ?? '';
}

const train = async (stage: OnStage, more: Readonly<Record<string, string>> = {}) =>
  ['abeja/train', { ...(await trainInputs(stage)), ...more }] as const;

describe('a training that is cancelled', () => {
  test(
    'before anything has begun leaves nothing behind',
    onStage({}, async (stage) => {
      const { main, post } = await stage.run(...(await train(stage)), { cancel: { afterMs: 0 } });
      expect([main.outcome, post.outcome, logText(post)]).toEqual(['cancelled', 'success', '']);
      expect(stage.sandbox.requests()).toEqual([]);
    }),
  );

  test(
    'in the upload of its code has started nothing, and keeps no archive',
    onStage({ faults: [{ kind: 'stall-mid-upload', operation: 'trainingVersionCreate' }] }, async (stage) => {
      const { sandbox, run, file, files } = stage;
      const given = await train(stage);
      // More than fits between the two ends of a connection, however it is packed
      const noise = new Uint8Array(24_000_000).map((_, at) => Math.imul(at, 2_654_435_761) >>> (at % 24));
      await file('training/weights.bin', noise);
      const before = await files();
      const reached = ({ bodyBytes }: { readonly bodyBytes: number }) => bodyBytes > 0;
      const cancel = { when: whenAsked(sandbox, 'trainingVersionCreate', reached) };
      expect(expectCancelled(await run(...given, { cancel }))).toMatch(
        /nothing had been started|look for it/,
      );
      expect(vendorState(sandbox)).toMatchObject({ versionsCreated: 0, jobsCreated: 0 });
      expect(await files()).toEqual(before);
    }),
  );

  test(
    'while its job is being started says that one may run',
    onStage(
      { faults: [{ kind: 'slow-response', operation: 'trainingJobCreate', delayMs: 20_000 }] },
      async (stage) => {
        const { sandbox, run } = stage;
        const cancel = {
          when: whenAsked(sandbox, 'trainingJobCreate', () => vendorState(sandbox).jobsCreated > 0),
        };
        const said = expectCancelled(await run(...(await train(stage)), { cancel }));
        expect(said).toMatch(/had been asked for, and no answer says whether it was started/);
        expect(countOf(sandbox, 'trainingJobStop')).toBe(0);
      },
    ),
  );

  test.each(['abort', ''])('in the wait stops the job, once, with on-cancel "%s"', (policy) =>
    onStage(stuck, async (stage) => {
      const { sandbox, run } = stage;
      const result = await run(...(await train(stage, { 'on-cancel': policy })), { cancel: inWait(sandbox) });
      const [job] = vendorState(sandbox).jobs;
      expect(expectCancelled(result)).toMatch(`Training job cars-fuel/${job?.id} was ended at the vendor.`);
      expect(result.main.outputs).toMatchObject({ 'job-id': job?.id, status: 'Pending' });
      expect([countOf(sandbox, 'trainingJobStop'), job?.status]).toEqual([1, 'Stopped']);
    })(),
  );

  test(
    'in the wait leaves the job alone with on-cancel: detach, and says how to go on',
    onStage(stuck, async (stage) => {
      const { sandbox, run } = stage;
      const given = await train(stage, { 'on-cancel': 'detach' });
      const said = expectCancelled(await run(...given, { cancel: inWait(sandbox) }));
      const [job] = vendorState(sandbox).jobs;
      expect(said).toMatch(
        new RegExp(`was left alone.*/abeja/wait@.*definition: "cars-fuel"\n +job-id: "${job?.id}"$`, 's'),
      );
      expect(said).toContain('personal-access-token: ${{ secrets.ABEJA_PERSONAL_ACCESS_TOKEN }}');
      expect([countOf(sandbox, 'trainingJobStop'), job?.status]).toEqual([0, 'Pending']);
    }),
  );

  test(
    'in the wait of another step stops the job that it waits for',
    onStage(stuck, async (stage) => {
      const { sandbox, run } = stage;
      expectCancelled(await run('abeja/wait', await waitInputs(stage), { cancel: inWait(sandbox) }));
      expect([countOf(sandbox, 'trainingJobStop'), vendorState(sandbox).jobs[0]?.status]).toEqual([
        1,
        'Stopped',
      ]);
    }),
  );

  test(
    'in the download keeps nothing of the result',
    onStage(
      { faults: [{ kind: 'slow-drip', operation: 'download', bytes: 50, delayMs: 200 }] },
      async (stage) => {
        const { sandbox, run, files } = stage;
        const given = await train(stage);
        const before = await files();
        const cancel = { when: whenAsked(sandbox, 'download', () => true) };
        const result = await run(...given, { cancel });
        expect(expectCancelled(result)).toMatch(/had ended by itself/);
        expect(result.main.outputs['result-path']).toBeUndefined();
        expect(await files()).toEqual(before);
      },
    ),
  );
});

/** What a step that has no job says when it is cancelled while it sends. */
test.each<[step: string, operation: OperationName, said: RegExp]>([
  ['register-model', 'trainingModelCreate', /had been asked for, and no answer says/],
  ['upload-data', 'channelUpload', /may have been carried out there/],
])('%s that is cancelled while it sends says what may be there', (step, operation, said) =>
  onStage({ faults: [{ kind: 'slow-response', operation, delayMs: 20_000 }] }, async (stage) => {
    const { sandbox, run } = stage;
    const { usualInputs } = await import('../operations/support/usual-inputs.ts');
    const given = await usualInputs(stage, `abeja/${step}`);
    const cancel = { when: whenAsked(sandbox, operation, ({ bodyBytes }) => bodyBytes > 0) };
    expect(expectCancelled(await run(`abeja/${step}`, given, { cancel }))).toMatch(said);
  })(),
);
