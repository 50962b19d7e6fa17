import type { RunContext } from '@modelferry/operation';
import type { DataRobotClient } from '../../client/client.ts';
import { judgeUpload, type Uploaded, type UploadedJob } from './judge-upload.ts';
import type { EarlyResult } from './result-beside-upload.ts';

/**
 * Sends a job's data while its result is waited for: what fails of the two ends the other, and a job whose data did not
 * arrive leaves nothing of a result.
 * @throws CancelledError
 */
export async function uploadBesideResult(
  context: RunContext<DataRobotClient>,
  upload: UploadedJob,
  early: EarlyResult,
  send: (context: RunContext<DataRobotClient>) => Promise<Uploaded>,
): Promise<Uploaded> {
  const signal = AbortSignal.any([context.signal, early.failed]);
  let arrived = false;
  try {
    const uploaded = await send({ ...context, signal }).catch((error: unknown) => {
      if (context.signal.aborted || !early.failed.aborted) throw error;
      return judgeUpload(context, upload, early.failed.reason);
    });
    ({ arrived } = uploaded);
    return uploaded;
  } finally {
    if (!arrived) await early.discard();
  }
}
