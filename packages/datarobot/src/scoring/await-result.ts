import type { RunContext } from '@modelferry/operation';
import type { DataRobotClient } from '../client/client.ts';
import { waitForBatchPrediction, type BatchWait } from '../jobs/wait-for-batch-prediction.ts';
import { saveScored } from '../result/save-scored.ts';
import { outputsOf } from './outputs-of.ts';
import { tellRows } from './tell-rows.ts';

/** What to do once the job has completed. */
export interface ResultWishes {
  readonly downloadResult: boolean;
  /** @default as the vendor calls it */
  readonly resultFileName?: string;
}

/** Waits for a batch job and saves its result, where that is wanted; gives what both of its operations give. */
export async function awaitResult(context: RunContext<DataRobotClient>, wishes: BatchWait & ResultWishes) {
  const { jobId, sentRows, downloadResult, resultFileName } = wishes;
  const { finished, job } = await waitForBatchPrediction(context, wishes);
  if (!finished || !job) return outputsOf(jobId, { finished, job });
  tellRows(context, job, sentRows);
  const resultFile = downloadResult ? await saveScored(context, job, resultFileName) : undefined;
  return outputsOf(jobId, { finished, job, resultFile });
}
