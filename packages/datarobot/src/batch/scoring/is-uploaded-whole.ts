import type { BatchJob } from '../../client/batch-job.ts';
import { jobState } from '../jobs/job-state.ts';

/** What is known of a job beside its present state. */
export interface UploadFacts {
  /** What the job said when it was made. */
  readonly queued: boolean | undefined;
  /** Whether it may score what it has before it has all: then that it runs says nothing. */
  readonly scoreWhileUploading: boolean;
}

/**
 * Whether a job's state proves that its data came whole: it has completed; or it runs, or has come into the queue since it
 * was made, and does so only with all of them. What `queued` says before is not documented (3.9): only its change counts.
 */
export function isUploadedWhole(job: BatchJob, { queued, scoreWhileUploading }: UploadFacts): boolean {
  const state = jobState(job.status);
  if (state === 'succeeded' || scoreWhileUploading) return state === 'succeeded';
  return state === 'running' || (queued === false && job.queued === true);
}
