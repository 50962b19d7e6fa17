import { CancelledError, EngineError, isApiError, isCancelled, isTransportError } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import { watchSource, type Source } from '@modelferry/upload';
import type { BatchJob } from '../client/batch-job.ts';
import type { DataRobotClient } from '../client/client.ts';
import { jobFailed } from '../jobs/job-failed.ts';
import { jobState } from '../jobs/job-state.ts';
import { lookAtJob } from '../jobs/look-at-job.ts';
import { isUploadedWhole } from './is-uploaded-whole.ts';
import { withLogs } from './with-logs.ts';

/** What became of an upload: the data are there, or why not and whether a new job may fare better. */
export type Uploaded =
  { readonly arrived: true } | { readonly arrived: false; readonly again: boolean; readonly error: unknown };

/** One job's data. */
export interface DataUpload {
  /** As the vendor described it when it was made. */
  readonly job: BatchJob;
  readonly source: Source;
  /** Whether scoring may begin before the data are there whole. */
  readonly scoreWhileUploading: boolean;
}

/**
 * Sends a job's data, once. Where no clear answer came, a look at the job decides (3.10, 5.2).
 * @throws CancelledError
 */
export async function uploadData(
  context: RunContext<DataRobotClient>,
  upload: DataUpload,
): Promise<Uploaded> {
  const { client, signal, progress } = context;
  const { job, source } = upload;
  const { name, length: totalBytes } = source;
  const watched = watchSource(source);
  try {
    await client.putCsv(
      {
        job,
        source: watched.source,
        onBytesTaken: (bytes) => progress({ type: 'upload', name, bytes, totalBytes }),
      },
      signal,
    );
    if (totalBytes === undefined || watched.givenBytes >= totalBytes) return { arrived: true };
    return { arrived: false, again: false, error: answeredEarly(job.id, totalBytes) };
  } catch (error) {
    if (signal.aborted || isCancelled(error))
      throw new CancelledError(`upload the data of batch job ${job.id}`);
    // What went wrong in the source is the first cause; the transport only felt it
    if (watched.failure !== undefined) return { arrived: false, again: false, error: watched.failure };
    return judge(context, upload, error);
  }
}

async function judge(
  { client, signal }: RunContext<DataRobotClient>,
  { job, scoreWhileUploading }: DataUpload,
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

/** Something between here and the vendor answers for it. */
const answeredEarly = (jobId: string, totalBytes: number): EngineError =>
  new EngineError({
    code: 'unexpected-answer',
    message: `Could not upload the data of batch job ${jobId}: success was answered before all ${totalBytes} bytes were sent.`,
    remedy: 'Check the proxy: something other than DataRobot may be answering there.',
  });
