import { duration, flag, texts } from '@modelferry/operation';
import * as v from 'valibot';
import { failureWords } from '../../jobs/status-words.ts';

const minute = 60_000;
const hour = 60 * minute;

/** Whether to wait at all; a main input, so that others can depend on it. */
export const waitForCompletion = v.optional(
  flag({
    title: 'Wait for Completion',
    description: 'Whether to wait until the job has ended instead of returning right after it was started',
  }),
  true,
);

/** How to wait. Bounds and defaults of section 5.3 of the specification. */
export const waitingInputs = {
  timeoutMs: v.optional(
    duration({
      title: 'Timeout',
      description:
        'How long to wait for the job; one that runs on is not stopped and can be waited for again',
      minMs: 5_000,
      maxMs: 7 * 24 * hour,
      advanced: true,
    }),
    3 * hour,
  ),
  pollIntervalMs: v.optional(
    duration({
      title: 'Poll Interval',
      description: 'How long to pause between two looks at the job',
      minMs: 5_000,
      maxMs: hour,
      advanced: true,
    }),
    30_000,
  ),
};

/** For jobs whose words for failure are not documented. */
export const failureWordsInput = v.optional(
  texts({
    title: 'Failure Words',
    description: 'Words in a status that mean the job has failed, since the vendor does not document them',
    advanced: true,
  }),
  () => [...failureWords],
);
