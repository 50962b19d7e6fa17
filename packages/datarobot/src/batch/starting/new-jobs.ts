import type { BatchJob } from '../../client/batch-job.ts';
import type { BatchJobFilter } from '../../client/batch-predictions.ts';
import type { DataRobotClient } from '../../client/client.ts';

/** Which jobs one that is asked for will be among. */
export type JobFamily = Pick<BatchJobFilter, 'deploymentId' | 'modelId' | 'batchPredictionJobDefinitionId'>;

/**
 * Where a list of jobs ended before another one was asked for. Told by the vendor's own time and IDs, so that no clock of
 * ours, right or wrong, decides what is new.
 */
export interface JobMark {
  /** When the newest of them was made; absent where there was none, or it does not say. */
  readonly since?: string;
  /** Jobs that are not new although they were made no earlier. */
  readonly known: readonly string[];
}

interface World {
  readonly client: DataRobotClient;
  readonly signal: AbortSignal;
}

/** Enough for all jobs that are made in one second. */
const markLength = 20;
/** The longest page that is documented (3.11). */
const pageLength = 100;

/** Remembers the newest jobs of a family. @throws as the client does */
export async function markJobs({ client, signal }: World, family: JobFamily): Promise<JobMark> {
  const filter = { ...family, orderBy: '-created', limit: markLength } as const;
  const { entries } = await client.getBatchJobs(filter, signal);
  const since = entries[0]?.created;
  const known = entries.filter(({ created }) => since === undefined || created === since).map(({ id }) => id);
  return { since, known };
}

/** The jobs of a family that were made since, the newest first. @throws as the client does */
export async function newJobs(
  { client, signal }: World,
  family: JobFamily,
  { since, known }: JobMark,
): Promise<readonly BatchJob[]> {
  const filter = { ...family, startDateTime: since, orderBy: '-created', limit: pageLength } as const;
  const { entries } = await client.getBatchJobs(filter, signal);
  return entries.filter(({ id }) => !known.includes(id));
}
