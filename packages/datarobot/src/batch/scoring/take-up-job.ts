import type { RunContext } from '@modelferry/operation';
import type { DataRobotClient } from '../../client/client.ts';
import { jobState } from '../jobs/job-state.ts';
import { lookAtJob } from '../jobs/look-at-job.ts';
import { abandonJob } from './abandon-job.ts';
import type { BatchLedger } from './batch-ledger.ts';
import { isUploadedWhole } from './is-uploaded-whole.ts';

/**
 * Finds the job of an earlier try of the same request, where that can still give the result. One that cannot is removed, or
 * was: then a new one is made.
 * @returns its ID
 */
export async function takeUpJob(
  context: RunContext<DataRobotClient>,
  ledger: BatchLedger,
  scoreWhileUploading: boolean,
): Promise<string | undefined> {
  const record = await ledger.earlier();
  if (!record || record.phase === 'abandoned') return undefined;
  const job = await lookAtJob(context.client, record.id, context.signal);
  if (job === 'gone' || job.resultsDeleted === true || jobState(job.status) === 'failed') return undefined;
  const isWhole =
    record.phase === 'uploaded' || isUploadedWhole(job, { queued: undefined, scoreWhileUploading });
  if (!isWhole) {
    // Nobody sends its data any more, and whether they have all come cannot be seen
    await abandonJob(context, job.id);
    return undefined;
  }
  context.progress({
    type: 'warning',
    message: `Going on with batch job ${job.id} of an earlier try, in place of scoring the file again.`,
  });
  return job.id;
}
