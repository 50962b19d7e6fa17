import { waitingInputs } from './waiting-inputs.ts';

const minute = 60_000;
const hour = 60 * minute;

/** How to wait for a training job: 5 hours still fit into a CI job of 6. Source: docs/vendors/abeja.md, 5.3. */
export const jobWaitingInputs = waitingInputs({
  description: 'How long to wait for the job; one that still runs then can be waited for again',
  timeoutMs: 5 * hour,
  maxTimeoutMs: 7 * 24 * hour,
  pollIntervalMs: minute,
});
