import { quoteVendorText } from '@modelferry/http';
import { isFinal } from '@modelferry/polling';
import type { RetrainingRun } from '../client/retraining-runs.ts';
import { runResumeToken, type RunRef } from './run-reference.ts';
import type { RunResult } from './run-result.ts';
import { runState } from './run-state.ts';

/** How far a run has come, in the words of our outputs. One that could not be looked at goes on as far as we know. */
export function describeRun(
  reference: RunRef,
  run: RetrainingRun | undefined,
  result: RunResult | undefined = run,
) {
  const state = run && runState(run);
  return {
    ...reference,
    status: run?.status,
    finished: state === 'succeeded',
    pending: state === undefined || !isFinal(state),
    failed: state === 'failed' || state === 'cancelled',
    modelPackageId: result?.modelPackageId,
    registeredModelId: result?.registeredModelId,
    challengerId: result?.challengerId,
    projectId: run?.projectId,
    startTime: run?.startTime,
    finishTime: run?.finishTime,
    errorMessage: run?.errorMessage === undefined ? undefined : quoteVendorText(run.errorMessage),
    resumeToken: runResumeToken(reference),
  };
}
