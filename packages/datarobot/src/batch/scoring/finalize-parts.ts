import { EngineError } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import type { DataRobotClient } from '../../client/client.ts';
import { isMoving } from '../jobs/is-moving.ts';
import { jobFailed } from '../jobs/job-failed.ts';
import { jobState } from '../jobs/job-state.ts';
import { startsBeforeTheEnd } from '../jobs/starts-before-the-end.ts';
import { batchLedger } from './batch-ledger.ts';
import { takesParts } from './check-takes-data.ts';
import { finalizeData } from './finalize-data.ts';

/**
 * Says that all parts of a job's data are there, unless it is clear that this was said before.
 * @throws EngineError with code `rejected` for a job that takes no parts
 */
export async function finalizeParts(context: RunContext<DataRobotClient>, jobId: string): Promise<void> {
  const { client, signal, progress, jobs } = context;
  const job = await client.getBatchJob(jobId, signal);
  if (jobState(job.status) === 'failed') throw jobFailed(job);
  if (!takesParts(job)) {
    throw new EngineError({
      code: 'rejected',
      message: `Could not finalize the data of batch job ${jobId}: it takes them in one piece, or from elsewhere.`,
      remedy: 'Leave Finalize out: such a job starts as soon as its data are there.',
    });
  }
  const wasSaid = jobState(job.status) === 'succeeded' || (isMoving(job) && !startsBeforeTheEnd(job));
  if (wasSaid) {
    const message = `The data of batch job ${jobId} were finalized before.`;
    progress({ type: 'warning', message });
    return;
  }
  await finalizeData(context, job, signal);
  await batchLedger(jobs, JSON.stringify(['finalize', jobId])).keep(jobId, 'uploaded');
}
