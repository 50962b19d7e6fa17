import { quoteVendorText } from '@modelferry/http';
import { isFinal } from '@modelferry/polling';
import type { Job } from '../client/training/job.ts';
import { jobResumeToken, type TrainingJobRef } from './job-reference.ts';
import { jobState } from './job-state.ts';

/** A job in the words of our outputs. */
export function describeJob(reference: TrainingJobRef, job: Job) {
  const state = jobState(job.status);
  const { statistics, statusMessage } = job;
  return {
    ...reference,
    version: job.jobDefinitionVersion,
    status: job.status,
    statusMessage: statusMessage === undefined ? undefined : quoteVendorText(statusMessage),
    finished: state === 'succeeded',
    pending: !isFinal(state),
    failed: state === 'failed',
    stopped: state === 'cancelled',
    epoch: statistics?.epoch,
    numEpochs: statistics?.numEpochs,
    statistics,
    instanceType: job.instanceType,
    environment: job.environment,
    datasets: job.datasets,
    description: job.description,
    archived: job.archived,
    startTime: job.startTime,
    completionTime: job.completionTime,
    createdAt: job.createdAt,
    resumeToken: jobResumeToken(reference),
  };
}
