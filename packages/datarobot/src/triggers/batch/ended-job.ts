import type { TriggerEvent } from '@modelferry/operation';
import { describeJob } from '../../batch/jobs/describe-job.ts';
import { jobState } from '../../batch/jobs/job-state.ts';
import type { BatchJob } from '../../client/batch-job.ts';
import type { Outcome } from '../outcome.ts';

/** A batch job that has ended, as an event. */
export function endedJob(job: BatchJob) {
  const { jobId, status = '', deploymentId, definitionId, source, created, ...rest } = describeJob(job);
  const { scoredRows, failedRows, skippedRows, message } = rest;
  const outcome: Outcome = jobState(job.status) === 'succeeded' ? 'succeeded' : 'failed';
  const eventId = `batch-prediction:${jobId}:${status.toUpperCase()}`;
  return {
    eventId,
    output: {
      ...{ eventId, outcome, jobId, status, deploymentId, definitionId, source, created },
      ...{ scoredRows, failedRows, skippedRows, message },
    },
  } satisfies TriggerEvent;
}
