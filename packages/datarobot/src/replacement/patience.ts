import type { Clock } from '@modelferry/http';
import type { PollInterval } from '@modelferry/polling';

/** One span of time for several waits in a row. */
export interface Patience {
  /** By the clock of the run, in milliseconds. */
  readonly endsAtMs: number;
  readonly interval: PollInterval;
}

/** Pause after the first look, in milliseconds; it grows (3.15). */
const firstPauseMs = 1_000;

export const patienceOf = (
  clock: Clock,
  { timeoutMs, pollIntervalMs }: { readonly timeoutMs: number; readonly pollIntervalMs: number },
): Patience => ({
  endsAtMs: clock.now() + timeoutMs,
  interval: { initialMs: Math.min(firstPauseMs, pollIntervalMs), maxMs: pollIntervalMs },
});
