import { isApiError, isCancelled, isTransportError } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import type { BatchJob } from '../../client/batch-job.ts';
import type { DataRobotClient } from '../../client/client.ts';
import { jobFailed } from '../jobs/job-failed.ts';
import { jobState } from '../jobs/job-state.ts';
import { lookAtJob } from '../jobs/look-at-job.ts';
import { isUploadedWhole } from './is-uploaded-whole.ts';
import { withLogs } from './with-logs.ts';

/** What became of an upload: the data are there, or why not and whether a new job may fare better. */
export type Uploaded =
  { readonly arrived: true } | { readonly arrived: false; readonly again: boolean; readonly error: unknown };

/** The job that data were sent to. */
export interface UploadedJob {
  /** As the vendor described it when it was made. */
  readonly job: BatchJob;
  /** Whether scoring may begin before the data are there whole. */
  readonly scoreWhileUploading: boolean;
}

/**
 * What to make of an upload that failed: a look at the job decides wherever the answer does not (3.10, 5.2).
 * @throws CancelledError
 */
export async function judgeUpload(
  { client, signal }: RunContext<DataRobotClient>,
  { job, scoreWhileUploading }: UploadedJob,
  error: unknown,
): Promise<Uploaded> {
  if (isRefusal(error)) return { arrived: false, again: false, error };
  const look = await lookAtJob(client, job.id, signal).catch((failure: unknown) => {
    if (isCancelled(failure)) throw failure;
    return 'unseen' as const;
  });
  if (look === 'unseen') return { arrived: false, again: false, error };
  if (look === 'gone') return { arrived: false, again: true, error };
  if (jobState(look.status) === 'failed') {
    // Nothing is scored before the data are there: what ended it can only be that they broke off
    const brokeOff = isTransportError(error) && error.bodyTaken !== 'all' && !scoreWhileUploading;
    return { arrived: false, again: brokeOff, error: jobFailed(look, error) };
  }
  if (isUploadedWhole(look, { queued: job.queued, scoreWhileUploading })) return { arrived: true };
  const refused = isApiError(error) && error.status === 422;
  return { arrived: false, again: !refused, error: refused ? withLogs(error, look) : error };
}

/** Answers by which nothing was taken, and nothing would be at a second time. The others leave it open. */
function isRefusal(error: unknown): boolean {
  if (isTransportError(error)) return error.kind !== 'timeout' && error.kind !== 'network';
  if (!isApiError(error)) return true;
  return error.status < 500 && ![404, 408, 409, 410, 422, 429].includes(error.status);
}
