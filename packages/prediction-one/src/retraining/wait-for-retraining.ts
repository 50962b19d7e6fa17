import { EngineError } from '@modelferry/http';
import { waitForJob, type JobWait, type RunContext } from '@modelferry/operation';
import type { PredictionOneClient } from '../client/client.ts';
import type { KeyChoice } from '../client/key-ring.ts';
import type { RetrainStatus } from '../client/retrain.ts';
import { retrainJob } from '../jobs/retrain-job.ts';

export interface RetrainWait extends JobWait {
  readonly retrainJobId: string;
  readonly keyChoice?: KeyChoice;
  readonly failureWords: readonly string[];
}

/** How a wait ended: well, or with the retraining still under way. */
export interface RetrainProgress {
  readonly finished: boolean;
  /** What was last read; nothing when no look succeeded before the deadline. */
  readonly status: RetrainStatus | undefined;
}

/**
 * Waits until a retraining has ended or the time is up, telling each change.
 * @throws EngineError with code `job-failed` when it ended badly
 */
export async function waitForRetraining(
  context: RunContext<PredictionOneClient>,
  { retrainJobId, keyChoice, failureWords, ...wait }: RetrainWait,
): Promise<RetrainProgress> {
  context.progress({ type: 'phase', title: 'Wait for the retraining' });
  const job = retrainJob(context.client, { retrainJobId, keyChoice, failureWords });
  const outcome = await waitForJob(context, job, wait);
  if (outcome.ended && outcome.snapshot.state !== 'succeeded') {
    throw retrainingFailed(retrainJobId, outcome.snapshot.rawStatus, outcome.snapshot.message);
  }
  return { finished: outcome.ended, status: outcome.snapshot?.result };
}

/** A retraining that ended badly. */
export const retrainingFailed = (retrainJobId: string, status: string, message?: string): EngineError =>
  new EngineError({
    code: 'job-failed',
    message: `Retraining ${retrainJobId} ended with the status "${status}"${message ? `: ${message}` : ' and no further explanation'}.`,
    remedy:
      'Check that the data has the columns of the model, above all its target, then start a new retraining; the published model is unchanged.',
  });
