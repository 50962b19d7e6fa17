import { waitingInputs } from './waiting-inputs.ts';

const minute = 60_000;

/** How to wait for a service to be ready. Source: docs/vendors/abeja.md, 3.6. */
export const serviceWaitingInputs = waitingInputs({
  description: 'How long to wait until the service is ready; it is not stopped then',
  timeoutMs: 20 * minute,
  maxTimeoutMs: 24 * 60 * minute,
  pollIntervalMs: 15_000,
});
