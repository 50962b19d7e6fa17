import { duration, waitInputs, type WaitDefaults } from '@modelferry/operation';
import * as v from 'valibot';

const second = 1_000;
const hour = 3_600 * second;

/** As {@link waitInputs}, of a platform that is looked at every 5 seconds at most. Source: docs/vendors/abeja.md, 5.3. */
export const waitingInputs = (defaults: WaitDefaults) => ({
  ...waitInputs(defaults),
  pollIntervalMs: v.optional(
    duration({
      title: 'Poll Interval',
      description: 'Longest pause between two status checks, which are more frequent at first',
      minMs: 5 * second,
      maxMs: hour,
      advanced: true,
    }),
    defaults.pollIntervalMs,
  ),
});
