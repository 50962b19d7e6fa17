import type { Clock } from './clock.ts';

/** Calls `onIdle` once when nothing was heard for `timeoutMs`. */
export interface IdleGuard {
  /** Something was heard: the silence starts anew. */
  touch(): void;
  stop(): void;
}

/** Watches for silence by the wall clock, with one sleep at a time however often it is touched. */
export function startIdleGuard(clock: Clock, timeoutMs: number, onIdle: () => void): IdleGuard {
  const stopped = new AbortController();
  let heardAt = clock.now();
  const watch = async () => {
    for (;;) {
      const left = heardAt + timeoutMs - clock.now();
      if (left <= 0) return onIdle();
      await clock.sleep(left, stopped.signal);
    }
  };
  watch().catch(() => undefined); // Only the stop ends a sleep early
  return {
    touch: () => {
      heardAt = clock.now();
    },
    stop: () => stopped.abort(),
  };
}
