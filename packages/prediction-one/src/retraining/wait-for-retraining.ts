import { EngineError } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import { pollUntilDone } from '@modelferry/polling';
import type { PredictionOneClient } from '../client/client.ts';
import type { KeyChoice } from '../client/key-ring.ts';
import type { RetrainStatus } from '../client/retrain.ts';
import { retrainJob } from '../jobs/retrain-job.ts';

export interface RetrainWait {
  readonly retrainJobId: string;
  readonly keyChoice?: KeyChoice;
  readonly timeoutMs: number;
  readonly pollIntervalMs: number;
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
  { client, clock, signal, random, progress }: RunContext<PredictionOneClient>,
  { retrainJobId, keyChoice, timeoutMs, pollIntervalMs, failureWords }: RetrainWait,
): Promise<RetrainProgress> {
  progress({ type: 'phase', title: 'Wait for the retraining' });
  const job = retrainJob(client, { retrainJobId, keyChoice, failureWords });
  const { reference } = job;
  const outcome = await pollUntilDone(job, {
    clock,
    signal,
    random,
    timeoutMs,
    interval: { initialMs: pollIntervalMs },
    onChange: (snapshot) => progress({ type: 'status', job: reference, snapshot }),
    onFault: (error, faultsInARow) =>
      progress({ type: 'fault', job: reference, faultsInARow, message: messageOf(error) }),
  });
  const { snapshot } = outcome;
  if (outcome.ended && outcome.snapshot.state !== 'succeeded') {
    throw retrainingFailed(retrainJobId, outcome.snapshot.rawStatus, outcome.snapshot.message);
  }
  return { finished: outcome.ended, status: snapshot?.result };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** A retraining that ended badly. */
export const retrainingFailed = (retrainJobId: string, status: string, message?: string): EngineError =>
  new EngineError({
    code: 'job-failed',
    message: `Retraining ${retrainJobId} ended with the status "${status}"${message ? `: ${message}` : ' and no further explanation'}.`,
    remedy:
      'Check that the data has the columns of the model, above all its target, then start a new retraining; the published model is unchanged.',
  });
