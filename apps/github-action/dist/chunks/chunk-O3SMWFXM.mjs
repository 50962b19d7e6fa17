// packages/http/src/idle-guard.ts
function startIdleGuard(clock, timeoutMs, onIdle, endsAtMs = Infinity) {
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
    watching = false;
  };
  const start = () => void watch().catch(() => void 0);
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
    stop: () => stopped.abort()
  };
}

export {
  startIdleGuard
};
