import type { TriggerEvent } from '@modelferry/operation';
import type { Job } from '../../client/training/job.ts';
import { describeJob } from '../../training/describe-job.ts';

/** A training job that has ended, as an event. */
export function endedJob(definition: string, job: Job) {
  const eventId = `training-job:${job.jobId}:${job.status.trim().toUpperCase()}`;
  return {
    eventId,
    output: { eventId, ...describeJob({ definition, jobId: job.jobId }, job) },
  } satisfies TriggerEvent;
}
