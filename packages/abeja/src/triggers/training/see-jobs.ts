import { lookForUnseen, timeOf, type Seen, type Sighting, type TrackingCursor } from '@modelferry/operation';
import { isFinal } from '@modelferry/polling';
import type { AbejaClient } from '../../client/client.ts';
import type { Job } from '../../client/training/job.ts';
import { findJob } from '../../training/find-job.ts';
import { jobState } from '../../training/job-state.ts';
import { jobsSince } from './jobs-since.ts';

interface World {
  readonly client: AbejaClient;
  readonly signal: AbortSignal;
}

/** How late a list may show a job behind others that were made after it: longer than any poll takes to read it. */
const lookBackMs = 3_600_000;

/**
 * Looks at all jobs that may have ended: those that were made since, and each watched job that is not among them. The first
 * poll looks at all, since what goes on may be old. @throws as the client does
 */
export async function seeJobs(
  world: World,
  definition: string,
  before: TrackingCursor | undefined,
): Promise<Seen<Job>> {
  const things = new Map(await jobsSince(world, definition, before?.floorMs ?? undefined));
  const gone = await lookForUnseen(before, things, (jobId) => findJob(world, { definition, jobId }));
  const seen = [...things.values()].map(sightingOf);
  const newestMs = Math.max(...seen.map(({ madeAtMs }) => madeAtMs ?? -Infinity));
  return { things, seen, gone, completeToMs: Number.isFinite(newestMs) ? newestMs : undefined, lookBackMs };
}

const sightingOf = (job: Job): Sighting => ({
  id: job.jobId,
  madeAtMs: timeOf(job.createdAt),
  hasEnded: isFinal(jobState(job.status)),
  // Whose program was killed on its user's machine goes on for ever
  isIdle: job.execEnv === 'local',
});
