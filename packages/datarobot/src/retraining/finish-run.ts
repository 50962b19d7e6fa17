import { isEngineError } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import type { DataRobotClient } from '../client/client.ts';
import { describeRun } from './describe-run.ts';
import type { RetrainingLedger } from './retraining-ledger.ts';
import type { RunRef } from './run-reference.ts';
import { runResult } from './run-result.ts';
import { waitForRun, type RunWait } from './wait-for-run.ts';

/**
 * Waits for a run, tells what it has made, and notes in the ledger how it ended.
 * @throws EngineError with code `job-failed` when it ended badly
 */
export async function finishRun(
  context: RunContext<DataRobotClient>,
  ledger: RetrainingLedger,
  reference: RunRef,
  wait: RunWait,
) {
  try {
    const { finished, run } = await waitForRun(context, reference, wait);
    if (!finished || !run) return describeRun(reference, run);
    await ledger.keep(reference, 'finished');
    return describeRun(reference, run, await runResult(context, reference, run));
  } catch (error) {
    // The next try then begins anew
    if (isEngineError(error) && error.code === 'job-failed') await ledger.keep(reference, 'failed');
    throw error;
  }
}
