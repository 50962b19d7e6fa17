import { isApiError } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import type { DataRobotClient } from '../../client/client.ts';
import { jobFailed } from '../jobs/job-failed.ts';
import { jobState } from '../jobs/job-state.ts';
import { lookAtJob } from '../jobs/look-at-job.ts';
import { resultsDeleted } from './results-deleted.ts';

/** Why a result is refused, from the job itself where that says more: it is gone, or the job was aborted (3.12). */
export async function explainRefusal(
  { client, signal }: RunContext<DataRobotClient>,
  jobId: string,
  error: unknown,
): Promise<unknown> {
  if (!isApiError(error) || ![404, 410, 422].includes(error.status)) return error;
  const job = await lookAtJob(client, jobId, signal).catch(() => undefined);
  if (job === undefined || job === 'gone') return error;
  if (job.resultsDeleted === true) return resultsDeleted(jobId, error);
  return jobState(job.status) === 'failed' ? jobFailed(job, error) : error;
}
