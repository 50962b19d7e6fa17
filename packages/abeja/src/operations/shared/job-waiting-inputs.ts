import { duration } from '@modelferry/operation';
import * as v from 'valibot';

const second = 1_000;
const hour = 3_600 * second;

/** How to wait for a training job: 5 hours still fit into a CI job of 6. Source: docs/vendors/abeja.md, 5.3. */
export const jobWaitingInputs = {
  timeoutMs: v.optional(
    duration({
      title: 'Timeout',
      description: 'How long to wait for the job; one that still runs then can be waited for again',
      minMs: second,
      maxMs: 7 * 24 * hour,
      advanced: true,
    }),
    5 * hour,
  ),
  pollIntervalMs: v.optional(
    duration({
      title: 'Poll Interval',
      description: 'Pause between two looks at the job; it grows to 6 times as long within the first minutes',
      minMs: second,
      maxMs: hour,
      advanced: true,
    }),
    10 * second,
  ),
};
