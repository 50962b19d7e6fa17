import { toResumeToken } from '@modelferry/polling';
import type { BatchJob } from '../../client/batch-job.ts';
import { vendor } from '../../vendor.ts';
import { batchPrediction } from '../jobs/batch-prediction-job.ts';
import { jobProgress } from '../jobs/describe-job.ts';
import type { SavedResult } from '../result/save-once.ts';

/** What an operation tells of a batch job it has started, or waited for. */
export function outputsOf(
  jobId: string,
  told: { readonly job?: BatchJob; readonly finished: boolean; readonly saved?: SavedResult },
) {
  const { job, finished, saved } = told;
  return {
    ...jobProgress(jobId, job),
    finished,
    pending: !finished,
    resultFile: saved?.file,
    resultRows: saved?.rows,
    resumeToken: resumeTokenOf(jobId),
  };
}

/** Names a job for a later wait. */
export const resumeTokenOf = (jobId: string): string =>
  toResumeToken({ vendor, kind: batchPrediction, id: jobId });
