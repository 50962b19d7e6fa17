import { EngineError, InputError } from '@modelferry/http';
import type { BatchJob } from '../../client/batch-job.ts';
import { isMoving } from '../jobs/is-moving.ts';
import { jobFailed } from '../jobs/job-failed.ts';
import { jobState } from '../jobs/job-state.ts';
import { startsBeforeTheEnd } from '../jobs/starts-before-the-end.ts';

/** Whether a job is sent its data in parts, as it repeats what was asked of it (`multipart-flag-ignored`). */
export const takesParts = ({ jobSpec }: BatchJob): boolean => jobSpec?.intakeSettings?.multipart === true;

/**
 * Refuses a job that is not to be sent this, before anything is: the vendor's answers come after the data (3.10).
 * @param partNumber of a single part
 * @throws EngineError with code `rejected` for a job that gets its rows elsewhere, `conflict` for one that has its data
 */
export function checkTakesData(job: BatchJob, partNumber: number | undefined): void {
  const { id, jobSpec, links, status } = job;
  const intake = jobSpec?.intakeSettings?.type;
  if (jobState(status) === 'failed') throw jobFailed(job);
  if (intake === undefined ? links?.csvUpload === undefined : intake !== 'localFile') {
    throw new EngineError({
      code: 'rejected',
      message: `Batch job ${id} takes no file: its rows come from ${intake ?? 'elsewhere'}.`,
      remedy: 'Wait for it as it is, or create a job with the intake Local File.',
    });
  }
  if (partNumber !== undefined && !takesParts(job)) {
    const remedy = 'Leave Part Number out, or create the job with Upload Mode In Parts.';
    throw new InputError([
      { field: 'partNumber', problem: `is given, and batch job ${id} takes its data in one piece`, remedy },
    ]);
  }
  const takesMore = startsBeforeTheEnd(job) && partNumber !== undefined && jobState(status) !== 'succeeded';
  if (isMoving(job) && !takesMore) {
    throw new EngineError({
      code: 'conflict',
      message: `Batch job ${id} is ${status}: data were sent to it already, and it takes them once.`,
      remedy: 'Wait for it; to score other data, create another job.',
    });
  }
}
