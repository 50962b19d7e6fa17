import type { RegionState, Sandbox } from '@modelferry/sandbox';
import { Unexpected } from '../example.ts';

/** What the vendor's side knows of one retraining. */
export type Retraining = RegionState['retrainJobs'][number];

/**
 * Looks up the retraining that a workflow says it made.
 * @throws {Unexpected} when the vendor knows none, or was made to train more than once for it
 */
export function retrainingOf(sandbox: Sandbox, retrainJobId: unknown): Retraining {
  const job = sandbox.state().predictionOne.japan.retrainJobs.find(({ id }) => id === retrainJobId);
  if (!job) throw new Unexpected(`the vendor knows no retraining ${String(retrainJobId)}`);
  if (job.trainingsStarted !== 1)
    throw new Unexpected(`${job.trainingsStarted} trainings were started for one request`);
  if (job.state !== 'finished') throw new Unexpected(`the retraining is ${job.state} at the vendor`);
  return job;
}
