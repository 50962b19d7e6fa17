import type { PredictionOneVariant } from '@modelferry/sandbox';
import { readFile } from 'node:fs/promises';
import { errorOf } from '../support/error-of.ts';
import { logText } from '../support/log-text.ts';
import { onStage, type OnStage } from '../support/on-stage.ts';
import { cars, retrainAccess, vendorState } from '../support/prediction-one.ts';
import { asked, countOf, whenAsked } from '../support/requests.ts';
import { startedJob } from '../support/started-job.ts';

const retrain = async ({ sandbox, run, file }: OnStage, given: Readonly<Record<string, string>> = {}) =>
  run('prediction-one/retrain', {
    ...retrainAccess(sandbox),
    'training-data': await file('cars.csv', cars()),
    'output-dir': 'out',
    'poll-interval': '5s',
    ...given,
  });

/** How the vendor's errors may look: nobody has seen one. */
const errorShapes: readonly (readonly [PredictionOneVariant, RegExp])[] = [
  ['error-code-number', /This model may be deleted/],
  ['error-nested', /This model may be deleted/],
  ['error-status-200', /This model may be deleted/],
  ['error-gateway', /403.*Forbidden/],
  ['error-html', /400/],
  ['error-empty', /400/],
];

test.concurrent.each(errorShapes)(
  'an error in the shape of %s fails the step with what it says',
  (variant, says) =>
    onStage({ variants: [variant], faults: [{ kind: 'model-deleted' }] }, async (stage) => {
      const { main } = await retrain(stage);
      expect(main).toMatchObject({ outcome: 'failure', exitCode: 1, outputs: { outcome: 'failed' } });
      expect(errorOf(main)).toMatch(says);
      expect(asked(stage.sandbox)).toEqual(['retrainUpload']);
    })(),
);

test.concurrent.each<PredictionOneVariant>([
  'created-201',
  'accepted-202',
  'put-204',
  'switch-sync',
  'result-csv',
])('a vendor with %s is a vendor like any other', (variant) =>
  onStage({ variants: [variant] }, async (stage) => {
    const { main } = await retrain(stage, { 'switch-model': 'true' });
    expect(main).toMatchObject({
      outcome: 'success',
      outputs: { outcome: 'succeeded', 'switch-outcome': 'accepted' },
    });
    expect(vendorState(stage.sandbox)).toMatchObject({ trainingsStarted: 1, switches: 1 });
  })(),
);

test.concurrent(
  'a result as CSV is shown in the summary',
  onStage({ variants: ['result-csv'] }, async (stage) => {
    const { main } = await retrain(stage);
    expect(main.outputs['result-path']).toMatch(/\.csv$/);
    expect(await readFile(main.outputs['result-path'] ?? '', 'utf8')).toMatch(/^sandbox_actual,/);
    expect(main.summary).toMatch(
      /\| sandbox_actual \| sandbox_prediction \|\n\| --- \| --- \|\n(\| .* \|\n){5}/,
    );
  }),
);

test.concurrent(
  'a retraining that ends without a result has none, and says so',
  onStage({ variants: ['finished-without-url'] }, async (stage) => {
    const { main } = await retrain(stage);
    expect(main).toMatchObject({ outcome: 'success', outputs: { finished: 'true' } });
    expect(main.outputs).not.toHaveProperty('result-path');
    expect(await stage.files()).toEqual(['cars.csv']);
  }),
);

describe('words in a status', () => {
  test.concurrent.each([
    ['retrain_ERROR', {}],
    ['Aborted by operator', {}],
    ['kaputt', { 'failure-words': 'ausgefallen\nkaputt' }],
  ])('"%s" means that the job has failed', (value, given) =>
    onStage({ faults: [{ kind: 'unknown-status', value }] }, async (stage) => {
      const { main } = await retrain(stage, given);
      expect(main).toMatchObject({ outcome: 'failure', outputs: { status: value, outcome: 'failed' } });
      expect(errorOf(main)).toContain(`ended with the status "${value}"`);
      expect(countOf(stage.sandbox, 'retrainStatus')).toBe(1);
    })(),
  );

  test.concurrent(
    'any other word means that it goes on',
    onStage({ faults: [{ kind: 'unknown-status', value: 'errorless_progress' }] }, async (stage) => {
      const { main } = await retrain(stage);
      expect(main).toMatchObject({ outcome: 'success', outputs: { status: 'job_finished' } });
      expect(logText(main)).toContain('is errorless_progress');
    }),
  );
});

test.concurrent(
  'data that are too large for the vendor are refused once',
  onStage({ variants: ['upload-too-large'] }, async (stage) => {
    const { main } = await retrain(stage);
    expect(main).toMatchObject({ outcome: 'failure', exitCode: 1 });
    expect(errorOf(main)).toMatch(/EntityTooLarge|too large/i);
    expect(asked(stage.sandbox)).toEqual(['retrainUpload', 'put']);
    // It has an ID, and never will have data: there is nothing to wait for
    expect(errorOf(main)).not.toContain('prediction-one/wait');
  }),
);

test.concurrent(
  'upload URLs that are refused again and again end the step',
  onStage({ faults: [{ kind: 'upload-url-expired', times: 2 }] }, async (stage) => {
    const { main } = await retrain(stage);
    expect(main).toMatchObject({ outcome: 'failure', exitCode: 1 });
    expect(errorOf(main)).toMatch(/clock of this machine/);
    expect(asked(stage.sandbox)).toEqual(['retrainUpload', 'put', 'retrainUpload', 'put']);
    expect(vendorState(stage.sandbox).trainingsStarted).toBe(0);
  }),
);

describe('switches', () => {
  const look = (sandbox: OnStage['sandbox']) => ({
    ...retrainAccess(sandbox),
    'deploy-key': sandbox.describe().predictionOne.japan.credentials.deployKey,
    'poll-interval': '5s',
  });

  test.concurrent(
    'one that ends in failure fails the step',
    onStage({ variants: ['switch-fails'] }, async ({ sandbox, run }) => {
      const given = { ...look(sandbox), 'job-id': await startedJob(sandbox) };
      const { classifierId = '' } = sandbox.describe().predictionOne.japan.published[0] ?? {};
      const { main } = await run('prediction-one/switch-model', { ...given, 'classifier-id': classifierId });
      expect(main).toMatchObject({ outcome: 'failure', exitCode: 1, outputs: { outcome: 'failed' } });
      expect(errorOf(main)).toMatch(/was accepted, and then the prediction API came to the status "failed"/);
    }),
  );

  test.concurrent(
    'one whose answer is lost is looked for, and not asked for again',
    onStage(
      { faults: [{ kind: 'drop-before-answer', operation: 'retrainSwitch' }] },
      async ({ sandbox, run }) => {
        const given = { ...look(sandbox), 'job-id': await startedJob(sandbox) };
        const { main } = await run('prediction-one/switch-model', given);
        expect(main).toMatchObject({ outcome: 'success', outputs: { 'switch-outcome': 'verified' } });
        expect(vendorState(sandbox).switches).toBe(1);
      },
    ),
  );

  test.concurrent(
    'one that was accepted is not called off by a cancel',
    onStage({ stepByStep: true, variants: ['stuck-job'] }, async ({ sandbox, run }) => {
      const jobId = await startedJob(sandbox);
      sandbox.variants.change({ disable: ['stuck-job'] });
      sandbox.clock.step(3);
      const { main } = await run(
        'prediction-one/switch-model',
        { ...look(sandbox), 'job-id': jobId },
        { cancel: { when: whenAsked(sandbox, 'retrainSwitch') } },
      );
      expect(main).toMatchObject({ outcome: 'cancelled', outputs: { outcome: 'cancelled' } });
      expect(main.signals).toMatchObject([{ signal: 'SIGINT' }]);
      expect(main.summary).toMatch(/may have been carried out there/);
      expect(vendorState(sandbox).switches).toBe(1);
    }),
  );
});
