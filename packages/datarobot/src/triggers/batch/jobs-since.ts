import { timeOf } from '@modelferry/operation';
import type { BatchJob } from '../../client/batch-job.ts';
import type { BatchJobFilter } from '../../client/batch-predictions.ts';
import type { DataRobotClient } from '../../client/client.ts';

interface World {
  readonly client: DataRobotClient;
  readonly signal: AbortSignal;
}

/** Jobs that were made since a moment. */
export interface JobsSince {
  /** The oldest first. */
  readonly jobs: readonly BatchJob[];
  /** When the last of them was made: everything up to there was seen. */
  readonly completeToMs: number | undefined;
}

/** The longest page that is documented (3.11). */
const pageLength = 100;
/** Of one poll; the next one goes on from there. */
const maxPages = 50;
/** By how much a time that is shown may be rounded up, in milliseconds. */
const roundingMs = 1_000;
/** What two pages have in common, so that it shows when entries have left the list in between. */
const overlap = 2;

/**
 * Reads jobs in the order in which they were made. Each page begins at the time where the one before ended, so that nothing
 * is skipped where the list shifts meanwhile; only among more jobs of one second than fill a page it goes by position.
 */
export async function jobsSince(
  { client, signal }: World,
  filter: Pick<BatchJobFilter, 'deploymentId'>,
  sinceMs: number | undefined,
): Promise<JobsSince> {
  const jobs = new Map<string, BatchJob>();
  let completeToMs: number | undefined;
  let fromMs = sinceMs;
  let offset = 0;
  for (let page = 1; page <= maxPages; page++) {
    const startDateTime = fromMs === undefined ? undefined : new Date(fromMs - roundingMs).toISOString();
    const range = { startDateTime, orderBy: 'created', offset, limit: pageLength } as const;
    const { entries, more } = await client.getBatchJobs({ ...filter, ...range }, signal);
    const [first] = entries;
    if (offset > 0 && first !== undefined && !jobs.has(first.id)) {
      // More has left the list than two pages overlap: something was skipped
      offset = Math.max(0, offset - pageLength);
      continue;
    }
    for (const job of entries) jobs.set(job.id, job);
    const lastMs = timeOf(entries.at(-1)?.created);
    completeToMs = Math.max(completeToMs ?? -Infinity, lastMs ?? -Infinity);
    if (!more) break;
    if (lastMs !== undefined && lastMs > (fromMs ?? -Infinity)) {
      fromMs = lastMs;
      offset = 0;
    } else {
      offset += Math.max(1, entries.length - overlap);
    }
  }
  return {
    jobs: [...jobs.values()],
    completeToMs: completeToMs !== undefined && Number.isFinite(completeToMs) ? completeToMs : undefined,
  };
}
