import { duration } from '@modelferry/operation';
import * as v from 'valibot';

const second = 1_000;
const hour = 3_600 * second;

/** How to wait for a retraining run. It may train many models: 5 hours still fit into a CI job of 6. */
export const runWaitingInputs = {
  timeoutMs: v.optional(
    duration({
      title: 'Timeout',
      description: 'How long to wait for the run; one that still goes on then can be waited for again',
      minMs: second,
      maxMs: 7 * 24 * hour,
      advanced: true,
    }),
    5 * hour,
  ),
  pollIntervalMs: v.optional(
    duration({
      title: 'Poll Interval',
      description: 'Longest pause between two status checks; it starts at 1 second and grows to this',
      minMs: second,
      maxMs: hour,
      advanced: true,
    }),
    30 * second,
  ),
};
