import type { TriggerEvent } from '@modelferry/operation';
import type { BatchJob } from '../../client/batch-job.ts';
import { describeJob } from '../../jobs/describe-job.ts';
import { jobState } from '../../jobs/job-state.ts';
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
