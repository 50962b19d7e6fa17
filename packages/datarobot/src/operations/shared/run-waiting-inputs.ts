import { waitInputs } from '@modelferry/operation';

const second = 1_000;
const hour = 3_600 * second;

/** How to wait for a retraining run. It may train many models: 5 hours still fit into a CI job of 6. */
export const runWaitingInputs = waitInputs({
  description: 'How long to wait for the run; one that still goes on then can be waited for again',
  timeoutMs: 5 * hour,
  maxTimeoutMs: 7 * 24 * hour,
  pollIntervalMs: 30 * second,
});
