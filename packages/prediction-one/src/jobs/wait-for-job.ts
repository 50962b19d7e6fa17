import type { RunContext } from '@modelferry/operation';
import { pollUntilDone, type Job, type PollOutcome } from '@modelferry/polling';
import type { PredictionOneClient } from '../client/client.ts';

export interface JobWait {
  /** Longest wait in all, in milliseconds. */
  readonly timeoutMs: number;
  /** Pause between two looks, in milliseconds. */
  readonly pollIntervalMs: number;
}

/** Waits for a job and tells each change: its status and message, never its result, in which keys and URLs may stand. */
export function waitForJob<Result>(
  { clock, signal, random, progress }: Omit<RunContext<PredictionOneClient>, 'save' | 'jobs'>,
  job: Job<Result>,
  { timeoutMs, pollIntervalMs }: JobWait,
): Promise<PollOutcome<Result>> {
  const { reference } = job;
  return pollUntilDone(job, {
    clock,
    signal,
    random,
    timeoutMs,
    interval: { initialMs: pollIntervalMs },
    onChange: ({ result: _, ...snapshot }) => progress({ type: 'status', job: reference, snapshot }),
    onFault: (error, faultsInARow) => {
      const message = error instanceof Error ? error.message : String(error);
      progress({ type: 'fault', job: reference, faultsInARow, message });
    },
  });
}
