import { join } from 'node:path';
import { logText } from '../support/log-text.ts';
import { onStage, type OnStage } from '../support/on-stage.ts';
import { asked, countOf } from '../support/requests.ts';
import { createJob } from './support/create-job.ts';
import { resultBytes, resultRows } from '../support/result-file.ts';
import { access, carRows, scoreInputs, vendorState } from './support/scoring.ts';

/** Starts a job in one step, as an earlier one of the workflow would. @returns that step's outputs */
async function started(stage: OnStage) {
  const { main } = await stage.run('datarobot/batch-predict', {
    ...(await scoreInputs(stage)),
    wait: 'false',
  });
  return main.outputs;
}

describe('waiting in another step', () => {
  test(
    'goes on with a job that was only started',
    onStage({}, async (stage) => {
      const { sandbox, run } = stage;
      const outputs = await started(stage);
      expect(asked(sandbox)).toEqual(['batchCreate', 'batchUpload', 'batchStatus']);
      expect(outputs).toMatchObject({
        outcome: 'succeeded',
        'job-id': vendorState(sandbox).batchJobs[0]?.id,
      });
      expect(outputs['result-path']).toBeUndefined();

      const [byId, byToken] = [
        await run('datarobot/wait', { ...access(sandbox), 'job-id': outputs['job-id'] ?? '' }),
        await run('root', {
          operation: 'datarobot/wait',
          ...access(sandbox),
          'job-id': outputs['resume-token'] ?? '',
        }),
      ];
      for (const { main } of [byId, byToken]) {
        expect(main.outputs).toMatchObject({ outcome: 'succeeded', status: 'COMPLETED', finished: 'true' });
        expect(main.outputs['job-id']).toBe(outputs['job-id']);
        expect(resultRows(main)).toHaveLength(carRows);
      }
      expect(resultBytes(byId.main).equals(resultBytes(byToken.main))).toBe(true);
      expect(vendorState(sandbox)).toMatchObject({ jobsCreated: 1, deletes: 0 });
    }),
  );

  test(
    'does not end a job that is only started, whatever its policies say',
    onStage({ stepByStep: true }, async (stage) => {
      const { main, post } = await stage.run('datarobot/batch-predict', {
        ...(await scoreInputs(stage)),
        ...{ wait: 'false', 'on-timeout': 'abort', 'on-cancel': 'abort' },
      });
      expect(main.outputs).toMatchObject({ outcome: 'succeeded', finished: 'false', pending: 'true' });
      expect([post.outcome, logText(post)]).toEqual(['success', '']);
      expect(vendorState(stage.sandbox)).toMatchObject({ jobsOpen: 1, deletes: 0 });
    }),
  );

  test(
    'saves nothing where no file is wanted, and into the named folder where one is',
    onStage({}, async (stage) => {
      const { sandbox, run, runnerTemp } = stage;
      const given = { ...access(sandbox), 'job-id': (await started(stage))['job-id'] ?? '' };
      const without = await run('datarobot/wait', { ...given, 'download-result': 'false' });
      expect(without.main.outputs).toMatchObject({ outcome: 'succeeded', 'scored-rows': String(carRows) });
      expect(countOf(sandbox, 'batchDownload')).toBe(0);
      const folder = join(runnerTemp, 'mine');
      const { main } = await run('datarobot/wait', {
        ...given,
        ...{ 'output-dir': folder, 'result-file-name': 'scored.csv' },
      });
      expect(main.outputs['result-path']).toBe(join(folder, 'scored.csv'));
    }),
  );

  test(
    'is told that nobody sends the data of a job that was never begun',
    onStage({}, async ({ sandbox, run }) => {
      const { main } = await run('datarobot/wait', {
        ...access(sandbox),
        ...{ 'job-id': await createJob(sandbox), timeout: '1s', 'on-timeout': 'detach' },
      });
      expect(main.outputs).toMatchObject({ outcome: 'timed-out', status: 'INITIALIZING' });
      expect(logText(main)).toMatch(/waits for data that nobody may be sending/);
      expect(main.summary).toMatch(/had not ended: its last status was "INITIALIZING"/);
    }),
  );

  test(
    'says when a result is too old',
    onStage({ variants: ['gc-410'] }, async (stage) => {
      const { sandbox, run } = stage;
      const given = { ...access(sandbox), 'job-id': (await started(stage))['job-id'] ?? '' };
      await run('datarobot/wait', { ...given, 'download-result': 'false' });
      sandbox.clock.advance(49 * 3_600_000);
      const { main } = await run('datarobot/wait', given);
      expect(main).toMatchObject({ outcome: 'failure', exitCode: 1, outputs: { outcome: 'failed' } });
      expect(main.annotations[0]?.message).toMatch(/has been deleted: DataRobot keeps it for 48 hours/);
      expect(countOf(sandbox, 'batchDownload')).toBe(0);
      expect(await stage.files()).toEqual(['data/cars.csv']);
    }),
  );

  test(
    'says when there is no such job, and ends none',
    onStage({}, async ({ sandbox, run }) => {
      const { main, post } = await run('datarobot/wait', { ...access(sandbox), 'job-id': 'f'.repeat(24) });
      expect(main.outputs).toMatchObject({ outcome: 'failed' });
      expect(main.annotations[0]?.message).toMatch(
        /answered 404.*It may have been deleted|may have been deleted/s,
      );
      expect([post.outcome, logText(post)]).toEqual(['success', '']);
      expect(countOf(sandbox, 'batchDelete')).toBe(0);
    }),
  );
});
