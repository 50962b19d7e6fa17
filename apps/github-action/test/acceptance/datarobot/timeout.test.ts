import { logText } from '../support/log-text.ts';
import { onStage } from '../support/on-stage.ts';
import { countOf } from '../support/requests.ts';
import { resultRows } from '../support/result-file.ts';
import { access, carRows, scoreInputs, vendorState } from './support/scoring.ts';

/** A job takes longer than any of these tests, unless the clock is moved on. */
const slow = 1;

describe('a job that takes longer than the timeout', () => {
  test.each(['abort', ''])('is ended once with on-timeout "%s", and the step fails', (policy) =>
    onStage({ faults: [{ kind: 'job-stuck' }] }, async (stage) => {
      const given = { ...(await scoreInputs(stage)), timeout: '1s', 'on-timeout': policy };
      const { main, post } = await stage.run('datarobot/batch-predict', given);
      expect(main).toMatchObject({ outcome: 'failure', exitCode: 1 });
      const id = vendorState(stage.sandbox).batchJobs[0]?.id;
      expect(main.outputs).toMatchObject({ outcome: 'timed-out', 'job-id': id, status: 'INITIALIZING' });
      expect(main.annotations).toEqual([
        {
          kind: 'error',
          title: 'Score file as batch prediction timed out',
          message: expect.stringMatching(
            /Waited 1s for batch.prediction .*Batch prediction \w+ was ended at the vendor\..*Give a longer `timeout`/s,
          ),
        },
      ]);
      expect(main.summary).toMatch(/^### ⌛ Score file as batch prediction timed out/);
      expect(logText(post)).toBe('');
      expect(countOf(stage.sandbox, 'batchDelete')).toBe(1);
      expect(vendorState(stage.sandbox)).toMatchObject({ deletes: 1, jobsOpen: 0 });
    })(),
  );

  test(
    'goes on with on-timeout: detach, which another step takes up',
    onStage({ timeScale: slow }, async (stage) => {
      const { sandbox, run } = stage;
      const given = { ...(await scoreInputs(stage)), timeout: '1s', 'on-timeout': 'detach' };
      const { main, post } = await run('datarobot/batch-predict', given);
      expect(main).toMatchObject({ outcome: 'failure', exitCode: 1, outputs: { outcome: 'timed-out' } });
      const id = main.outputs['job-id'] ?? '';
      expect(main.outputs).toMatchObject({ pending: 'true', finished: 'false', 'queue-position': '0' });
      expect(main.annotations[0]?.message).toMatch(
        new RegExp(
          `Batch prediction ${id} was left alone.*To wait for it later, use this step:\n- uses: .*/datarobot/wait@.*job-id: "?${id}"?$`,
          's',
        ),
      );
      expect([logText(post), countOf(sandbox, 'batchDelete')]).toEqual(['', 0]);

      sandbox.clock.step(20);
      const later = await run('datarobot/wait', { ...access(sandbox), 'job-id': id });
      expect(later.main.outputs).toMatchObject({ outcome: 'succeeded', 'job-id': id });
      expect(resultRows(later.main)).toHaveLength(carRows);
    }),
  );

  test(
    'is ended by the step that waits for it, as its policy says',
    onStage({ stepByStep: true, faults: [{ kind: 'job-stuck' }] }, async (stage) => {
      const { sandbox, run } = stage;
      const { main } = await run('datarobot/batch-predict', {
        ...(await scoreInputs(stage)),
        wait: 'false',
      });
      const given = { ...access(sandbox), 'job-id': main.outputs['job-id'] ?? '', timeout: '1s' };
      const left = await run('datarobot/wait', { ...given, 'on-timeout': 'detach' });
      expect([left.main.outputs['outcome'], vendorState(sandbox).jobsOpen]).toEqual(['timed-out', 1]);
      const ended = await run('datarobot/wait', given);
      expect([ended.main.outputs['outcome'], vendorState(sandbox).jobsOpen]).toEqual(['timed-out', 0]);
      expect(countOf(sandbox, 'batchDelete')).toBe(1);
    }),
  );

  test(
    'is ended by post where main has not managed to',
    onStage(
      { faults: [{ kind: 'job-stuck' }, { kind: 'token-revoked', operation: 'batchDelete' }] },
      async (stage) => {
        const given = { ...(await scoreInputs(stage)), timeout: '1s' };
        const { main, post } = await stage.run('datarobot/batch-predict', given);
        expect(main.outputs).toMatchObject({ outcome: 'timed-out' });
        expect(main.annotations[0]?.message).toMatch(
          /could not be ended\. .*answered 401.*tries .*to end it/s,
        );
        expect(post.outcome).toBe('success');
        expect(post.annotations[0]?.message).toMatch(/could not be ended\. .*answered 401/);
        expect(logText(post)).toMatch(/- uses: .*\/datarobot\/wait@/);
        expect(countOf(stage.sandbox, 'batchDelete')).toBe(2);
      },
    ),
  );
});
