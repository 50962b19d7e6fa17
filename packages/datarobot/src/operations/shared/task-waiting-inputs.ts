import { duration, flag } from '@modelferry/operation';
import * as v from 'valibot';

const second = 1_000;
const hour = 3_600 * second;

/** The vendor's own clients give up after 10 minutes (3.15), which large tables take longer than. */
export const registrationTimeoutMs = hour / 2;
/** Source: section 3.15. */
export const replacementTimeoutMs = hour / 2;

/** Whether to wait at all; a main input, so that others can depend on it. */
export const waitForCompletion = (description: string) =>
  v.optional(flag({ title: 'Wait for Completion', description }), true);

/** How to wait for what goes on at the vendor (3.15). @param defaultMs how long, unless the user says otherwise */
export const taskWaitingInputs = (defaultMs: number) => ({
  timeoutMs: v.optional(
    duration({
      title: 'Timeout',
      description: 'How long to wait; what still runs at DataRobot then is not stopped',
      minMs: second,
      maxMs: 24 * hour,
      advanced: true,
    }),
    defaultMs,
  ),
  pollIntervalMs: v.optional(
    duration({
      title: 'Poll Interval',
      description: 'Longest pause between two status checks; it starts at 1 second and grows to this',
      minMs: second,
      maxMs: hour,
      advanced: true,
    }),
    10 * second,
  ),
});
