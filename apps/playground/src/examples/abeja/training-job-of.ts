import type { AbejaState, Sandbox } from '@modelferry/sandbox';
import { Unexpected } from '../example.ts';

/** What the vendor's side knows of one training job. */
export type TrainingJob = AbejaState['jobs'][number];

/**
 * Looks up the training job that a workflow says it made.
 * @throws {Unexpected} when the vendor knows none, or has not completed it
 */
export function trainingJobOf(sandbox: Sandbox, jobId: unknown): TrainingJob {
  const job = sandbox.state().abeja.jobs.find(({ id }) => id === jobId);
  if (!job) throw new Unexpected(`the vendor knows no training job ${String(jobId)}`);
  if (job.status !== 'Complete') throw new Unexpected(`the training job is ${job.status} at the vendor`);
  return job;
}
