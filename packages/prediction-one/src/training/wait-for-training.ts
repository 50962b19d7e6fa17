import { EngineError } from '@modelferry/http';
import { waitForJob, type JobWait, type RunContext } from '@modelferry/operation';
import type { PredictionOneClient } from '../client/client.ts';
import type { TrainStatus } from '../client/models.ts';
import { trainingJob } from '../jobs/training-job.ts';
import type { TrainingIdentity } from './training-ledger.ts';

export interface TrainingWait extends TrainingIdentity, JobWait {
  readonly failureWords: readonly string[];
}

/** How a wait ended: well, or with the training still under way. */
export interface TrainingProgress {
  readonly finished: boolean;
  /** What was last read; nothing when no look succeeded before the deadline. */
  readonly status: TrainStatus | undefined;
}

/**
 * Waits until a training has ended or the time is up, telling each change.
 * @throws EngineError with code `job-failed` when it ended badly
 */
export async function waitForTraining(
  context: RunContext<PredictionOneClient>,
  { modelName, externalProcessId, trainProcessId, failureWords, ...wait }: TrainingWait,
): Promise<TrainingProgress> {
  context.progress({ type: 'phase', title: 'Wait for the training' });
  const job = trainingJob(context.client, { externalProcessId, trainProcessId, failureWords });
  const outcome = await waitForJob(context, job, wait);
  if (outcome.ended && outcome.snapshot.state !== 'succeeded') {
    const { rawStatus, message } = outcome.snapshot;
    throw new EngineError({
      code: 'job-failed',
      message: `The training of model "${modelName}" (${externalProcessId}) ended with the status "${rawStatus}"${message ? `: ${message}` : ' and no further explanation'}.`,
      remedy: 'Check the data, its target column and the settings of the training, then train again.',
    });
  }
  return { finished: outcome.ended, status: outcome.snapshot?.result };
}
