import { waitInputs, type WaitDefaults } from '@modelferry/operation';

/** As {@link waitInputs}, of a platform that is looked at every 5 seconds at most. Source: docs/vendors/abeja.md, 5.3. */
export const waitingInputs = (defaults: WaitDefaults) =>
  waitInputs({
    minPollIntervalMs: 5_000,
    pollDescription: 'Longest pause between two status checks, which are more frequent at first',
    ...defaults,
  });
