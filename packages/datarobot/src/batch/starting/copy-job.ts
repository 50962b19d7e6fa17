import { pause } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import type { BatchJob } from '../../client/batch-job.ts';
import type { DataRobotClient } from '../../client/client.ts';
import { isAwaitingData } from '../jobs/is-awaiting-data.ts';
import { sameSettings } from './same-settings.ts';
import { startOnce } from './start-once.ts';

/** After this a copy that is going to score by itself is in the queue, in milliseconds. */
const settleMs = 2_000;

/**
 * Scores once more as a job did. Of one with a local file, the copy may wait for its data, or score those that were kept
 * (`from-existing-reuses-data`): a second look tells.
 * @throws as {@link startOnce}
 */
export async function copyJob(context: RunContext<DataRobotClient>, jobId: string): Promise<BatchJob> {
  const { client, clock, signal, progress } = context;
  const source = await client.getBatchJob(jobId, signal);
  progress({ type: 'phase', title: 'Rerun the batch job' });
  const job = await startOnce(context, {
    doing: `score as batch job ${jobId} did`,
    family: { deploymentId: source.jobSpec?.deploymentId },
    request: { predictionJobId: jobId },
    send: () => client.copyBatchJob(jobId, signal),
    isOurs: ({ id, jobSpec }) => id !== jobId && sameSettings({ ...source.jobSpec }, jobSpec),
  });
  if (!isAwaitingData(job)) return job;
  await pause({ clock, signal }, settleMs, `score as batch job ${jobId} did`);
  return client.getBatchJob(job.id, signal);
}
