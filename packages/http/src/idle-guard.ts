import type { Clock } from './clock.ts';
import { watchOf, type Watched } from './watch.ts';

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
 * Watches for silence by the wall clock, with one sleep at a time for all guards of a clock, however often they are touched.
 * @param onIdle is told whether it was no silence, but the end that had been set
 * @param endsAtMs when `onIdle` is called even though there was no silence
 */
export function startIdleGuard(
  clock: Clock,
  timeoutMs: number,
  onIdle: (ended: boolean) => void,
  endsAtMs = Infinity,
): IdleGuard {
  let heardAtMs = clock.now();
  let endsAt = endsAtMs;
  let paused = false;
  const watch = watchOf(clock);
  const guard: Watched = {
    dueAtMs: () => (paused ? endsAt : Math.min(heardAtMs + timeoutMs, endsAt)),
    act: () => onIdle(clock.now() >= endsAt),
  };
  watch.add(guard);
  return {
    touch: () => {
      heardAtMs = clock.now();
      paused = false;
      watch.look(guard);
    },
    pause: () => {
      paused = true;
    },
    endBy: (ms) => {
      endsAt = Math.min(endsAt, ms);
      watch.look(guard);
    },
    stop: () => watch.remove(guard),
  };
}
