import type { Sandbox } from '@modelferry/sandbox';
import { errorOf } from '../support/error-of.ts';
import { logText } from '../support/log-text.ts';
import { onStage } from '../support/on-stage.ts';
import {
  cars,
  publishedModel,
  retrainAccess,
  rowsToScore,
  scoringAccess,
  vendorState,
} from '../support/prediction-one.ts';
import { asked, countOf } from '../support/requests.ts';

/** All that the owner of an account needs: every other key is fetched with this one. */
const account = (sandbox: Sandbox) => ({
  'secret-key': sandbox.describe().predictionOne.japan.credentials.secretKey,
  'management-url': retrainAccess(sandbox)['management-url'],
});

// That keys which came with an answer stand nowhere either is seen by the harness: they all begin alike
test.concurrent(
  'retrains with the Secret Key alone',
  onStage({ variants: ['api-key-rotates'] }, async ({ sandbox, run, file }) => {
    const { main } = await run('prediction-one/retrain', {
      ...account(sandbox),
      'model-id': String(publishedModel(sandbox).modelId),
      'training-data': await file('cars.csv', cars()),
    });
    expect(main).toMatchObject({ outcome: 'success', outputs: { outcome: 'succeeded' } });
    // The train key is for a look at which column is the target
    expect(countOf(sandbox, 'getApiKey')).toBe(2);
    expect(vendorState(sandbox).trainingsStarted).toBe(1);
  }),
);

test.concurrent(
  'fetches a new key where the one that was given has expired, and goes on',
  onStage({ faults: [{ kind: 'credential-expired-mid-run' }] }, async ({ sandbox, run, file }) => {
    const { main } = await run('prediction-one/retrain', {
      ...account(sandbox),
      ...retrainAccess(sandbox),
      'model-id': String(publishedModel(sandbox).modelId),
      'training-data': await file('cars.csv', cars()),
    });
    expect(main).toMatchObject({ outcome: 'success', outputs: { outcome: 'succeeded' } });
    const calls = asked(sandbox);
    expect(calls.slice(calls.indexOf('retrainUpload'))).toEqual([
      ...['retrainUpload', 'put', 'retrainStatus', 'getApiKey', 'retrainStatus', 'retrainStatus', 'download'],
    ]);
    expect(vendorState(sandbox).trainingsStarted).toBe(1);
  }),
);

test.concurrent(
  'scores with the Secret Key alone',
  onStage({}, async ({ sandbox, run, file }) => {
    const { main } = await run('prediction-one/predict', {
      ...account(sandbox),
      'prediction-api-from': 'list',
      'classifier-id': publishedModel(sandbox).classifierId,
      file: await file('rows.csv', rowsToScore(sandbox, 2)),
    });
    expect(main).toMatchObject({ outcome: 'success', outputs: { rows: '2', 'failed-rows': '0' } });
  }),
);

test.concurrent.each([
  // One question for the look at the target, one for the retraining; a key that is refused is asked for once more
  ['invalid_api_key.', 4, /Check the key/],
  ['Not_found_credential.', 4, /Check the key/],
  ['This user may be deleted.', 2, /account still exists/],
  ['This model may be deleted.', 2, /Check the model ID/],
  ['Model id is required.', 2, /Name the published model/],
] as const)(
  'the answer "%s" to the question for a key ends the step before any data leave',
  (message, times, next) =>
    onStage(
      {
        faults: [
          {
            kind: 'vendor-error',
            operation: 'getApiKey',
            ...{ code: 4001000204, error: 'PREDA_EXTERNAL_BAD_REQUEST', message, times },
          },
        ],
      },
      async ({ sandbox, run, file }) => {
        const { main } = await run('prediction-one/retrain', {
          ...account(sandbox),
          'model-id': String(publishedModel(sandbox).modelId),
          'training-data': await file('cars.csv', cars()),
        });
        expect(main).toMatchObject({ outcome: 'failure', exitCode: 1, outputs: { outcome: 'failed' } });
        expect(errorOf(main)).toContain(message);
        expect(errorOf(main)).toMatch(next);
        expect(asked(sandbox)).toEqual(Array<string>(times).fill('getApiKey'));
      },
    )(),
);

test.concurrent(
  'the international service is asked in its own place',
  onStage({}, async ({ sandbox, run, file }) => {
    const { international } = sandbox.describe().predictionOne;
    const { main } = await run('prediction-one/retrain', {
      region: 'international',
      'management-url': international.managementBaseUrl,
      'retrain-key': international.published[0]?.retrainKey ?? '',
      'training-data': await file('cars.csv', cars()),
    });
    expect(main).toMatchObject({ outcome: 'success', outputs: { outcome: 'succeeded' } });
    expect(new Set(sandbox.requests().map(({ origin }) => origin))).toEqual(
      new Set(['predictionOne.international', 'storage']),
    );
  }),
);

test.concurrent(
  'a key of another kind is refused, and which one was used is said',
  onStage({}, async ({ sandbox, run, file }) => {
    const { main } = await run('prediction-one/retrain', {
      ...retrainAccess(sandbox),
      'retrain-key': scoringAccess(sandbox)['prediction-key'],
      'training-data': await file('cars.csv', cars()),
    });
    expect(main).toMatchObject({ outcome: 'failure', exitCode: 1 });
    expect(errorOf(main)).toMatch(/asked with the `retrain-key`/);
    expect(logText(main)).not.toContain('sandbox-');
    expect(asked(sandbox)).toEqual(['retrainUpload']);
  }),
);
