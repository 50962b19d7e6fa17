import type { FaultRequest, OperationName } from '@modelferry/sandbox';
import { logText } from '../support/log-text.ts';
import { onStage } from '../support/on-stage.ts';
import { countOf } from '../support/requests.ts';
import { scoreInputs, vendorState } from './support/scoring.ts';

/** A refusal in the vendor's own form. */
const refused = (operation: OperationName, status: number, message: string): FaultRequest => ({
  kind: 'vendor-error',
  ...{ operation, status, message },
});

interface Case {
  readonly faults: readonly FaultRequest[];
  /** What the error says, and what it tells to do. */
  readonly told: RegExp;
  /** How many jobs were made; of them none is left to run, or to wait for its data. @default 1 */
  readonly jobs?: number;
  /** Whether the data have come, so that the job may go on, and how to wait for it is told. @default false */
  readonly goesOn?: boolean;
}

const cases: Readonly<Record<string, Case>> = {
  'a key that is revoked': {
    faults: [{ kind: 'token-revoked', operation: 'batchCreate' }],
    told: /answered 401.*Check the `api-token` and that it belongs to this endpoint/s,
    jobs: 0,
  },
  'a key that is revoked while the job runs': {
    faults: [{ kind: 'token-revoked', operation: 'batchStatus', skip: 1 }],
    told: /read the status of batch job .* answered 401.*Check the `api-token`/s,
    goesOn: true,
  },
  'a key without rights': {
    faults: [refused('batchCreate', 403, 'No access')],
    told: /answered 403, "No access".*may use this deployment/s,
    jobs: 0,
  },
  'a deployment that is not there': {
    faults: [{ kind: 'deployment-deleted' }],
    told: /create a batch job for deployment \w+: .*answered 404, "Deployment not found".*not be shared/s,
    jobs: 0,
  },
  'a job that cannot be': {
    faults: [refused('batchCreate', 422, 'numConcurrent is too high')],
    told: /answered 422, "numConcurrent is too high"/,
    jobs: 0,
  },
  'a server that fails': {
    faults: [{ kind: 'http-500-once', operation: 'batchCreate' }],
    told: /answered 500/,
    jobs: 0,
  },
  'an upload of a type that is not wanted': {
    faults: [refused('batchUpload', 406, 'Content-Type must be text/csv')],
    told: /upload the data of batch job \w+: .*answered 406/,
  },
  'an upload that is refused': {
    faults: [refused('batchUpload', 422, 'Not valid CSV')],
    told: /answered 422, "Not valid CSV".*The job's log says.*with the given delimiter/s,
  },
  'data that the vendor has had enough of': {
    faults: [{ kind: 'upload-aborts-job' }],
    told: /ended as ABORTED.*Too many errors/s,
  },
  'a job that is aborted': {
    faults: [{ kind: 'job-aborted', skip: 1, message: 'Too many errors: 100 rows' }],
    told: /ended as ABORTED after \d+ scored and 0 failed rows: .*Too many errors: 100 rows.*Mend what the log names/s,
  },
  'a job that fails': {
    faults: [{ kind: 'job-failed', skip: 1, message: 'the model has no such column' }],
    told: /ended as FAILED after .*the model has no such column/,
  },
  'a job that vanishes': {
    faults: [{ kind: 'job-vanishes', skip: 1 }],
    told: /answered 404.*may have been deleted/s,
  },
  'a result that is missing': {
    // The first download begins while the job runs
    faults: [{ ...refused('batchDownload', 404, 'Not found'), times: 2 }],
    told: /download the result of batch job \w+: .*answered 404, "Not found"/,
    goesOn: true,
  },
  'a result that ends short because the job was aborted meanwhile': {
    faults: [{ kind: 'download-ends-short' }],
    told: /ended as ABORTED after 406 scored/,
  },
  'a result that never has all rows': {
    faults: [{ kind: 'truncated-json', operation: 'batchDownload', times: 4 }],
    told: /has \d+ rows, and the job counts 406 scored and 0 failed ones: it is not whole/,
    goesOn: true,
  },
  'a redirect of what makes a job': {
    faults: [{ kind: 'redirect-cross-origin', operation: 'batchCreate' }],
    told: /a redirect to .*redirects are not followed/s,
    jobs: 0,
  },
  'a redirect of the data': {
    faults: [{ kind: 'redirect-cross-origin', operation: 'batchUpload' }],
    told: /a redirect to .*redirects are not followed/s,
  },
  'a redirect of the result': {
    faults: [{ kind: 'redirect-cross-origin', operation: 'batchDownload', times: 2 }],
    told: /a redirect to .*redirects are not followed/s,
    goesOn: true,
  },
};

describe('the step fails, says why, and keeps no file', () => {
  test.concurrent.each(Object.entries(cases))('%s', async (_, { faults, told, jobs = 1, goesOn = false }) => {
    await onStage({ faults, stepByStep: true }, async (stage) => {
      const { sandbox, run, files } = stage;
      const { main, post } = await run('datarobot/batch-predict', await scoreInputs(stage));
      expect(main).toMatchObject({ outcome: 'failure', exitCode: 1, outputs: { outcome: 'failed' } });
      const errors = main.annotations.filter(({ kind }) => kind === 'error');
      expect(errors).toEqual([
        {
          kind: 'error',
          title: 'Score file as batch prediction failed',
          message: expect.stringMatching(told),
        },
      ]);
      expect(main.summary).toMatch(/^### ❌ Score file as batch prediction failed/);
      expect(await files()).toEqual(['data/cars.csv']);
      expect(main.outputs['result-path']).toBeUndefined();
      const { batchJobs, jobsOpen, jobsCreated } = vendorState(sandbox);
      expect([jobsCreated, main.outputs['job-id']]).toEqual([jobs, batchJobs[0]?.id]);
      if (goesOn)
        expect(logText(main)).toMatch(new RegExp(`^    job-id: "?${main.outputs['job-id']}"?$`, 'm'));
      else expect(jobsOpen).toBe(0);
      expect([post.outcome, logText(post)]).toEqual(['success', '']);
    })();
  });

  test(
    'a wrong key is refused, and is not repeated to anybody',
    onStage({}, async (stage) => {
      const key = 'wrong-key-0123456789abcdef';
      const given = { ...(await scoreInputs(stage)), 'api-token': key };
      const { main, post } = await stage.run('datarobot/batch-predict', given);
      expect(main.annotations[0]?.message).toMatch(
        /answered 401, "Invalid API token".*Check the `api-token`/s,
      );
      const shown = [...main.lines, ...post.lines].filter(({ stream }) => stream !== 'runner');
      expect(JSON.stringify([shown, main.outputs, main.state, main.summary])).not.toContain(key);
      expect(main.masks).toContain(key);
    }),
  );

  test(
    'a job that stands still ends the wait in time, and is said to be in the queue',
    onStage({ faults: [{ kind: 'job-stuck' }] }, async (stage) => {
      const given = { ...(await scoreInputs(stage)), timeout: '1s', 'on-timeout': 'detach' };
      const { main } = await stage.run('datarobot/batch-predict', given);
      expect(main).toMatchObject({ outcome: 'failure', exitCode: 1 });
      expect(main.outputs).toMatchObject({ outcome: 'timed-out', pending: 'true', status: 'INITIALIZING' });
      expect(main.annotations.at(-1)?.message).toMatch(/its last status was "INITIALIZING"/);
      expect(countOf(stage.sandbox, 'batchDelete')).toBe(0);
    }),
  );
});
