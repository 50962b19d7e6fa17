import { isCancelled, startIdleGuard } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import { isFinal } from '@modelferry/polling';
import type { BatchJob } from '../../client/batch-job.ts';
import type { DataRobotClient } from '../../client/client.ts';
import { jobState } from '../jobs/job-state.ts';
import type { BatchWait } from '../jobs/wait-for-batch-prediction.ts';
import { saveWhileRunning, type WaitedWithResult } from '../result/save-while-running.ts';

/** The result of a job whose data are still on their way. */
export interface EarlyResult {
  /** Comes with what it failed by: its job then needs no more data. */
  readonly failed: AbortSignal;
  /** To be called when the data are there: the time counts from now on. @throws what it failed by */
  finish(): Promise<WaitedWithResult>;
  /** Ends it, and keeps nothing of it. Settles when that is done, and never rejects. */
  discard(): Promise<void>;
}

/** No upload takes longer, in milliseconds. */
const longestUploadMs = 7 * 24 * 3_600_000;

/**
 * Waits for a job beside the upload of its data, and downloads its result as it is scored: a server may take no more rows
 * than it can give back (`upload-waits-for-download`), and the vendor's own script fetches both ways at once.
 */
export function resultBesideUpload(
  context: RunContext<DataRobotClient>,
  wait: BatchWait,
  fileName: string | undefined,
): EarlyResult {
  const { clock, signal } = context;
  const over = new AbortController();
  const failed = new AbortController();
  let seen: BatchJob | undefined;
  const meanwhile = {
    ...wait,
    timeoutMs: longestUploadMs,
    dataGraceMs: longestUploadMs, // They are being sent
    onLook(job: BatchJob) {
      seen = job;
    },
  };
  const result = saveWhileRunning(
    { ...context, signal: AbortSignal.any([signal, over.signal]) },
    meanwhile,
    fileName,
  );
  result.catch((error: unknown) => failed.abort(error));
  return {
    failed: failed.signal,
    async finish() {
      const guard = startIdleGuard(clock, wait.timeoutMs, () => {
        // The time is the job's: what one that has completed gives may take as long as it likes
        if (!hasEnded(seen)) over.abort();
      });
      try {
        return await result;
      } catch (error) {
        if (isCancelled(error) && !signal.aborted) return { finished: false, job: seen };
        throw error;
      } finally {
        guard.stop();
      }
    },
    async discard() {
      over.abort();
      await result.catch(() => undefined);
    },
  };
}

const hasEnded = (job: BatchJob | undefined): boolean => job !== undefined && isFinal(jobState(job.status));
