import { messageOf } from '@modelferry/http';
import { pollUntilDone, type Job, type PollOutcome } from '@modelferry/polling';
import type { RunContext } from './run-context.ts';

/** How to wait for a job. */
export interface JobWait {
  /** Longest wait in all, in milliseconds. */
  readonly timeoutMs: number;
  /** Longest pause between two looks, in milliseconds. */
  readonly pollIntervalMs: number;
  /** Pause after the first look, in milliseconds; it grows. @default pollIntervalMs: an even pace */
  readonly firstPauseMs?: number;
  /** What the pause is multiplied with after each look. @default 1.5 */
  readonly factor?: number;
}

/**
 * Waits until a job has ended or the time is up, and tells each change: its status and message, never its result, in which
 * keys and URLs may stand.
 * @throws as `pollUntilDone` does
 */
export function waitForJob<Result>(
  { clock, signal, random, progress }: Pick<RunContext<unknown>, 'clock' | 'signal' | 'random' | 'progress'>,
  job: Job<Result>,
  { timeoutMs, pollIntervalMs, firstPauseMs = pollIntervalMs, factor }: JobWait,
): Promise<PollOutcome<Result>> {
  const { reference } = job;
  return pollUntilDone(job, {
    ...{ clock, signal, random, timeoutMs },
    interval: { initialMs: Math.min(firstPauseMs, pollIntervalMs), maxMs: pollIntervalMs, factor },
    onChange: ({ result: _, ...snapshot }) => progress({ type: 'status', job: reference, snapshot }),
    onFault: (error, faultsInARow) => {
      const message = messageOf(error);
      progress({ type: 'fault', job: reference, faultsInARow, message });
    },
  });
}
