import type { BatchJob } from '../../client/batch-job.ts';
import { jobMessage } from './job-message.ts';
import { jobState } from './job-state.ts';

/** How far a batch job has come, in the words of our outputs. One that could not be looked at goes on as far as we know. */
export function jobProgress(jobId: string, job: BatchJob | undefined) {
  const state = job && jobState(job.status);
  return {
    jobId,
    status: job?.status,
    finished: state === 'succeeded',
    pending: state !== 'succeeded' && state !== 'failed',
    scoredRows: job?.scoredRows,
    failedRows: job?.failedRows,
    skippedRows: job?.skippedRows,
    percentageCompleted: job?.percentageCompleted,
    queuePosition: job?.queuePosition,
    message: job && jobMessage(job),
  };
}

/** The same, and what the job is about. */
export function describeJob(job: BatchJob) {
  const { jobSpec, batchPredictionJobDefinition: definition } = job;
  return {
    ...jobProgress(job.id, job),
    failed: jobState(job.status) === 'failed',
    created: job.created,
    deploymentId: jobSpec?.deploymentId,
    definitionId: definition?.id,
    source: job.source,
    intakeType: jobSpec?.intakeSettings?.type,
    outputType: jobSpec?.outputSettings?.type,
    resultsDeleted: job.resultsDeleted,
  };
}
