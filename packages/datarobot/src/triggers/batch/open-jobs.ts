import type { BatchJob } from '../../client/batch-job.ts';
import type { BatchJobFilter } from '../../client/batch-predictions.ts';
import type { DataRobotClient } from '../../client/client.ts';

interface World {
  readonly client: DataRobotClient;
  readonly signal: AbortSignal;
}

/** The longest page that is documented (3.11). */
const pageLength = 100;
const maxPages = 20;
/** How many jobs may end between two pages without others being skipped. */
const overlap = 20;

/** The jobs that go on, the newest first. One that the list skips is not lost: those that are watched are asked for one by one. */
export async function openJobs(
  { client, signal }: World,
  filter: Pick<BatchJobFilter, 'deploymentId'>,
): Promise<readonly BatchJob[]> {
  const jobs = new Map<string, BatchJob>();
  const status = ['INITIALIZING', 'RUNNING'];
  for (let page = 1, offset = 0; page <= maxPages; page++) {
    const range = { status, orderBy: '-created', offset, limit: pageLength } as const;
    const { entries, more } = await client.getBatchJobs({ ...filter, ...range }, signal);
    for (const job of entries) jobs.set(job.id, job);
    if (!more) break;
    offset += Math.max(1, entries.length - overlap);
  }
  return [...jobs.values()];
}
