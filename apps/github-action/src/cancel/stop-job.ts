import { abortable, isApiError, isTransportError } from '@modelferry/http';
import type { CancelJob, CancelOutcome } from '@modelferry/operation';
import { nodeClock } from '@modelferry/node-host';
import type { KeptJob } from '../state/job-state.ts';

/** How jobs are ended at one vendor. */
export interface Stopper {
  readonly client: unknown;
  /** By their kind. */
  readonly cancels: Readonly<Record<string, CancelJob<never>>> | undefined;
}

/** What became of the wish to end a job. */
export type StopResult =
  | { readonly job: KeptJob; readonly stopped: CancelOutcome }
  /** The vendor has no way for jobs of this kind. */
  | { readonly job: KeptJob; readonly stopped: 'impossible' }
  /** Nothing tells; without an error where no answer came in time. */
  | { readonly job: KeptJob; readonly stopped: 'unknown'; readonly error: unknown };

/** Pauses between tries, in milliseconds; the last one is repeated. */
const pausesMs = [1_000, 2_000, 4_000, 8_000] as const;

/**
 * Ends a job at the vendor. Never throws and never takes longer than its time.
 * @param request.withinMs for all tries together, in milliseconds
 * @param request.tries @default 1
 */
export async function stopJob(
  { client, cancels }: Stopper,
  job: KeptJob,
  { withinMs, tries = 1 }: { readonly withinMs: number; readonly tries?: number },
): Promise<StopResult> {
  const cancel = cancels?.[job.kind];
  if (!cancel) return { job, stopped: 'impossible' };
  const signal = AbortSignal.timeout(withinMs);
  for (let attempt = 1; ; attempt++) {
    try {
      const context = { client: client as never, clock: nodeClock, signal };
      return { job, stopped: await abortable(cancel(context, job.id), signal) };
    } catch (error) {
      if (signal.aborted) return { job, stopped: 'unknown', error: undefined };
      if (attempt >= tries || !mayPass(error)) return { job, stopped: 'unknown', error };
      const pauseMs = pausesMs[Math.min(attempt, pausesMs.length) - 1] ?? 0;
      const slept = await nodeClock.sleep(pauseMs, signal).then(
        () => true,
        () => false,
      );
      if (!slept) return { job, stopped: 'unknown', error };
    }
  }
}

/** Ending a job twice does no harm, so that more is tried again than elsewhere. */
const mayPass = (error: unknown): boolean =>
  isApiError(error)
    ? error.retryable || error.status >= 500
    : isTransportError(error) && error.kind !== 'fatal';
