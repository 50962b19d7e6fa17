import { bytesSource, storedZip } from '@modelferry/upload';
import { collectBytes } from '@modelferry/testkit';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { logText } from '../support/log-text.ts';
import { onStage } from '../support/on-stage.ts';
import { asked, countOf } from '../support/requests.ts';
import { resultBytes } from '../support/result-file.ts';
import { access, vendorState } from './support/platform.ts';
import { definition, trainInputs } from './support/steps.ts';

/** The archives that were sent, as the vendor got them. */
const sent = (sandbox: Parameters<typeof vendorState>[0]) =>
  vendorState(sandbox).sources.filter(({ version }) => version > 1);

describe('training the code of a folder', () => {
  test(
    'makes a version of it, runs a job, and brings the figures, the result and the model',
    onStage({}, async (stage) => {
      const { sandbox, run, runnerTemp } = stage;
      const { main, post } = await run('abeja/train', {
        ...(await trainInputs(stage)),
        ...{ description: 'nightly', environment: 'TARGET=Miles_per_Gallon', 'instance-type': 'cpu-2' },
      });
      const [job] = vendorState(sandbox).jobs;
      expect(main).toMatchObject({ outcome: 'success', exitCode: 0, annotations: [] });
      expect(main.outputs).toMatchObject({
        ...{ outcome: 'succeeded', 'job-id': job?.id, definition, version: '2', status: 'Complete' },
        ...{ finished: 'true', pending: 'false', 'good-enough': 'true', epoch: '3', 'num-epochs': '3' },
        ...{ 'model-id': expect.stringMatching(/^\d+$/), 'instance-type': 'cpu-2' },
        'result-path': expect.stringMatching(`^${runnerTemp}/.*/result-${job?.id}.zip$`),
      });
      expect(resultBytes(main).subarray(0, 2).toString()).toBe('PK');
      const figures = JSON.parse(main.outputs['figures'] ?? '');
      expect(figures).toMatchObject({ acc: expect.any(Number), 'validation.accuracy': figures.acc });
      expect(asked(sandbox).slice(0, 4)).toEqual([
        ...['jobDefinition', 'trainingVersionCreate', 'trainingJobCreate', 'trainingJob'],
      ]);
      expect(logText(main)).toMatch(/is Complete, 100 % done \(epoch 3 of 3, .*validation\.accuracy 0\.\d+/);
      expect(main.summary).toMatch(/^### ✅ Run training job succeeded/);
      expect(main.summary).toMatch(
        /\| epoch \| progress \| train\.accuracy .*\n.*\n\| 3 of 3 \| 1 \| 0\.\d+/,
      );
      expect(main.summary).toContain(`| Model ID | \`${main.outputs['model-id']}\` |`);
      expect(logText(post)).toBe('');
    }),
  );

  test(
    'sends the same bytes each time, and nothing that is left out',
    onStage({}, async (stage) => {
      const given = { ...(await trainInputs(stage)), wait: 'false' };
      await stage.run('abeja/train', given);
      await stage.file('training/notes.md', 'changed, and still nobody else is to read it');
      await stage.file('training/__pycache__/other.pyc', 'compiled');
      await stage.run('abeja/train', given);
      await stage.file('training/train.py', 'def handler(context):\n    return 1\n');
      await stage.run('abeja/train', given);
      const [first, second, third] = sent(stage.sandbox).map(({ sha256 }) => sha256);
      expect(second).toBe(first);
      expect(third).not.toBe(first);
    }),
  );

  test(
    'refuses a link that leads out of it, before anything is sent',
    onStage({}, async (stage) => {
      const given = await trainInputs(stage);
      await symlink('/etc/hostname', join(stage.workspace, 'training/host'));
      const { main } = await stage.run('abeja/train', given);
      expect(main).toMatchObject({ outcome: 'failure', state: {}, outputs: { outcome: 'failed' } });
      expect(main.annotations[0]?.message).toMatch(/source: cannot be used: .*the link host leads out of it/);
      expect(stage.sandbox.requests()).toEqual([]);
    }),
  );

  test(
    'shows each epoch as it is told, and makes a job definition that is missing',
    onStage({ stepByStep: true }, async (stage) => {
      const { main } = await stage.run('abeja/train', {
        ...(await trainInputs(stage)),
        ...{ definition: '日次 churn', environment: 'TARGET=Miles_per_Gallon' },
      });
      expect(main.outputs).toMatchObject({ outcome: 'succeeded', definition: '日次 churn', version: '1' });
      expect(countOf(stage.sandbox, 'jobDefinitionCreate')).toBe(1);
      for (const epoch of [1, 2, 3]) {
        expect(logText(main)).toMatch(new RegExp(`is Active, .*epoch ${epoch} of 3, .*train\\.loss`));
        expect(main.summary).toMatch(new RegExp(`^\\| ${epoch} of 3 \\| 0?\\.?\\d+ \\| `, 'm'));
      }
    }),
  );
});

describe('training', () => {
  test.each(['ready.zip', 'train.py'])('takes %s as it is', (name) =>
    onStage({}, async (stage) => {
      const code = bytesSource('train.py', Buffer.from('def handler(context):\n    pass\n'));
      const zip = await collectBytes(storedZip('ready.zip', [{ path: 'train.py', source: code }]).open());
      const source = await stage.file(name, name.endsWith('.zip') ? zip : await collectBytes(code.open()));
      const { main } = await stage.run('abeja/train', { ...(await trainInputs(stage)), source });
      expect(main.outputs).toMatchObject({ outcome: 'succeeded', version: '2' });
      // A single file becomes such a zip itself
      expect(sent(stage.sandbox)).toMatchObject([{ bytes: zip.length }]);
    })(),
  );

  test(
    'runs the latest version where there is no new code',
    onStage({}, async (stage) => {
      const { main } = await stage.run('abeja/train', { ...access(stage.sandbox), definition });
      expect(main.outputs).toMatchObject({ outcome: 'succeeded', version: '1' });
      expect(vendorState(stage.sandbox)).toMatchObject({ versionsCreated: 0, jobsCreated: 1 });
    }),
  );

  test.each(['job-id', 'resume-token'])('is waited for by another step, which is given its %s', (name) =>
    onStage({}, async (stage) => {
      const { sandbox, run } = stage;
      const { main } = await run('abeja/train', { ...(await trainInputs(stage)), wait: 'false' });
      expect(main.outputs).toMatchObject({ outcome: 'succeeded', pending: 'true', finished: 'false' });
      expect(main.outputs['result-path']).toBeUndefined();
      const waited = await run('root', {
        ...{ operation: 'abeja/wait', ...access(sandbox), 'job-id': main.outputs[name] ?? '' },
        ...(name === 'job-id' && { definition }),
      });
      expect(waited.main.outputs).toMatchObject({ outcome: 'succeeded', 'job-id': main.outputs['job-id'] });
      expect(resultBytes(waited.main).subarray(0, 2).toString()).toBe('PK');
      expect(vendorState(sandbox).jobsCreated).toBe(1);
    })(),
  );

  test(
    'takes the token that the platform has given out',
    onStage({}, async (stage) => {
      const { bearerToken } = stage.sandbox.describe().abeja;
      const { 'user-id': _, 'personal-access-token': __, ...given } = await trainInputs(stage);
      const { main } = await stage.run('abeja/train', { ...given, 'bearer-token': bearerToken });
      expect(main.outputs).toMatchObject({ outcome: 'succeeded' });
    }),
  );
});

describe('the gate', () => {
  const gate = { 'metric-name': 'validation.accuracy', 'metric-threshold': '0.99' };

  test(
    'fails the step with the figure that it saw, and what was saved',
    onStage({}, async (stage) => {
      const given = { ...(await trainInputs(stage)), ...gate, 'output-dir': 'out' };
      const { main, post } = await stage.run('abeja/train', given);
      expect(main).toMatchObject({ outcome: 'failure', exitCode: 1, outputs: { outcome: 'failed' } });
      expect(main.annotations[0]?.message).toMatch(
        /not good enough: validation\.accuracy is 0\.\d+, which is not at least 0\.99\. Its model is \d+, and its result was saved/,
      );
      expect(main.summary).toMatch(/validation\.accuracy/);
      expect(await stage.files()).toContain(`out/result-${main.outputs['job-id']}.zip`);
      expect(logText(post)).toBe('');
    }),
  );

  test(
    'leaves it to the outputs where it is not to fail',
    onStage({}, async (stage) => {
      const given = { ...(await trainInputs(stage)), ...gate, 'fail-if-not-good-enough': 'false' };
      const { main } = await stage.run('abeja/train', given);
      expect(main.outputs).toMatchObject({
        ...{ outcome: 'succeeded', 'good-enough': 'false', 'metric-value': expect.stringMatching(/^0\.\d/) },
      });
      expect(main.annotations).toMatchObject([{ kind: 'warning' }]);
    }),
  );

  test(
    'lets through what is good enough',
    onStage({}, async (stage) => {
      const given = { ...(await trainInputs(stage)), ...gate, 'metric-threshold': '0.5' };
      const { main } = await stage.run('abeja/train', given);
      expect(main.outputs).toMatchObject({ outcome: 'succeeded', 'good-enough': 'true' });
    }),
  );
});
