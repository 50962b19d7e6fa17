import type { Clock } from '@modelferry/http';

/** What repeating and waiting need of a run's context. */
export interface World {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly random: () => number;
}
