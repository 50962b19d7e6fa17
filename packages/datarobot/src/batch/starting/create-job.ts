import { redactUrls } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import type { BatchJob } from '../../client/batch-job.ts';
import type { BatchRequest, LocalFileRequest } from '../../client/batch-request.ts';
import type { DataRobotClient } from '../../client/client.ts';
import { createForUpload } from '../scoring/create-for-upload.ts';
import { sameSettings } from './same-settings.ts';
import { startOnce } from './start-once.ts';
import { startedLedger } from './started-ledger.ts';
import { withServerKey } from './with-server-key.ts';

/**
 * Makes a job. One whose data we send waits for them, so that its creation may be repeated; any other begins by itself, and
 * is made once (5.2).
 * @throws as {@link startOnce}
 */
export async function createJob(
  context: RunContext<DataRobotClient>,
  request: BatchRequest,
): Promise<BatchJob> {
  const { client, signal, progress } = context;
  if (isForUpload(request)) {
    const ledger = startedLedger(context, redactUrls(JSON.stringify(request)));
    const earlier = await ledger.earlier();
    if (earlier) return earlier;
    const { job } = await createForUpload(context, await withServerKey(context, request));
    await ledger.keep(job);
    return job;
  }
  progress({ type: 'phase', title: 'Create the batch job' });
  const { deploymentId, modelId, modelPackageId } = request;
  const asked = await withServerKey(context, request);
  return startOnce(context, {
    doing: `create a batch job for ${deploymentId ?? modelPackageId ?? modelId}`,
    family: { deploymentId, modelId },
    request,
    send: () => client.createBatchJob(asked, signal),
    isOurs: ({ jobSpec }) => sameSettings({ ...request }, jobSpec),
  });
}

const isForUpload = (request: BatchRequest): request is LocalFileRequest =>
  request.intakeSettings.type === 'localFile';
