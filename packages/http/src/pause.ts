import type { Clock } from './clock.ts';
import { CancelledError } from './errors/cancelled-error.ts';

/** What a pause needs of a run. */
export interface PauseWorld {
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/**
 * Lets time pass, in milliseconds.
 * @param doing completes "Stopped on request while trying to ..."
 * @throws CancelledError when the signal comes first
 */
export async function pause({ clock, signal }: PauseWorld, ms: number, doing: string): Promise<void> {
  await clock.sleep(ms, signal).catch(() => {
    throw new CancelledError(doing);
  });
}
