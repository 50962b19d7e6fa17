import { isApiError } from '@modelferry/http';
import type { BatchJob } from '../../client/batch-job.ts';
import type { DataRobotClient } from '../../client/client.ts';

/** A batch job, or that there is none of this ID any more. @throws as the client does, for all other reasons */
export async function lookAtJob(
  client: DataRobotClient,
  jobId: string,
  signal: AbortSignal,
): Promise<BatchJob | 'gone'> {
  try {
    return await client.getBatchJob(jobId, signal);
  } catch (error) {
    if (isApiError(error) && error.code === 'not-found') return 'gone';
    throw error;
  }
}
