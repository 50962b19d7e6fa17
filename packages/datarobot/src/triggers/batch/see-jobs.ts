import { isFinal } from '@modelferry/polling';
import { isAwaitingData } from '../../batch/jobs/is-awaiting-data.ts';
import { jobState } from '../../batch/jobs/job-state.ts';
import { lookAtJob } from '../../batch/jobs/look-at-job.ts';
import type { BatchJob } from '../../client/batch-job.ts';
import type { BatchJobFilter } from '../../client/batch-predictions.ts';
import type { DataRobotClient } from '../../client/client.ts';
import { timeOf } from '../time-of.ts';
import type { Cursor } from '../tracking/cursor.ts';
import type { Sighting, Sightings } from '../tracking/sighting.ts';
import { jobsSince } from './jobs-since.ts';
import { openJobs } from './open-jobs.ts';

interface World {
  readonly client: DataRobotClient;
  readonly signal: AbortSignal;
}

/** What a poll has seen, and the jobs themselves. */
export interface SeenJobs extends Sightings {
  readonly jobs: ReadonlyMap<string, BatchJob>;
}

/** How late a list may show a job behind others that were made after it. */
const lookBackMs = 300_000;
/** How many watched jobs that no list has shown are asked for in one poll. */
const maxLooks = 200;

/**
 * Looks at all jobs that may have ended: those that go on, those that were made since, and each watched job that was among
 * neither. @throws as the client does
 */
export async function seeJobs(
  world: World,
  filter: Pick<BatchJobFilter, 'deploymentId'>,
  before: Cursor | undefined,
): Promise<SeenJobs> {
  const newestMs = await newestJobMs(world, filter);
  const firstSinceMs = newestMs === undefined ? undefined : newestMs - lookBackMs;
  const going = await openJobs(world, filter);
  const made = await jobsSince(world, filter, before ? (before.floorMs ?? undefined) : firstSinceMs);
  const jobs = new Map([...going, ...made.jobs].map((job) => [job.id, job]));

  const unseen = (before?.open ?? []).filter((id) => !jobs.has(id)).slice(0, maxLooks);
  const gone: string[] = [];
  for (const id of unseen) {
    const job = await lookAtJob(world.client, id, world.signal);
    if (job === 'gone') gone.push(id);
    else jobs.set(id, job);
  }
  // What was made while we read may hide others that lists show later
  const { completeToMs: readToMs } = made;
  const completeToMs =
    newestMs === undefined || readToMs === undefined ? undefined : Math.min(newestMs, readToMs);
  return { jobs, seen: [...jobs.values()].map(sightingOf), gone, completeToMs, lookBackMs };
}

/** When the newest job was made. */
async function newestJobMs(
  { client, signal }: World,
  filter: Pick<BatchJobFilter, 'deploymentId'>,
): Promise<number | undefined> {
  const { entries } = await client.getBatchJobs({ ...filter, orderBy: '-created', limit: 1 }, signal);
  return timeOf(entries[0]?.created);
}

const sightingOf = (job: BatchJob): Sighting => ({
  id: job.id,
  madeAtMs: timeOf(job.created),
  hasEnded: isFinal(jobState(job.status)),
  isIdle: isAwaitingData(job),
});
