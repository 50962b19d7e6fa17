import type { RunContext } from '@modelferry/operation';
import { pollUntilDone } from '@modelferry/polling';
import type { DataRobotClient } from '../client/client.ts';
import type { RetrainingRun } from '../client/retraining-runs.ts';
import { retrainingRunJob } from './retraining-run-job.ts';
import { runFailed } from './run-failed.ts';
import type { RunRef } from './run-reference.ts';

/** How to wait. */
export interface RunWait {
  /** Longest wait in all, in milliseconds. */
  readonly timeoutMs: number;
  /** Longest pause between two looks, in milliseconds. */
  readonly pollIntervalMs: number;
  /** Whether the run was started just now, and may not be there yet. */
  readonly isFresh: boolean;
}

/** How a wait ended: with the run, which then has succeeded, or with the time while the run goes on. */
export interface RunWaited {
  readonly finished: boolean;
  /** What was last read; nothing when no look succeeded before the deadline. */
  readonly run: RetrainingRun | undefined;
}

/** Pause after the first look, in milliseconds; it grows. */
const firstPauseMs = 1_000;

/**
 * Waits until a run has ended or the time is up; it goes on then.
 * @throws EngineError with code `job-failed` when it ended badly
 */
export async function waitForRun(
  context: RunContext<DataRobotClient>,
  reference: RunRef,
  { timeoutMs, pollIntervalMs, isFresh }: RunWait,
): Promise<RunWaited> {
  const { clock, signal, random, progress } = context;
  const job = retrainingRunJob(context, reference, isFresh);
  progress({ type: 'phase', title: 'Wait for the retraining' });
  const outcome = await pollUntilDone<RetrainingRun>(job, {
    ...{ clock, signal, random, timeoutMs },
    interval: { initialMs: Math.min(firstPauseMs, pollIntervalMs), maxMs: pollIntervalMs },
    onChange: ({ result: _, ...snapshot }) => progress({ type: 'status', job: job.reference, snapshot }),
    onFault: (error, faultsInARow) => {
      const message = error instanceof Error ? error.message : String(error);
      progress({ type: 'fault', job: job.reference, faultsInARow, message });
    },
  });
  const run = outcome.snapshot?.result;
  if (outcome.ended && run && outcome.snapshot.state !== 'succeeded') throw runFailed(reference, run);
  return { finished: outcome.ended, run };
}
