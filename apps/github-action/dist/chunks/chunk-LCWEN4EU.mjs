// packages/http/src/watch.ts
var watches = /* @__PURE__ */ new WeakMap();
function watchOf(clock) {
  const watch = watches.get(clock) ?? newWatch(clock);
  watches.set(clock, watch);
  return watch;
}
var maxSleepMs = 3e4;
var over = new Error("The watch is over.");
function newWatch(clock) {
  const all = /* @__PURE__ */ new Set();
  let sleep;
  const wakeBy = (dueAtMs) => {
    const atMs = Math.min(dueAtMs, clock.now() + maxSleepMs);
    if (atMs >= (sleep?.untilMs ?? Infinity)) return;
    sleep?.stopped.abort(over);
    const stopped = new AbortController();
    const mine = sleep = { untilMs: atMs, stopped };
    const wake = () => {
      if (sleep !== mine) return;
      sleep = void 0;
      doDue();
    };
    clock.sleep(atMs - clock.now(), stopped.signal).then(wake, () => void 0);
  };
  const doDue = () => {
    let nextMs = Infinity;
    for (const one of all) {
      const dueAtMs = one.dueAtMs();
      if (dueAtMs > clock.now()) nextMs = Math.min(nextMs, dueAtMs);
      else if (all.delete(one)) one.act();
    }
    rest(nextMs);
  };
  const rest = (nextMs) => {
    if (nextMs < Infinity) return wakeBy(nextMs);
    sleep?.stopped.abort(over);
    sleep = void 0;
  };
  const look = (one) => {
    if (!all.has(one)) return;
    const dueAtMs = one.dueAtMs();
    if (dueAtMs > clock.now()) return wakeBy(dueAtMs);
    all.delete(one);
    one.act();
    if (all.size === 0) rest(Infinity);
  };
  return {
    add: (one) => {
      all.add(one);
      look(one);
    },
    look,
    remove: (one) => {
      if (all.delete(one) && all.size === 0) rest(Infinity);
    }
  };
}

// packages/http/src/idle-guard.ts
function startIdleGuard(clock, timeoutMs, onIdle, endsAtMs = Infinity) {
  let heardAtMs = clock.now();
  let endsAt = endsAtMs;
  let paused = false;
  const watch = watchOf(clock);
  const guard = {
    dueAtMs: () => paused ? endsAt : Math.min(heardAtMs + timeoutMs, endsAt),
    act: () => onIdle(clock.now() >= endsAt)
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
    stop: () => watch.remove(guard)
  };
}

export {
  startIdleGuard
};
