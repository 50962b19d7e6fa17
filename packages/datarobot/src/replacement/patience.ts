import type { Clock } from '@modelferry/http';
import type { JobWait } from '@modelferry/operation';
import { firstPauseMs } from '../client/limits.ts';

/** One span of time for several waits in a row. */
export interface Patience {
  /** By the clock of the run, in milliseconds. */
  readonly endsAtMs: number;
  /** Longest pause between two looks, in milliseconds. */
  readonly pollIntervalMs: number;
}

export const patienceOf = (clock: Clock, { timeoutMs, pollIntervalMs }: JobWait): Patience => ({
  endsAtMs: clock.now() + timeoutMs,
  pollIntervalMs,
});

/** What is left of it for the next wait. */
export const waitWith = (clock: Clock, { endsAtMs, pollIntervalMs }: Patience): JobWait => ({
  timeoutMs: Math.max(0, endsAtMs - clock.now()),
  ...{ pollIntervalMs, firstPauseMs },
});
