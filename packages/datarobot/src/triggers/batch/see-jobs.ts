import { lookForUnseen, timeOf, type Seen, type Sighting, type TrackingCursor } from '@modelferry/operation';
import { isFinal } from '@modelferry/polling';
import { isAwaitingData } from '../../batch/jobs/is-awaiting-data.ts';
import { jobState } from '../../batch/jobs/job-state.ts';
import { lookAtJob } from '../../batch/jobs/look-at-job.ts';
import type { BatchJob } from '../../client/batch-job.ts';
import type { BatchJobFilter } from '../../client/batch-predictions.ts';
import type { DataRobotClient } from '../../client/client.ts';
import { jobsSince } from './jobs-since.ts';
import { openJobs } from './open-jobs.ts';

interface World {
  readonly client: DataRobotClient;
  readonly signal: AbortSignal;
}

/** How late a list may show a job behind others that were made after it. */
const lookBackMs = 300_000;

/**
 * Looks at all jobs that may have ended: those that go on, those that were made since, and each watched job that was among
 * neither. @throws as the client does
 */
export async function seeJobs(
  world: World,
  filter: Pick<BatchJobFilter, 'deploymentId'>,
  before: TrackingCursor | undefined,
): Promise<Seen<BatchJob>> {
  const newestMs = await newestJobMs(world, filter);
  const firstSinceMs = newestMs === undefined ? undefined : newestMs - lookBackMs;
  const going = await openJobs(world, filter);
  const made = await jobsSince(world, filter, before ? (before.floorMs ?? undefined) : firstSinceMs);
  const things = new Map([...going, ...made.jobs].map((job) => [job.id, job]));
  const gone = await lookForUnseen(before, things, async (id) => {
    const job = await lookAtJob(world.client, id, world.signal);
    return job === 'gone' ? undefined : job;
  });
  // What was made while we read may hide others that lists show later
  const { completeToMs: readToMs } = made;
  const completeToMs =
    newestMs === undefined || readToMs === undefined ? undefined : Math.min(newestMs, readToMs);
  return { things, seen: [...things.values()].map(sightingOf), gone, completeToMs, lookBackMs };
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
