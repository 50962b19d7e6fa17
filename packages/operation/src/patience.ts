import type { Clock } from '@modelferry/http';
import type { JobWait } from './wait-for-job.ts';

/** One span of time for several waits in a row. */
export interface Patience {
  /** By the clock of the run, in milliseconds. */
  readonly endsAtMs: number;
  /** Longest pause between two looks, in milliseconds. */
  readonly pollIntervalMs: number;
}

/** Begins a span of time. */
export const patienceOf = (clock: Clock, { timeoutMs, pollIntervalMs }: JobWait): Patience => ({
  endsAtMs: clock.now() + timeoutMs,
  pollIntervalMs,
});

/** What is left of it, for the next wait. */
export const restOf = (clock: Clock, { endsAtMs, pollIntervalMs }: Patience): JobWait => ({
  timeoutMs: Math.max(0, endsAtMs - clock.now()),
  pollIntervalMs,
});
