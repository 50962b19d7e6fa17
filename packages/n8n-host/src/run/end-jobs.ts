import { messageOf, type Clock } from '@modelferry/http';
import {
  isUnfinished,
  jobName,
  type CancelJob,
  type CancelOutcome,
  type JobRecord,
} from '@modelferry/operation';
import type { JobEnding } from '../properties/index.ts';
import { withDeadline } from '../with-deadline.ts';
import type { WatchedJobs } from './watched-jobs.ts';

/** How long the vendor is asked to end a job, in milliseconds: whoever pressed Stop waits for it. */
const withinMs = 5_000;

/** How jobs are ended at one vendor. */
export interface JobEnder<Client> {
  readonly client: Client;
  readonly clock: Clock;
  /** By their kind. */
  readonly cancels: Readonly<Record<string, CancelJob<Client>>> | undefined;
}

/**
 * Ends the jobs that nobody waits for any longer, or leaves them alone, as the user wants it. A job without its data is of no
 * use, and ended either way. Never throws.
 * @returns what became of each, in a sentence
 */
export async function endJobs<Client>(
  ender: JobEnder<Client>,
  { open, allSent }: Pick<WatchedJobs, 'open' | 'allSent'>,
  ending: JobEnding,
): Promise<readonly string[]> {
  return Promise.all(
    open.map(async (job) => {
      // The operation has gone on to another job: the data of the one before never came whole
      const mayHaveAll = !isUnfinished(job) || (allSent && job === open.at(-1));
      const name = upperFirst(jobName(job));
      if (ending === 'leave' && mayHaveAll) {
        return `${name} goes on at the vendor. Wait for it by its ID, or end it there.`;
      }
      return `${name} ${await endJob(ender, job)}`;
    }),
  );
}

const found: Readonly<Record<CancelOutcome, string>> = {
  cancelled: 'was ended at the vendor.',
  'already-ended': 'had ended by itself.',
  'never-started': 'never got all of its data: nothing was started, and nothing runs at the vendor.',
};

async function endJob<Client>(
  { client, clock, cancels }: JobEnder<Client>,
  { kind, id }: JobRecord,
): Promise<string> {
  const cancel = cancels?.[kind];
  if (!cancel) return 'goes on: the vendor documents no way to end it.';
  const late = new Error(`no answer came within ${withinMs / 1_000} s.`);
  try {
    const outcome = await withDeadline(clock, withinMs, late, (signal) =>
      cancel({ client, clock, signal }, id),
    );
    return found[outcome];
  } catch (error) {
    const why = messageOf(error);
    return `could not be ended, and may go on at the vendor: ${why}`;
  }
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
