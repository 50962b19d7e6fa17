/** Who waits for each signal that lives long. */
const watches = new WeakMap<AbortSignal, Watch>();

interface Watch {
  readonly acts: Set<() => void>;
  tell(): void;
}

/**
 * Calls back once when the signal comes, which has not come yet. For signals that live long: all who wait for one share one
 * listener, where an EventTarget would look through all of its listeners whenever one is added or removed. Ten thousand
 * jobs may wait for the same signal.
 * @param act a function of its own for each call; it must not throw
 */
export function onAbort(signal: AbortSignal, act: () => void): void {
  const watch = watches.get(signal) ?? newWatch(signal);
  if (watch.acts.size === 0) signal.addEventListener('abort', watch.tell, { once: true });
  watch.acts.add(act);
}

/** Ends what {@link onAbort} began. */
export function offAbort(signal: AbortSignal, act: () => void): void {
  const watch = watches.get(signal);
  if (watch?.acts.delete(act) && watch.acts.size === 0) signal.removeEventListener('abort', watch.tell);
}

function newWatch(signal: AbortSignal): Watch {
  const acts = new Set<() => void>();
  const tell = () => {
    for (const act of acts) act();
  };
  const watch = { acts, tell };
  watches.set(signal, watch);
  return watch;
}
