import { logText } from '../support/log-text.ts';
import { onStage } from '../support/on-stage.ts';
import { countOf } from '../support/requests.ts';
import { resultBytes } from '../support/result-file.ts';
import { waitSnippet } from '../support/wait-snippet.ts';
import { vendorState } from './support/platform.ts';
import { trainInputs, waitInputs } from './support/steps.ts';

describe('a training that takes longer than the timeout', () => {
  test.each(['abort', ''])('is stopped once with on-timeout "%s", and the step fails', (policy) =>
    onStage({ variants: ['stuck-pending'] }, async (stage) => {
      const given = { ...(await trainInputs(stage)), timeout: '1s', 'on-timeout': policy };
      const { main, post } = await stage.run('abeja/train', given);
      const [job] = vendorState(stage.sandbox).jobs;
      expect(main).toMatchObject({ outcome: 'failure', exitCode: 1 });
      expect(main.outputs).toMatchObject({
        ...{ outcome: 'timed-out', 'job-id': job?.id, status: 'Pending', pending: 'true' },
        'good-enough': 'false',
      });
      expect(main.annotations).toEqual([
        {
          kind: 'error',
          title: 'Run training job timed out',
          message: expect.stringMatching(
            /Waited 1s for training job .*its last status was "Pending".*was ended at the vendor\..*Give a longer `timeout`/s,
          ),
        },
      ]);
      expect(main.summary).toMatch(/^### ⌛ Run training job timed out/);
      expect([logText(post), job?.status]).toEqual(['', 'Stopped']);
      expect(countOf(stage.sandbox, 'trainingJobStop')).toBe(1);
    })(),
  );

  test(
    'goes on with on-timeout: detach, which the step that is printed takes up',
    onStage({ timeScale: 1 }, async (stage) => {
      const { sandbox, run } = stage;
      const given = { ...(await trainInputs(stage)), timeout: '1s', 'on-timeout': 'detach' };
      const { main, post } = await run('abeja/train', given);
      expect(main).toMatchObject({ outcome: 'failure', outputs: { outcome: 'timed-out' } });
      expect([logText(post), countOf(sandbox, 'trainingJobStop')]).toEqual(['', 0]);
      sandbox.clock.step(20);
      const { action, given: printed } = waitSnippet(logText(main));
      const token = given['personal-access-token'];
      const later = await run(action, { ...printed, 'personal-access-token': token });
      expect(later.main.outputs).toMatchObject({ outcome: 'succeeded', 'job-id': main.outputs['job-id'] });
      expect(resultBytes(later.main).subarray(0, 2).toString()).toBe('PK');
    }),
  );

  test(
    'is stopped by the step that waits for it, as its policy says',
    onStage({ variants: ['stuck-pending'] }, async (stage) => {
      const { sandbox, run } = stage;
      const given = { ...(await waitInputs(stage)), timeout: '1s' };
      const left = await run('abeja/wait', { ...given, 'on-timeout': 'detach' });
      expect([left.main.outputs['outcome'], countOf(sandbox, 'trainingJobStop')]).toEqual(['timed-out', 0]);
      const ended = await run('abeja/wait', given);
      expect([ended.main.outputs['outcome'], countOf(sandbox, 'trainingJobStop')]).toEqual(['timed-out', 1]);
      expect(vendorState(sandbox).jobs[0]?.status).toBe('Stopped');
    }),
  );
});
