import { CancelledError, EngineError, isCancelled } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import { watchSource, type Source } from '@modelferry/upload';
import type { BatchJob } from '../../client/batch-job.ts';
import type { DataRobotClient } from '../../client/client.ts';
import { judgeUpload, type Uploaded } from './judge-upload.ts';

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
    return judgeUpload(context, upload, error);
  }
}

/** Something between here and the vendor answers for it. */
const answeredEarly = (jobId: string, totalBytes: number): EngineError =>
  new EngineError({
    code: 'unexpected-answer',
    message: `Could not upload the data of batch job ${jobId}: success was answered before all ${totalBytes} bytes were sent.`,
    remedy: 'Check the proxy: something other than DataRobot may be answering there.',
  });
