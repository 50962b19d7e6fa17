import { logText } from '../support/log-text.ts';
import { onStage, type OnStage } from '../support/on-stage.ts';
import { asked, countOf } from '../support/requests.ts';
import { replaceInputs } from './support/operations.ts';
import { access, cars, deployment, vendorState } from './support/scoring.ts';

const sample = (stage: OnStage) =>
  stage.file('data/sample.csv', cars().split('\r\n').slice(0, 4).join('\r\n'));

describe('replacing the model of a deployment', () => {
  test(
    'checks it, puts it in place, has it score a sample, and tells the old one from the new one',
    onStage({ stepByStep: true }, async (stage) => {
      const { sandbox, run } = stage;
      const given = { ...(await replaceInputs(stage)), 'sample-file': await sample(stage) };
      const before = sandbox.requests().length;
      const { main, post } = await run('datarobot/replace-model', { ...given, reason: 'SCHEDULED_REFRESH' });
      expect([main.outcome, main.exitCode, logText(post)]).toEqual(['success', 0, '']);
      expect(asked(sandbox, before)).toEqual([
        ...['deployment', 'modelValidate', 'modelReplace', 'asyncStatus', 'asyncStatus', 'asyncStatus'],
        ...['deployment', 'predict'],
      ]);
      const { outputs } = main;
      expect(outputs).toEqual({
        'deployment-id': given['deployment-id'],
        replaced: 'true',
        'already-current': 'false',
        pending: 'false',
        status: 'active',
        'old-model-id': expect.stringMatching(/^\w+$/),
        'old-model-package-id': deployment(sandbox).modelPackageId,
        'new-model-id': expect.stringMatching(/^\w+$/),
        'new-model-package-id': given['model-package-id'],
        'validation-status': 'passing',
        'sample-rows': '3',
        outcome: 'succeeded',
        'duration-seconds': expect.stringMatching(/^\d+$/),
      });
      expect(outputs['new-model-id']).not.toBe(outputs['old-model-id']);
      expect(main.summary.split('\n')).toEqual(
        expect.arrayContaining([
          '### ✅ Replace model of deployment succeeded',
          `| Old model ID | \`${outputs['old-model-id']}\` |`,
          `| New model ID | \`${outputs['new-model-id']}\` |`,
          '| Sample rows | 3 |',
        ]),
      );
      expect(vendorState(sandbox).replacements).toBe(1);
    }),
  );

  test(
    'sends nothing where the model answers already, and warns',
    onStage({}, async (stage) => {
      const { sandbox, run } = stage;
      const { id, modelPackageId } = deployment(sandbox);
      const given = { ...access(sandbox), 'deployment-id': id, 'model-package-id': modelPackageId };
      const { main } = await run('root', { operation: 'datarobot/replace-model', ...given });
      expect(main.outputs).toMatchObject({
        outcome: 'succeeded',
        replaced: 'false',
        'already-current': 'true',
      });
      expect(main.annotations).toEqual([
        { kind: 'warning', message: expect.stringMatching(/has this model already: nothing was replaced/) },
      ]);
      expect(countOf(sandbox, 'modelReplace')).toBe(0);
    }),
  );

  test(
    'replaces nothing with a model that does not fit',
    onStage({}, async (stage) => {
      const { sandbox, run } = stage;
      const { modelPackageId } = deployment(sandbox, 'penguins-sex');
      const given = { ...access(sandbox), 'deployment-id': deployment(sandbox).id };
      const { main } = await run('datarobot/replace-model', { ...given, 'model-package-id': modelPackageId });
      expect(main).toMatchObject({ outcome: 'failure', outputs: { outcome: 'failed' } });
      expect(main.annotations[0]?.message).toMatch(/was not replaced: the check of .* is failing/);
      expect(countOf(sandbox, 'modelReplace')).toBe(0);
    }),
  );

  test(
    'fails where the new model cannot score the sample, and says that it is in place',
    onStage({}, async (stage) => {
      const given = await replaceInputs(stage);
      const { main } = await stage.run('datarobot/replace-model', {
        ...given,
        'sample-file': await stage.file('data/sample.csv', 'Nothing,Of\n1,2\n'),
      });
      expect(main.outputs).toMatchObject({ outcome: 'failed' });
      expect(main.annotations[0]?.message).toMatch(/has model \w+ now, and the sample could not be scored/);
      expect(vendorState(stage.sandbox).replacements).toBe(1);
    }),
  );
});

describe('a replacement that takes longer', () => {
  test.each([
    ['timeout: 1s', { timeout: '1s' }, 'timed-out', 1],
    ['wait: false', { wait: 'false' }, 'succeeded', 0],
  ])('goes on at the vendor with %s', (_, given, outcome, exitCode) =>
    onStage({}, async (stage) => {
      const usual = await replaceInputs(stage);
      stage.sandbox.variants.change({ enable: ['status-stuck-initialized'] });
      const { main, post } = await stage.run('datarobot/replace-model', { ...usual, ...given });
      expect(main).toMatchObject({ exitCode, outputs: { outcome, pending: 'true', replaced: 'false' } });
      expect(main.outputs['new-model-id']).toBeUndefined();
      expect(logText(post)).toBe('');
      expect(countOf(stage.sandbox, 'modelReplace')).toBe(1);
    })(),
  );

  test(
    'is left alone when the run is cancelled',
    onStage({}, async (stage) => {
      const usual = await replaceInputs(stage);
      stage.sandbox.variants.change({ enable: ['status-stuck-initialized'] });
      const { main, post } = await stage.run('datarobot/replace-model', usual, {
        cancel: { atLine: /^##\[group\]Wait for the replacement/ },
      });
      expect(main).toMatchObject({ outcome: 'cancelled', outputs: { outcome: 'cancelled' } });
      expect(main.annotations[0]?.message).toMatch(
        /^Model replacement of deployment \S+ was left alone: it goes on at the vendor\.\nRun this step again: /,
      );
      expect(logText(post)).toBe('');
    }),
  );
});
