import { isApiError, isEngineError } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import type { BatchJob } from '../../client/batch-job.ts';
import type { DataRobotClient } from '../../client/client.ts';
import { jobState } from '../jobs/job-state.ts';
import {
  waitForBatchPrediction,
  type BatchWait,
  type BatchWaited,
} from '../jobs/wait-for-batch-prediction.ts';
import { checkResult } from './check-result.ts';
import { isPassing } from './is-passing.ts';
import { saveOnce, type SavedResult } from './save-once.ts';

/** How a wait ended, and what it has of the result. */
export interface WaitedWithResult extends BatchWaited {
  /** The result, where it came whole while the job ran. */
  readonly saved?: SavedResult;
  /** Why it did not, where its download was begun. */
  readonly earlyFailure?: unknown;
}

type Early =
  | { readonly kind: 'saved'; readonly saved: SavedResult }
  /** It may be had once the job has completed, or there is nothing to have. */
  | { readonly kind: 'not-now'; readonly error: unknown }
  /** It will not be had later either: the job has ended badly, or the host cannot keep the file. */
  | { readonly kind: 'never'; readonly error: unknown };

/**
 * Waits for a batch job and downloads its result from the moment on that it runs, as fast as it is scored. The looks at the
 * job go on meanwhile, and end the download where the job ends badly or the time is up. It is begun once: what breaks off
 * is left for when the job has completed.
 */
export async function saveWhileRunning(
  context: RunContext<DataRobotClient>,
  wait: BatchWait,
  fileName: string | undefined,
): Promise<WaitedWithResult> {
  const { clock, signal, progress } = context;
  const endsAtMs = clock.now() + wait.timeoutMs;
  const over = new AbortController();
  const both = { ...context, signal: AbortSignal.any([signal, over.signal]) };
  let download: Promise<Early> | undefined;

  const begin = async (job: BatchJob): Promise<Early> => {
    progress({ type: 'phase', title: 'Download the result' });
    try {
      const lastLookMs = Math.max(0, endsAtMs - clock.now());
      const saved = await saveOnce(both, { job, fileName, lastLookMs, judge: checkResult });
      over.abort();
      return { kind: 'saved', saved };
    } catch (error) {
      if (both.signal.aborted) return { kind: 'not-now', error };
      if (!isPassing(error) && !isApiError(error)) {
        over.abort();
        return { kind: 'never', error };
      }
      const why = isEngineError(error) ? error.message : String(error);
      progress({ type: 'warning', message: `The download begins anew when the job has completed: ${why}` });
      return { kind: 'not-now', error };
    }
  };
  const [waited] = await Promise.allSettled([
    waitForBatchPrediction(both, {
      ...wait,
      onLook(job) {
        wait.onLook?.(job);
        if (isDownloadable(job)) download ??= begin(job);
      },
    }),
  ]);
  if (waited.status === 'rejected' || !waited.value.finished) over.abort();
  const early = await download;
  if (early?.kind === 'saved') return { finished: true, job: early.saved.job, saved: early.saved };
  if (early?.kind === 'never') throw early.error;
  if (waited.status === 'rejected') throw waited.reason;
  return { ...waited.value, earlyFailure: early?.error };
}

/** A job that runs and says where its result is. One that has completed needs no hurry. */
const isDownloadable = ({ status, links }: BatchJob): boolean =>
  jobState(status) === 'running' && (links?.download ?? '').trim() !== '';
