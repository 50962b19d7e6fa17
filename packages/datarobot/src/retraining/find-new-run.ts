import { EngineError, isCancelled, pause } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import type { DataRobotClient } from '../client/client.ts';
import type { PolicyRef, RetrainingRun } from '../client/retraining-runs.ts';
import { runsOf } from './known-runs.ts';

/** A run that was asked for, or may have been. */
export interface SoughtRun {
  readonly policy: PolicyRef;
  /** IDs of the runs that were there before. */
  readonly known: readonly string[];
  /** Whether the vendor has said that it was asked for. */
  readonly isCertain: boolean;
  /** Why it has not. */
  readonly cause?: unknown;
}

/** How long a run may take to show in the list (3.17, `run-appears-late`), in milliseconds. */
const lookForMs = 120_000;
const firstPauseMs = 1_000;
const longestPauseMs = 10_000;

/**
 * Finds the run that a call has made: the only one that was not there before.
 * @throws EngineError with code `outcome-unknown` when there is none in time, or more than one
 */
export async function findNewRun(context: RunContext<DataRobotClient>, sought: SoughtRun): Promise<string> {
  const { clock, signal } = context;
  const endsAtMs = clock.now() + lookForMs;
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(longestPauseMs, pauseMs * 2)) {
    const { found, failure } = await look(context, sought);
    const [run] = found;
    if (run && found.length === 1) return run.id;
    if (found.length > 1 || clock.now() >= endsAtMs) throw unclear(sought, found, failure);
    await pause(
      { clock, signal },
      Math.min(pauseMs, endsAtMs - clock.now()),
      `find the new run of policy ${sought.policy.policyId}`,
    );
  }
}

/** A look that fails says nothing about the run. */
const look = async (
  context: RunContext<DataRobotClient>,
  { policy, known }: SoughtRun,
): Promise<{ readonly found: readonly RetrainingRun[]; readonly failure?: unknown }> => {
  try {
    return { found: (await runsOf(context, policy)).filter(({ id }) => !known.includes(id)) };
  } catch (failure) {
    if (isCancelled(failure)) throw failure;
    return { found: [], failure };
  }
};

/** @param failure what kept the last look from seeing any */
function unclear(sought: SoughtRun, found: readonly RetrainingRun[], failure: unknown): EngineError {
  const { policy, isCertain, cause = failure } = sought;
  const { deploymentId, policyId } = policy;
  const asked = isCertain
    ? `Policy ${policyId} of deployment ${deploymentId} was told to run`
    : `It is not known whether policy ${policyId} of deployment ${deploymentId} was told to run`;
  const why = cause instanceof Error ? ` ${cause.message}` : '';
  const seen =
    found.length === 0
      ? `${failure === undefined ? 'no new run has appeared' : 'its runs could not be read'} in ${lookForMs / 1_000} s`
      : `more than one new run is there: ${found.map(({ id }) => id).join(' and ')}`;
  return new EngineError({
    code: 'outcome-unknown',
    message: `${asked}, and ${seen}.${why}`,
    remedy:
      'Look at the runs of the policy in DataRobot before running it again, which would train a second time. If the run is there, wait for it by its ID.',
    cause,
  });
}
