// packages/datarobot/src/client/limits.ts
var defaultTimeouts = {
  jsonMs: 6e4,
  uploadMs: 6e5,
  scoreMs: 6e5,
  downloadMs: 66e4
};
var retryRules = {
  maxAttempts: 5,
  baseDelayMs: 1e3,
  minDelayMs: 500,
  maxDelayMs: 3e4,
  maxRetryAfterMs: 3e5,
  totalTimeoutMs: 15e5
};

export {
  defaultTimeouts,
  retryRules
};
