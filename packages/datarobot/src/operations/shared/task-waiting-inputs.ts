import { flag, waitInputs } from '@modelferry/operation';
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
export const taskWaitingInputs = (defaultMs: number) =>
  waitInputs({
    description: 'How long to wait; what still runs at DataRobot then is not stopped',
    timeoutMs: defaultMs,
    maxTimeoutMs: 24 * hour,
    pollIntervalMs: 10 * second,
  });
