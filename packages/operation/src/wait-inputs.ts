import * as v from 'valibot';
import { duration } from './kinds.ts';

const second = 1_000;
const hour = 3_600 * second;

/** How long to wait, unless the user says otherwise. */
export interface WaitDefaults {
  /** What of the timeout is to be known. */
  readonly description: string;
  /** In milliseconds. */
  readonly timeoutMs: number;
  /** The longest that may be asked for, in milliseconds. */
  readonly maxTimeoutMs: number;
  /** In milliseconds. */
  readonly pollIntervalMs: number;
  /** The shortest that may be asked for, in milliseconds. @default 1 second */
  readonly minPollIntervalMs?: number;
  /** What of the pauses is to be known. @default that the first is of 1 second, and that they grow */
  readonly pollDescription?: string;
}

/** How to wait for what goes on at a vendor: the two inputs of a `JobWait`. */
export const waitInputs = ({
  description,
  timeoutMs,
  maxTimeoutMs,
  pollIntervalMs,
  minPollIntervalMs = second,
  pollDescription = 'Longest pause between two status checks; it starts at 1 second and grows to this',
}: WaitDefaults) => ({
  timeoutMs: v.optional(
    duration({ title: 'Timeout', description, minMs: second, maxMs: maxTimeoutMs, advanced: true }),
    timeoutMs,
  ),
  pollIntervalMs: v.optional(
    duration({
      title: 'Poll Interval',
      description: pollDescription,
      minMs: minPollIntervalMs,
      maxMs: hour,
      advanced: true,
    }),
    pollIntervalMs,
  ),
});
