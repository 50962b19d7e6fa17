import { waitForJob, type JobWait, type RunContext } from '@modelferry/operation';
import type { BatchJob } from '../../client/batch-job.ts';
import type { DataRobotClient } from '../../client/client.ts';
import { firstPauseMs } from '../../client/limits.ts';
import { batchPredictionJob } from './batch-prediction-job.ts';
import { isAwaitingData } from './is-awaiting-data.ts';
import { jobFailed } from './job-failed.ts';

/** How to wait for a batch job. */
export interface BatchWait extends JobWait {
  readonly jobId: string;
  /** Rows that were sent, where that is known. */
  readonly sentRows?: number;
  /** For how long a job may say that it has no data before the user is told, in milliseconds. */
  readonly dataGraceMs: number;
  /** Called with what each look that succeeded has found. */
  onLook?(job: BatchJob): void;
}

/** How a wait ended: with the job, which then has completed, or with the time while the job goes on. */
export interface BatchWaited {
  readonly finished: boolean;
  /** What was last read; nothing when no look succeeded before the deadline. */
  readonly job: BatchJob | undefined;
}

/**
 * Waits until a batch job has ended or the time is up, telling each change. A job in the queue is left there.
 * @throws EngineError with code `job-failed` when it ended badly
 */
export async function waitForBatchPrediction(
  context: RunContext<DataRobotClient>,
  wait: BatchWait,
): Promise<BatchWaited> {
  const { client, progress } = context;
  const job = batchPredictionJob(client, wait.jobId);
  const tell = teller(context, wait);
  progress({ type: 'phase', title: 'Wait for the batch prediction' });
  const read = async (readSignal: AbortSignal) => {
    const snapshot = await job.read(readSignal);
    if (snapshot.result) {
      tell(snapshot.result, snapshot.state === 'unknown');
      wait.onLook?.(snapshot.result);
    }
    return snapshot;
  };
  const { timeoutMs, pollIntervalMs } = wait;
  const outcome = await waitForJob(context, { ...job, read }, { timeoutMs, pollIntervalMs, firstPauseMs });
  const last = outcome.snapshot?.result;
  if (outcome.ended && last && outcome.snapshot.state !== 'succeeded') throw jobFailed(last);
  return { finished: outcome.ended, job: last };
}

/** Tells what a status alone does not: rows that are done, a word nobody knows, data that do not come. */
function teller({ clock, progress }: RunContext<DataRobotClient>, wait: BatchWait) {
  const startedAtMs = clock.now();
  const told = new Set<string>();
  let rowsDone = 0;
  const warnOnce = (about: string, message: string) => {
    if (!told.has(about)) progress({ type: 'warning', message });
    told.add(about);
  };
  return (job: BatchJob, isUnknown: boolean): void => {
    const done = (job.scoredRows ?? 0) + (job.failedRows ?? 0) + (job.skippedRows ?? 0);
    if (wait.sentRows !== undefined && done > rowsDone) {
      progress({ type: 'rows', done, total: wait.sentRows });
      rowsDone = done;
    }
    if (isUnknown) {
      warnOnce(
        job.status,
        `Batch job ${job.id} has the status "${job.status}", which is not documented: it is waited for until the time is up.`,
      );
    }
    if (isAwaitingData(job) && clock.now() - startedAtMs >= wait.dataGraceMs) {
      warnOnce(
        'no data',
        `Batch job ${job.id} waits for data that nobody may be sending: its upload was never begun or has broken off. If that is so it never starts; score the file anew.`,
      );
    }
  };
}
