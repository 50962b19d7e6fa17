import type { Clock } from './clock.ts';

/** Calls `onIdle` once when nothing was heard for `timeoutMs`. */
export interface IdleGuard {
  /** Something was heard, or is awaited again after a {@link IdleGuard.pause}: the silence starts anew. */
  touch(): void;
  /** Nothing is awaited for now: there is no silence until the next touch. An end that is set stays. */
  pause(): void;
  /** From now on ends at this moment, in milliseconds since 1970, or with the next silence thereafter. */
  endBy(endsAtMs: number): void;
  stop(): void;
}

/**
 * Watches for silence by the wall clock, with one sleep at a time however often it is touched.
 * @param onIdle is told whether it was no silence, but the end that had been set
 * @param endsAtMs when `onIdle` is called even though there was no silence
 */
export function startIdleGuard(
  clock: Clock,
  timeoutMs: number,
  onIdle: (ended: boolean) => void,
  endsAtMs = Infinity,
): IdleGuard {
  const stopped = new AbortController();
  let heardAt = clock.now();
  let endsAt = endsAtMs;
  let paused = false;
  let watching = false;
  const watch = async () => {
    watching = true;
    while (!paused || endsAt < Infinity) {
      if (paused) heardAt = clock.now();
      const left = Math.min(heardAt + timeoutMs, endsAt) - clock.now();
      if (left <= 0) return onIdle(clock.now() >= endsAt);
      await clock.sleep(left, stopped.signal);
    }
    watching = false; // No timer stays behind with a reader that never comes back
  };
  const start = () => void watch().catch(() => undefined); // Only the stop ends a sleep early
  start();
  return {
    touch: () => {
      heardAt = clock.now();
      paused = false;
      if (!watching) start();
    },
    pause: () => {
      paused = true;
    },
    endBy: (ms) => {
      endsAt = Math.min(endsAt, ms);
    },
    stop: () => stopped.abort(),
  };
}
