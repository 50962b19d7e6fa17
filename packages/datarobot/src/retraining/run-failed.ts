import { EngineError, quoteVendorText } from '@modelferry/http';
import type { RetrainingRun } from '../client/retraining-runs.ts';
import type { RunRef } from './run-reference.ts';
import { runState } from './run-state.ts';

/** The error for a run that ended badly, in its own words. */
export function runFailed({ deploymentId, policyId, runId }: RunRef, run: RetrainingRun): EngineError {
  const { status = 'without a status', errorMessage } = run;
  const said = errorMessage ? `: "${quoteVendorText(errorMessage)}"` : ', and does not say why';
  return new EngineError({
    code: 'job-failed',
    message: `Retraining run ${runId} of policy ${policyId} ended as ${status}${said}.`,
    remedy:
      runState(run) === 'cancelled'
        ? 'Somebody has cancelled it; run the policy again when it is wanted after all.'
        : `Mend what it names, then run the policy again: the retraining settings of deployment ${deploymentId} need a dataset with the columns of the model, and a user who may use it.`,
  });
}
