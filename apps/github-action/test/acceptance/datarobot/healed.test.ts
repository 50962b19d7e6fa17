import type { FaultRequest } from '@modelferry/sandbox';
import { logText } from '../support/log-text.ts';
import { onStage } from '../support/on-stage.ts';
import { countOf, requestsOf } from '../support/requests.ts';
import { resultRows } from '../support/result-file.ts';
import { carRows, scoreInputs, vendorState } from './support/scoring.ts';

interface Case {
  readonly faults: readonly FaultRequest[];
  /** What the log says of it. */
  readonly told?: RegExp;
  /** How many jobs it takes: data go to a job once. @default 1 */
  readonly jobs?: number;
  /** How many downloads. @default 1 */
  readonly downloads?: number;
}

const cases: Readonly<Record<string, Case>> = {
  'a burst of 570, the vendor’s own status': {
    faults: [{ kind: 'http-570-burst', operation: 'batchCreate', times: 2 }],
  },
  'busy servers while a job is waited for': {
    faults: [{ kind: 'http-503-burst', operation: 'batchStatus', times: 2 }],
  },
  'a quota that is used up for a second': {
    faults: [{ kind: 'retry-after-seconds', operation: 'batchCreate' }],
  },
  'a quota that is used up until a date': {
    faults: [{ kind: 'retry-after-date', operation: 'batchStatus' }],
  },
  'a quota that stops the data': {
    faults: [{ kind: 'retry-after-seconds', operation: 'batchUpload' }],
    told: /The upload begins anew with another job: .*429/,
    jobs: 2,
  },
  'the page of a gateway in place of an answer': {
    faults: [{ kind: 'html-error', operation: 'batchStatus' }],
  },
  'an answer that is lost after a job was made': {
    faults: [{ kind: 'drop-before-answer', operation: 'batchCreate' }],
    jobs: 2,
  },
  'half an answer about a new job': { faults: [{ kind: 'truncated-json', operation: 'batchCreate' }] },
  'data that break off': {
    faults: [{ kind: 'reset-mid-body', operation: 'batchUpload' }],
    told: /The upload begins anew with another job/,
    jobs: 2,
  },
  'data whose arrival is not confirmed': {
    faults: [{ kind: 'drop-after-upload', operation: 'batchUpload' }],
  },
  'data that are said to be there already': {
    faults: [{ kind: 'vendor-error', operation: 'batchUpload', status: 409, message: 'has already begun' }],
    told: /The upload begins anew with another job: .*409/,
    jobs: 2,
  },
  'a job that is not found when its data come': {
    faults: [{ kind: 'vendor-error', operation: 'batchUpload', status: 404, message: 'not found' }],
    told: /The upload begins anew with another job: .*404/,
    jobs: 2,
  },
  'a failing look at a job': { faults: [{ kind: 'http-500-once', operation: 'batchStatus' }] },
  'a status that nobody knows': {
    faults: [{ kind: 'job-status-unknown' }],
    told: /has the status "sandbox_mystery", which is not documented/,
  },
  'a share that stays 0': { faults: [{ kind: 'percentage-zero' }] },
  'a route that is deprecated': {
    faults: [{ kind: 'deprecation-header', operation: 'batchStatus' }],
    told: /deprecated/i,
  },
  'a look that is redirected': { faults: [{ kind: 'redirect-cross-origin', operation: 'batchStatus' }] },
  'a result that breaks off half way': {
    faults: [{ kind: 'download-cut' }],
    told: /The download begins anew/,
    downloads: 2,
  },
  'a result that lacks rows': {
    faults: [{ kind: 'truncated-json', operation: 'batchDownload' }],
    told: /The download begins anew: .*it is not whole/,
    downloads: 2,
  },
};

describe('the step succeeds all the same', () => {
  test.concurrent.each(Object.entries(cases))(
    '%s',
    async (_, { faults, told = /./, jobs = 1, downloads = 1 }) => {
      await onStage({ faults }, async (stage) => {
        const { sandbox, run, files } = stage;
        const { main } = await run('datarobot/batch-predict', await scoreInputs(stage));
        expect(main.outputs).toMatchObject({ outcome: 'succeeded', status: 'COMPLETED' });
        expect(resultRows(main)).toHaveLength(carRows);
        expect(await files()).toHaveLength(2);
        expect(logText(main)).toMatch(told);
        const { jobsCreated, jobsOpen, batchJobs } = vendorState(sandbox);
        expect([jobsCreated, jobsOpen, countOf(sandbox, 'batchDownload')]).toEqual([jobs, 0, downloads]);
        expect(batchJobs.filter(({ state }) => state === 'COMPLETED').map(({ id }) => id)).toEqual([
          main.outputs['job-id'],
        ]);
        for (const { headers } of requestsOf(sandbox, 'batchDownload'))
          expect(headers['range']).toBeUndefined();
      })();
    },
  );
});
