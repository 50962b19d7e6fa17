import { isApiError, quoteVendorText, type Clock } from '@modelferry/http';
import type { Job } from '@modelferry/polling';
import { asPassing } from '../client/as-passing.ts';
import type { DataRobotClient } from '../client/client.ts';
import type { RetrainingRun } from '../client/retraining-runs.ts';
import { runsOf } from './known-runs.ts';
import { runReference, type RunRef } from './run-reference.ts';
import { runState } from './run-state.ts';

/** For how long a run that was started just now may not be there yet (`run-appears-late`), in milliseconds. */
const lateMs = 120_000;

/**
 * A retraining run at the vendor.
 * @param isFresh whether it was started just now
 */
export function retrainingRunJob(
  { client, clock }: { readonly client: DataRobotClient; readonly clock: Clock },
  run: RunRef,
  isFresh: boolean,
): Job<RetrainingRun> {
  const lateUntilMs = isFresh ? clock.now() + lateMs : 0;
  const look = async (signal: AbortSignal): Promise<RetrainingRun | undefined> => {
    try {
      return await client.getRetrainingRun(run, run.runId, signal);
    } catch (error) {
      if (!isApiError(error) || error.code !== 'not-found' || clock.now() >= lateUntilMs) throw error;
      return (await runsOf({ client, signal }, run)).find(({ id }) => id === run.runId);
    }
  };
  return {
    reference: runReference(run),
    async read(signal) {
      const result = await look(signal).catch((error: unknown) => {
        throw asPassing(error);
      });
      if (result === undefined) return { state: 'waiting', rawStatus: 'not to be seen yet' };
      const { status, errorMessage } = result;
      return {
        state: runState(result),
        rawStatus: status ?? 'without a status',
        message: errorMessage ? quoteVendorText(errorMessage) : undefined,
        result,
      };
    },
  };
}
