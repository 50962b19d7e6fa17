import { toResumeToken } from '@modelferry/polling';
import type { BatchJob } from '../client/batch-job.ts';
import { batchPrediction } from '../jobs/batch-prediction-job.ts';
import { jobMessage } from '../jobs/job-message.ts';
import type { SavedResult } from '../result/save-once.ts';
import { vendor } from '../vendor.ts';

/** What an operation tells of a batch job it has looked at, or waited for. */
export function outputsOf(
  jobId: string,
  told: { readonly job?: BatchJob; readonly finished: boolean; readonly saved?: SavedResult },
) {
  const { job, finished, saved } = told;
  return {
    jobId,
    status: job?.status,
    finished,
    pending: !finished,
    scoredRows: job?.scoredRows,
    failedRows: job?.failedRows,
    skippedRows: job?.skippedRows,
    percentageCompleted: job?.percentageCompleted,
    queuePosition: job?.queuePosition,
    message: job && jobMessage(job),
    resultFile: saved?.file,
    resultRows: saved?.rows,
    resumeToken: toResumeToken({ vendor, kind: batchPrediction, id: jobId }),
  };
}
