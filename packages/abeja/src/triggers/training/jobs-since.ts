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
/** What two pages have in common: a job that leaves the list in between then hides no other. */
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
  let offset: number | undefined = 0;
  while (offset !== undefined) {
    const page = { includeArchived: true, offset, limit: pageLength };
    const { entries, total } = await client.getJobs(definition, page, signal);
    const fresh = entries.filter(({ jobId }) => !jobs.has(jobId));
    for (const job of fresh) {
      const madeAtMs = timeOf(job.createdAt) ?? Infinity;
      isNewestFirst &&= madeAtMs <= oldestMs;
      oldestMs = madeAtMs;
    }
    // What was seen before may have ended meanwhile
    for (const job of entries) jobs.set(job.jobId, job);
    if (isNewestFirst && jobs.size >= orderLength && oldestMs < sinceMs) break;
    const read = { offset, length: entries.length, fresh: fresh.length, total, isNewestFirst };
    offset = nextOffset(read, jobs.size);
  }
  return jobs;
}

interface ReadPage {
  readonly offset: number;
  readonly length: number;
  /** How many of its jobs had not come before. */
  readonly fresh: number;
  /** Of the whole list, where the vendor tells. */
  readonly total: number | undefined;
  readonly isNewestFirst: boolean;
}

/** Where the next page begins; undefined where there is nothing more to read. */
function nextOffset(
  { offset, length, fresh, total, isNewestFirst }: ReadPage,
  jobsSoFar: number,
): number | undefined {
  // Without a total, a list ends where nothing new comes (Q8)
  const isOver = total === undefined ? fresh === 0 : length === 0 || offset + length >= total;
  if (isOver) return undefined;
  const next = offset + Math.max(1, length - overlap);
  if (isNewestFirst || total === undefined) return jobsSoFar < maxJobs ? next : undefined;
  // In another order the newest may be the last
  return Math.max(next, total - maxJobs);
}
