import type { DataRobotState, Sandbox } from '@modelferry/sandbox';
import { Unexpected } from '../example.ts';

/** What the vendor's side knows of one batch job. */
export type BatchJob = DataRobotState['batchJobs'][number];

/**
 * Looks up the batch job that a workflow says it made.
 * @throws {Unexpected} when the vendor knows none, or has not completed it
 */
export function batchJobOf(sandbox: Sandbox, jobId: unknown): BatchJob {
  const job = sandbox.state().dataRobot.batchJobs.find(({ id }) => id === jobId);
  if (!job) throw new Unexpected(`the vendor knows no batch job ${String(jobId)}`);
  if (job.state !== 'COMPLETED') throw new Unexpected(`the batch job is ${job.state} at the vendor`);
  return job;
}
