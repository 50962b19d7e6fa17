import { isCancelled } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import type { BatchJob } from '../../client/batch-job.ts';
import type { DataRobotClient } from '../../client/client.ts';
import { jobFailed } from '../jobs/job-failed.ts';
import { jobState } from '../jobs/job-state.ts';

/**
 * A job whose data were sent just now, as far as it can be seen: they are there, whatever stands in the way of a look.
 * @throws EngineError with code `job-failed` when it has ended badly already
 */
export async function lookAfterUpload(
  { client, signal }: RunContext<DataRobotClient>,
  jobId: string,
): Promise<{ readonly job: BatchJob | undefined; readonly finished: boolean }> {
  const job = await client.getBatchJob(jobId, signal).catch((error: unknown) => {
    if (isCancelled(error)) throw error;
    return undefined;
  });
  const state = job && jobState(job.status);
  if (job && state === 'failed') throw jobFailed(job);
  return { job, finished: state === 'succeeded' };
}
