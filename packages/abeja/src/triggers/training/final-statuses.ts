import { texts } from '@modelferry/operation';
import * as v from 'valibot';

/** Which endings are wanted, in the vendor's words. */
export const finalStatuses = v.optional(
  texts({
    title: 'Statuses',
    description: 'How a job must have ended; without any, however it has',
    choices: {
      Complete: { title: 'Complete', description: 'The code has run to its end' },
      Failed: { title: 'Failed', description: 'The code has failed, or could not be run' },
      Stopped: { title: 'Stopped', description: 'Somebody has stopped the job' },
    },
  }),
  [],
);

/** Whether a job that has ended so is wanted. */
export const isWanted = (wanted: readonly string[], status: string): boolean =>
  wanted.length === 0 || wanted.some((one) => one.toLowerCase() === status.trim().toLowerCase());
