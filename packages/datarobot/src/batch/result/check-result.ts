import { EngineError } from '@modelferry/http';
import type { BatchJob } from '../../client/batch-job.ts';
import { jobFailed } from '../jobs/job-failed.ts';
import { jobState } from '../jobs/job-state.ts';

/**
 * Holds a result that has come to its end against the job as it is after that: a job that was aborted ends its result like
 * one that has completed (3.12). Failed rows may be in the result or left out (`failed-rows-omitted`).
 * @param rows in the result, where they could be counted
 * @returns what cannot be proven, for the user to know
 * @throws EngineError with code `job-failed` when the job did not complete
 * @throws EngineError with code `source-mismatch` when rows are missing, or too many
 */
export function checkResult(job: BatchJob, rows: number | undefined): string | undefined {
  const state = jobState(job.status);
  if (state === 'failed') throw jobFailed(job);
  if (state !== 'succeeded') {
    throw new EngineError({
      code: 'source-mismatch',
      message: `The result of batch job ${job.id} came to an end while the job is ${job.status}.`,
      remedy: 'Wait for the job, then download the result again.',
    });
  }
  const { scoredRows: scored, failedRows: failed = 0 } = job;
  if (rows === undefined || scored === undefined) {
    return `Whether the result of batch job ${job.id} has all rows could not be checked: ${rows === undefined ? 'its quotes are not of the standard kind' : 'the job does not tell how many it scored'}.`;
  }
  if (rows === scored || rows === scored + failed) return undefined;
  const differs = `has ${rows} rows, and the job counts ${scored} scored and ${failed} failed ones`;
  // What counts as a row of a series is not documented
  if (job.jobSpec?.timeseriesSettings) return `The result of batch job ${job.id} ${differs}.`;
  throw new EngineError({
    code: 'source-mismatch',
    message: `The result of batch job ${job.id} ${differs}: it is not whole.`,
    remedy: 'Download it again; if it stays so, score the file anew.',
  });
}
