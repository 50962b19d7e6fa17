import type { StageResult } from '@modelferry/github-runner';
import { logText } from '../support/log-text.ts';
import { onStage, type OnStage } from '../support/on-stage.ts';
import { countOf, whenAsked } from '../support/requests.ts';
import { resultBytes } from '../support/result-file.ts';
import { inWait } from './support/moments.ts';
import { vendorState } from './support/platform.ts';
import { trainInputs } from './support/steps.ts';
import { waitSnippet } from '../support/wait-snippet.ts';

const stuck = { variants: ['stuck-pending'] };

const train = async (stage: OnStage, more: Readonly<Record<string, string>> = {}) =>
  ['abeja/train', { ...(await trainInputs(stage)), ...more }] as const;

/** Post has stopped the job, and says so where people look. */
function expectStoppedByPost({ sandbox }: OnStage, post: StageResult): void {
  const [job] = vendorState(sandbox).jobs;
  const said = `Training job cars-fuel/${job?.id} was ended at the vendor.`;
  expect([post.outcome, logText(post), job?.status]).toEqual(['success', said, 'Stopped']);
  expect(post.summary).toContain(said);
}

describe('post, after a training that was killed', () => {
  test(
    'stops the job that main has waited for, once',
    onStage(stuck, async (stage) => {
      const { sandbox, run } = stage;
      const { main, post } = await run(...(await train(stage)), { cancel: inWait(sandbox, 'kill') });
      expect(main).toMatchObject({ outcome: 'failure', exitCode: null, signal: 'SIGKILL' });
      expect(main.outputs).toEqual({ definition: 'cars-fuel', 'job-id': vendorState(sandbox).jobs[0]?.id });
      expectStoppedByPost(stage, post);
      expect(countOf(sandbox, 'trainingJobStop')).toBe(1);
    }),
  );

  test(
    'stops it also in a container, where no signal comes through',
    onStage(stuck, async (stage) => {
      const { sandbox, run } = stage;
      const { main, post } = await run(...(await train(stage)), {
        ...{ cancel: inWait(sandbox), variant: 'container' },
        patience: { interruptMs: 200, terminateMs: 100 },
      });
      expect(main).toMatchObject({ outcome: 'cancelled', signal: 'SIGKILL' });
      expectStoppedByPost(stage, post);
    }),
  );

  test(
    'says how to go on where the job was to be left alone, and so it goes',
    onStage({ timeScale: 1 }, async (stage) => {
      const { sandbox, run } = stage;
      const given = await train(stage, { 'on-cancel': 'detach' });
      const { post } = await run(...given, { cancel: inWait(sandbox, 'kill') });
      expect([countOf(sandbox, 'trainingJobStop'), logText(post)]).toEqual([
        0,
        expect.stringMatching(/was left alone.*use this step:\n- uses: .*\/abeja\/wait@/s),
      ]);
      sandbox.clock.step(20);
      const { action, given: later } = waitSnippet(logText(post));
      const token = given[1]['personal-access-token'];
      const waited = await run(action, { ...later, 'personal-access-token': token });
      expect(waited.main.outputs).toMatchObject({ outcome: 'succeeded' });
      expect(resultBytes(waited.main).subarray(0, 2).toString()).toBe('PK');
    }),
  );

  test(
    'looks for nothing where nothing is known to have been started, and says what may be',
    onStage(
      { faults: [{ kind: 'slow-response', operation: 'trainingJobCreate', delayMs: 20_000 }] },
      async (stage) => {
        const { sandbox, run } = stage;
        const when = whenAsked(sandbox, 'trainingJobCreate', () => vendorState(sandbox).jobsCreated > 0);
        const { post } = await run(...(await train(stage)), { cancel: { when, means: 'kill' } });
        expect(post.annotations[0]?.message).toMatch(/look there for a job without a run/);
        expect(countOf(sandbox, 'trainingJobStop')).toBe(0);
      },
    ),
  );

  test.concurrent(
    'asks until the job has stopped, when main could not have it stopped',
    onStage({ ...stuck, faults: [{ kind: 'timeout', operation: 'trainingJobStop' }] }, async (stage) => {
      const { sandbox, run } = stage;
      const { main, post } = await run(...(await train(stage)), { cancel: inWait(sandbox) });
      expect(main).toMatchObject({ outcome: 'cancelled', outputs: { outcome: 'cancelled' } });
      expect(main.annotations[0]?.message).toMatch(/could not be ended.*tries .*to end it/s);
      expectStoppedByPost(stage, post);
    }),
  );
});
