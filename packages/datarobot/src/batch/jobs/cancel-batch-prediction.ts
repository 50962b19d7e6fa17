import { isApiError } from '@modelferry/http';
import type { CancelOutcome } from '@modelferry/operation';
import { isFinal } from '@modelferry/polling';
import type { DataRobotClient } from '../../client/client.ts';
import { jobState } from './job-state.ts';
import { lookAtJob } from './look-at-job.ts';

/** How often it is asked for in all: the data of a job may have come between the refusal and the look. */
const maxDeletes = 3;

/**
 * Ends a batch job, whatever it is doing. A refusal says too little, so a look decides: 404 is also answered for a job
 * that has no data and never starts, though it stays in the list, 409 for one that has ended (3.11).
 * @throws ApiError when it goes on although it was asked to end
 */
export async function cancelBatchPrediction(
  { client, signal }: { readonly client: DataRobotClient; readonly signal: AbortSignal },
  jobId: string,
): Promise<CancelOutcome> {
  for (let deletes = 1; ; deletes++) {
    try {
      await client.deleteBatchJob(jobId, signal);
      return 'cancelled';
    } catch (error) {
      if (!isApiError(error) || (error.status !== 404 && error.status !== 409)) throw error;
      const job = await lookAtJob(client, jobId, signal);
      const state = job === 'gone' ? 'cancelled' : jobState(job.status);
      if (isFinal(state)) return 'already-ended';
      if (error.status === 404 && state === 'waiting') return 'never-started';
      if (deletes >= maxDeletes) throw error;
    }
  }
}
