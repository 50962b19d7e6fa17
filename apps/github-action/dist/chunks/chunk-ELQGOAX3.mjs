// packages/operation/src/patience.ts
var patienceOf = (clock, { timeoutMs, pollIntervalMs }) => ({
  endsAtMs: clock.now() + timeoutMs,
  pollIntervalMs
});
var restOf = (clock, { endsAtMs, pollIntervalMs }) => ({
  timeoutMs: Math.max(0, endsAtMs - clock.now()),
  pollIntervalMs
});

export {
  patienceOf,
  restOf
};
