// packages/http/src/on-abort.ts
var watches = /* @__PURE__ */ new WeakMap();
function onAbort(signal, act) {
  const watch = watches.get(signal) ?? newWatch(signal);
  if (watch.acts.size === 0) signal.addEventListener("abort", watch.tell, { once: true });
  watch.acts.add(act);
}
function offAbort(signal, act) {
  const watch = watches.get(signal);
  if (watch?.acts.delete(act) && watch.acts.size === 0) signal.removeEventListener("abort", watch.tell);
}
function newWatch(signal) {
  const acts = /* @__PURE__ */ new Set();
  const tell = () => {
    for (const act of acts) act();
  };
  const watch = { acts, tell };
  watches.set(signal, watch);
  return watch;
}

export {
  onAbort,
  offAbort
};
