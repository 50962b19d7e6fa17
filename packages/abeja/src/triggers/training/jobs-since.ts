import { timeOf } from '@modelferry/operation';
import type { AbejaClient } from '../../client/client.ts';
import type { Job } from '../../client/training/job.ts';

interface World {
  readonly client: AbejaClient;
  readonly signal: AbortSignal;
}

/** Asked for at a time; a server that gives fewer is followed by what it gave. */
const pageLength = 100;
/** Of one poll: the newest, as far as the vendor's order lets them be told. */
const maxJobs = 5_000;
/** What two pages have in common, so that one job which leaves the list in between hides no other. */
const overlap = 1;
/** How many jobs, each older than the one before, make an order. */
const orderLength = 10;

/**
 * Reads the jobs of a job definition, archived ones, too, at least those that were made since a moment. The list has neither
 * a filter for that nor a documented order (Q7): where the newest come first, no more is read than it takes, else all is.
 * @param sinceMs without it, all are read
 */
export async function jobsSince(
  { client, signal }: World,
  definition: string,
  sinceMs = -Infinity,
): Promise<ReadonlyMap<string, Job>> {
  const jobs = new Map<string, Job>();
  let isNewestFirst = true;
  let oldestMs = Infinity;
  for (let offset = 0; ;) {
    const page = { includeArchived: true, offset, limit: pageLength };
    const { entries, total } = await client.getJobs(definition, page, signal);
    const fresh = entries.filter(({ jobId }) => !jobs.has(jobId));
    for (const job of entries) jobs.set(job.jobId, job);
    for (const { createdAt } of fresh) {
      const madeAtMs = timeOf(createdAt) ?? Infinity;
      isNewestFirst &&= madeAtMs <= oldestMs;
      oldestMs = madeAtMs;
    }

    const isEnough = isNewestFirst && jobs.size >= orderLength && oldestMs < sinceMs;
    // Without a total, a list ends where nothing new comes (Q8)
    const isOver = entries.length === 0 || (fresh.length === 0 && total === undefined);
    if (isEnough || isOver || (jobs.size >= maxJobs && (isNewestFirst || total === undefined))) break;
    const next = offset + Math.max(1, entries.length - overlap);
    if (offset + entries.length >= (total ?? Infinity)) break;
    // In another order the newest may be the last
    offset = isNewestFirst ? next : Math.max(next, (total ?? 0) - maxJobs);
  }
  return jobs;
}
