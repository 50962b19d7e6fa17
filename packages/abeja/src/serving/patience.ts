import type { Clock } from '@modelferry/http';
import type { JobWait } from '@modelferry/operation';

/** How a user wants to wait. */
export interface Waiting {
  /** Longest wait in all, in milliseconds. */
  readonly timeoutMs: number;
  /** Longest pause between two looks, in milliseconds. */
  readonly pollIntervalMs: number;
}

/** One span of time for several waits in a row. */
export interface Patience {
  /** By the clock of the run, in milliseconds. */
  readonly endsAtMs: number;
  readonly pollIntervalMs: number;
}

/** Pause after the first look, in milliseconds; it grows. */
const firstPauseMs = 5_000;

export const patienceOf = (clock: Clock, { timeoutMs, pollIntervalMs }: Waiting): Patience => ({
  endsAtMs: clock.now() + timeoutMs,
  pollIntervalMs,
});

/** What is left of it, for the next wait. */
export const restOf = (clock: Clock, { endsAtMs, pollIntervalMs }: Patience): JobWait => ({
  timeoutMs: Math.max(0, endsAtMs - clock.now()),
  ...{ firstPauseMs, pollIntervalMs },
});
