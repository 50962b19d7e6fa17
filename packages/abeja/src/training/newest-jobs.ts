import type { Job } from '../client/training/job.ts';

/** How many jobs are wanted, and which. */
export interface JobWish {
  readonly returnAll: boolean;
  readonly limit: number;
  isWanted(job: Job): boolean;
}

/**
 * The newest of a list of jobs, the newest first. In which order the vendor lists them is unknown (Q7): as long as each is
 * older than the one before, no more is read than is wanted; else all are.
 */
export async function newestJobs(
  jobs: AsyncIterable<Job>,
  { returnAll, limit, isWanted }: JobWish,
): Promise<readonly Job[]> {
  const found: Job[] = [];
  let isInOrder = true;
  let before = '';
  for await (const job of jobs) {
    const { createdAt = before } = job;
    if (before !== '' && createdAt > before) isInOrder = false;
    before = createdAt;
    if (isWanted(job)) found.push(job);
    // One more than is wanted: a single job tells no order
    if (!returnAll && isInOrder && found.length > limit) break;
  }
  return found.toSorted((a, b) => compare(b.createdAt, a.createdAt)).slice(0, returnAll ? undefined : limit);
}

const compare = (a = '', b = ''): number => (a < b ? -1 : a > b ? 1 : 0);
