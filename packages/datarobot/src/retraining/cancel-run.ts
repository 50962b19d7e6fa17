import { ApiError, isApiError } from '@modelferry/http';
import type { CancelOutcome, LookupContext } from '@modelferry/operation';
import { isFinal } from '@modelferry/polling';
import type { DataRobotClient } from '../client/client.ts';
import { runRefOf, type RunRef } from './run-reference.ts';
import { runState } from './run-state.ts';

/** What a run is set to in order to end it. The vendor documents no word (`run-cancel-word`). */
export const usualCancelWord = 'cancelled';

/**
 * Cancels a run. A refusal says too little, so a look decides whether it had ended.
 * @throws ApiError when it goes on although it was to end
 */
export async function cancelRun(
  { client, signal }: Pick<LookupContext<DataRobotClient>, 'client' | 'signal'>,
  run: RunRef,
  cancelWord: string = usualCancelWord,
): Promise<Exclude<CancelOutcome, 'never-started'>> {
  try {
    await client.setRetrainingRunStatus(run, run.runId, cancelWord, signal);
    return 'cancelled';
  } catch (error) {
    if (!isApiError(error) || ![400, 409, 422].includes(error.status)) throw error;
    if (isFinal(runState(await client.getRetrainingRun(run, run.runId, signal)))) return 'already-ended';
    throw new ApiError({
      ...error,
      message: error.message,
      remedy: `The run goes on. DataRobot does not document which status cancels a run, and refused "${cancelWord}": give another one as Cancel Word, or cancel the run in DataRobot.`,
      cause: error,
    });
  }
}

/** Cancels a run by the ID that the ledger has. */
export const cancelRetrainingRun = (
  context: LookupContext<DataRobotClient>,
  jobId: string,
): Promise<CancelOutcome> => cancelRun(context, runRefOf(jobId));
