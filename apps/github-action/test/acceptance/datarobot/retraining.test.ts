import type { ActionResult } from '@modelferry/github-runner';
import { logText } from '../support/log-text.ts';
import { onStage, type OnStage } from '../support/on-stage.ts';
import { asked, countOf, whenAsked } from '../support/requests.ts';
import { waitSnippet } from '../support/wait-snippet.ts';
import { policy, retrainInputs } from './support/operations.ts';
import { access, deployment, vendorState } from './support/scoring.ts';

const runs = ({ sandbox }: OnStage) => vendorState(sandbox).retrainings;
const waiting = /^##\[group\]Wait for the retraining/;
/** A run takes longer than any of these tests, unless the clock is moved on. */
const slow = { timeScale: 1 } as const;

/** The one run was ended at the vendor by main, in time, and post has nothing left to do. */
function expectEnded(stage: OnStage, { main, post }: ActionResult): void {
  expect(runs(stage).map(({ state }) => state)).toEqual(['cancelled']);
  expect(main.annotations[0]?.message).toMatch(/Retraining run \S+ was ended at the vendor\./);
  expect([post.outcome, logText(post), post.summary]).toEqual(['success', '', '']);
  expect(countOf(stage.sandbox, 'retrainingRunCancel')).toBe(1);
}

describe('running a policy', () => {
  test(
    'gives the new model, and says so in every output',
    onStage({ stepByStep: true }, async (stage) => {
      const { sandbox, run } = stage;
      const { main, post } = await run('datarobot/retrain', retrainInputs(stage));
      expect([main.outcome, main.exitCode, logText(post)]).toEqual(['success', 0, '']);
      expect(asked(sandbox)).toEqual([
        ...['retrainingSettings', 'retrainingRuns', 'retrainingSettingsUpdate', 'retrainingRunCreate'],
        ...['retrainingRuns', 'retrainingRun', 'retrainingRun'],
      ]);
      const { 'resume-token': token, ...outputs } = main.outputs;
      expect(outputs).toEqual({
        'run-id': runs(stage)[0]?.id,
        'policy-id': policy(sandbox),
        'deployment-id': deployment(sandbox).id,
        status: 'completed',
        finished: 'true',
        pending: 'false',
        failed: 'false',
        'model-package-id': expect.stringMatching(/^\w+$/),
        'registered-model-id': expect.stringMatching(/^\w+$/),
        'project-id': expect.stringMatching(/^\w+$/),
        'start-time': expect.any(String),
        'finish-time': expect.any(String),
        outcome: 'succeeded',
        'duration-seconds': expect.stringMatching(/^\d+$/),
      });
      expect(token).toMatch(/^[\w-]+$/);
      expect(main.summary.split('\n')).toEqual(
        expect.arrayContaining([
          '### ✅ Run retraining policy succeeded',
          `| Run ID | \`${outputs['run-id']}\` |`,
          `| Model package ID | \`${outputs['model-package-id']}\` |`,
        ]),
      );
    }),
  );

  test.each(['run-id', 'resume-token'])('can be waited for in another step, by its %s', (name) =>
    onStage({ stepByStep: true }, async (stage) => {
      const { sandbox, run } = stage;
      const started = await run('datarobot/retrain', { ...retrainInputs(stage), wait: 'false' });
      const { outputs } = started.main;
      expect(outputs).toMatchObject({ outcome: 'succeeded', finished: 'false', pending: 'true' });
      const ids = { 'deployment-id': deployment(sandbox).id, 'policy-id': policy(sandbox) };
      expect(waitSnippet(logText(started.main))).toEqual({
        action: 'datarobot/wait-for-retraining',
        given: {
          'api-token': '${{ secrets.DATAROBOT_API_TOKEN }}',
          ...{ endpoint: access(sandbox).endpoint, ...ids, 'run-id': outputs['run-id'] },
        },
      });
      const { main } = await run('datarobot/wait-for-retraining', {
        ...access(sandbox),
        ...(name === 'run-id' ? ids : {}),
        ...{ 'run-id': outputs[name] ?? '', 'poll-interval': '1s' },
      });
      expect(main.outputs).toMatchObject({ outcome: 'succeeded', finished: 'true' });
      expect(main.outputs['run-id']).toBe(outputs['run-id']);
      expect(main.outputs['model-package-id']).toMatch(/^\w+$/);
      expect(runs(stage)).toHaveLength(1);
    })(),
  );
});

describe('a retraining that takes longer than the timeout', () => {
  test(
    'is ended, and the step fails',
    onStage(slow, async (stage) => {
      const result = await stage.run('datarobot/retrain', { ...retrainInputs(stage), timeout: '1s' });
      expect(result.main).toMatchObject({ outcome: 'failure', exitCode: 1 });
      expect(result.main.outputs).toMatchObject({ outcome: 'timed-out', 'run-id': runs(stage)[0]?.id });
      expect(result.main.summary).toMatch(/^### ⌛ Run retraining policy timed out/);
      expectEnded(stage, result);
    }),
  );

  test(
    'goes on with on-timeout: detach, which another step takes up',
    onStage(slow, async (stage) => {
      const { sandbox, run } = stage;
      const given = { ...retrainInputs(stage), timeout: '1s', 'on-timeout': 'detach' };
      const { main, post } = await run('datarobot/retrain', given);
      const { action, given: printed } = waitSnippet(logText(main));
      expect([main.outputs['outcome'], logText(post)]).toEqual(['timed-out', '']);
      expect(countOf(sandbox, 'retrainingRunCancel')).toBe(0);
      sandbox.clock.step(20);
      const later = await run(action, { ...printed, ...access(sandbox) });
      expect(later.main.outputs).toMatchObject({ outcome: 'succeeded', 'run-id': runs(stage)[0]?.id });
    }),
  );
});

describe('a retraining whose run is cancelled', () => {
  test(
    'is ended at once, by main',
    onStage(slow, async (stage) => {
      const result = await stage.run('datarobot/retrain', retrainInputs(stage), {
        cancel: { atLine: waiting },
      });
      expect(result.main).toMatchObject({ outcome: 'cancelled', outputs: { outcome: 'cancelled' } });
      expect(result.main.signals.map(({ signal }) => signal)).toEqual(['SIGINT']);
      expectEnded(stage, result);
    }),
  );

  test(
    'is ended too where another step waits for it',
    onStage(slow, async (stage) => {
      const { sandbox, run } = stage;
      const { main } = await run('datarobot/retrain', { ...retrainInputs(stage), wait: 'false' });
      const given = { ...access(sandbox), 'run-id': main.outputs['resume-token'] ?? '' };
      expectEnded(stage, await run('datarobot/wait-for-retraining', given, { cancel: { atLine: waiting } }));
    }),
  );

  test(
    'is left alone with on-cancel: detach',
    onStage(slow, async (stage) => {
      const given = { ...retrainInputs(stage), 'on-cancel': 'detach' };
      const { main } = await stage.run('datarobot/retrain', given, { cancel: { atLine: waiting } });
      expect(main.annotations[0]?.message).toMatch(/was left alone.*datarobot\/wait-for-retraining@/s);
      expect(countOf(stage.sandbox, 'retrainingRunCancel')).toBe(0);
    }),
  );

  test(
    'is ended by post where main was killed, and has its IDs as outputs',
    onStage(slow, async (stage) => {
      const { main, post } = await stage.run('datarobot/retrain', retrainInputs(stage), {
        cancel: { atLine: waiting, means: 'kill' },
      });
      expect(main.outputs).toEqual({
        'deployment-id': deployment(stage.sandbox).id,
        'policy-id': policy(stage.sandbox),
        'run-id': runs(stage)[0]?.id,
      });
      expect(logText(post)).toMatch(/^Retraining run \S+ was ended at the vendor\.$/);
      expect(runs(stage).map(({ state }) => state)).toEqual(['cancelled']);
    }),
  );

  test.each([
    ['signals', 'main', /had been asked for, and no answer says whether it was started/],
    ['kill', 'post', /look there for a job without a run/],
  ] as const)('is told to be unclear where no answer had come yet: %s', (means, stageName, told) =>
    onStage(
      { faults: [{ kind: 'slow-response', operation: 'retrainingRunCreate', delayMs: 20_000 }] },
      async (stage) => {
        const made = ({ jobId }: { readonly jobId?: string }) => jobId !== undefined;
        const result = await stage.run('datarobot/retrain', retrainInputs(stage), {
          cancel: {
            when: whenAsked(stage.sandbox, 'retrainingRunCreate', made),
            ...(means === 'kill' && { means }),
          },
        });
        expect(result[stageName].annotations[0]?.message).toMatch(told);
        expect(result.main.outputs['run-id']).toBeUndefined();
        expect(countOf(stage.sandbox, 'retrainingRunCreate')).toBe(1);
      },
    )(),
  );

  test(
    'is said to go on where the vendor does not take the word for it',
    onStage({ ...slow, variants: ['run-cancel-422'] }, async (stage) => {
      const { main, post } = await stage.run('datarobot/retrain', retrainInputs(stage), {
        cancel: { atLine: waiting },
      });
      expect(main.annotations[0]?.message).toMatch(/could not be ended\. .*answered 422/);
      expect(post.annotations[0]?.message).toMatch(/could not be ended\. .*answered 422/);
      expect(logText(post)).toMatch(/datarobot\/wait-for-retraining@/);
    }),
  );
});
