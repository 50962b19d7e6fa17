import { isAmbiguous, isApiError, sendUntilTaken } from '@modelferry/http';
import type { CancelOutcome, LookupContext } from '@modelferry/operation';
import { isFinal } from '@modelferry/polling';
import type { AbejaClient } from '../client/client.ts';
import { jobRefOf, type TrainingJobRef } from './job-reference.ts';
import { jobState } from './job-state.ts';

const maxSends = 3;

/**
 * Asks a job to stop. What an answer says of one that had ended is not documented, so that a look decides (Q14).
 * @returns `cancelled` where the platform took the request: it may take a while until the job has stopped
 * @throws ApiError when it goes on although it was to stop
 */
export async function stopJob(
  { client, clock, signal }: LookupContext<AbejaClient>,
  { definition, jobId }: TrainingJobRef,
): Promise<CancelOutcome> {
  const doing = `stop the training job ${jobId}`;
  for (let sends = 1; ; sends++) {
    try {
      await sendUntilTaken({ clock, signal, random: Math.random }, doing, () =>
        client.stopJob(definition, jobId, signal),
      );
      return 'cancelled';
    } catch (error) {
      const isOpen = isAmbiguous(error);
      const isRefused = isApiError(error) && ![401, 429].includes(error.status) && error.status < 500;
      if (!isOpen && !isRefused) throw error;
      const { status } = await client.getJob(definition, jobId, signal);
      const state = jobState(status);
      if (isFinal(state)) return isOpen && state === 'cancelled' ? 'cancelled' : 'already-ended';
      if (!isOpen || sends >= maxSends) throw error;
    }
  }
}

/** Stops a job by the ID that the ledger has. @throws InputError for what is no such ID */
export const stopTrainingJob = async (
  context: LookupContext<AbejaClient>,
  jobId: string,
): Promise<CancelOutcome> => stopJob(context, jobRefOf(jobId));
