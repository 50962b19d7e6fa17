import { waitForJob, type JobWait, type RunContext } from '@modelferry/operation';
import type { DataRobotClient } from '../client/client.ts';
import { firstPauseMs } from '../client/limits.ts';
import type { RetrainingRun } from '../client/retraining-runs.ts';
import { retrainingRunJob } from './retraining-run-job.ts';
import { runFailed } from './run-failed.ts';
import type { RunRef } from './run-reference.ts';

/** How to wait. */
export interface RunWait extends JobWait {
  /** Whether the run was started just now, and may not be there yet. */
  readonly isFresh: boolean;
}

/** How a wait ended: with the run, which then has succeeded, or with the time while the run goes on. */
export interface RunWaited {
  readonly finished: boolean;
  /** What was last read; nothing when no look succeeded before the deadline. */
  readonly run: RetrainingRun | undefined;
}

/**
 * Waits until a run has ended or the time is up; it goes on then.
 * @throws EngineError with code `job-failed` when it ended badly
 */
export async function waitForRun(
  context: RunContext<DataRobotClient>,
  reference: RunRef,
  { timeoutMs, pollIntervalMs, isFresh }: RunWait,
): Promise<RunWaited> {
  const { progress } = context;
  const job = retrainingRunJob(context, reference, isFresh);
  progress({ type: 'phase', title: 'Wait for the retraining' });
  const outcome = await waitForJob(context, job, { timeoutMs, pollIntervalMs, firstPauseMs });
  const run = outcome.snapshot?.result;
  if (outcome.ended && run && outcome.snapshot.state !== 'succeeded') throw runFailed(reference, run);
  return { finished: outcome.ended, run };
}
