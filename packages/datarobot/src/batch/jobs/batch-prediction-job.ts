import type { Job } from '@modelferry/polling';
import { asPassing } from '../../client/as-passing.ts';
import type { BatchJob } from '../../client/batch-job.ts';
import type { DataRobotClient } from '../../client/client.ts';
import { vendor } from '../../vendor.ts';
import { jobMessage } from './job-message.ts';
import { jobState } from './job-state.ts';

/** The kind of a batch prediction in references, in the ledger and in resume tokens. */
export const batchPrediction = 'batch-prediction';

/** A batch prediction at the vendor. */
export const batchPredictionJob = (client: DataRobotClient, jobId: string): Job<BatchJob> => ({
  reference: { vendor, kind: batchPrediction, id: jobId },
  async read(signal) {
    const job = await client.getBatchJob(jobId, signal).catch((error: unknown) => {
      throw asPassing(error);
    });
    const percent = job.percentageCompleted;
    return {
      state: jobState(job.status),
      rawStatus: job.status,
      progress: percent === undefined ? undefined : Math.min(1, Math.max(0, percent / 100)),
      message: jobMessage(job),
      result: job,
    };
  },
});
