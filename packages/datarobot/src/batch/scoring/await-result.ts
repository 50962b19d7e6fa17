import type { RunContext } from '@modelferry/operation';
import type { DataRobotClient } from '../../client/client.ts';
import { waitForBatchPrediction, type BatchWait } from '../jobs/wait-for-batch-prediction.ts';
import { saveScored } from '../result/save-scored.ts';
import { saveWhileRunning, type WaitedWithResult } from '../result/save-while-running.ts';
import { outputsOf } from './outputs-of.ts';
import type { EarlyResult } from './result-beside-upload.ts';
import { tellRows } from './tell-rows.ts';

/** What to do with what the job scores. */
export interface ResultWishes {
  readonly downloadResult: boolean;
  /** Whether to begin with it before the job has completed. */
  readonly downloadWhileScoring: boolean;
  /** @default as the vendor calls it */
  readonly resultFileName?: string;
  /** What was begun of it beside the upload. */
  readonly early?: EarlyResult;
}

/** Waits for a batch job and saves its result, where that is wanted; gives what both of its operations give. */
export async function awaitResult(context: RunContext<DataRobotClient>, wishes: BatchWait & ResultWishes) {
  const { jobId, sentRows, downloadResult, downloadWhileScoring, resultFileName: fileName } = wishes;
  const waited: WaitedWithResult = wishes.early
    ? await wishes.early.finish()
    : downloadResult && downloadWhileScoring
      ? await saveWhileRunning(context, wishes, fileName)
      : await waitForBatchPrediction(context, wishes);
  const { finished, job, earlyFailure } = waited;
  if (!finished || !job) return outputsOf(jobId, { finished, job });
  const saved =
    waited.saved ?? (downloadResult ? await saveScored(context, { job, fileName, earlyFailure }) : undefined);
  tellRows(context, job, { sent: sentRows, inResult: saved?.rows });
  return outputsOf(jobId, { finished, job, saved });
}
