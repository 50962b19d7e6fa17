import {
  abortable,
  CancelledError,
  isApiError,
  isTransientStatus,
  isTransportError,
  type Clock,
} from '@modelferry/http';
import { pollPauseMs, type PollInterval } from './backoff.ts';
import { isFinal, type Job, type JobSnapshot } from './job.ts';

export interface PollOptions<Result = unknown> {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Longest wait in all, in milliseconds. */
  readonly timeoutMs: number;
  readonly interval: PollInterval;
  /** How many looks in a row may fail for a passing reason before the wait ends. @default 10 */
  readonly maxConsecutiveFaults?: number;
  /** From 0 to below 1. @default Math.random */
  readonly random?: () => number;
  /** Called with the first snapshot and at every change of status, message or progress. */
  onChange?(snapshot: JobSnapshot<Result>): void;
  /** Called when a look failed and will be repeated. */
  onFault?(error: unknown, faultsInARow: number): void;
}

/** How a wait ended: with the job, or with its deadline while the job goes on. */
export type PollOutcome<Result> =
  | { readonly ended: true; readonly snapshot: JobSnapshot<Result> }
  | { readonly ended: false; readonly snapshot: JobSnapshot<Result> | undefined };

function isPassing(error: unknown): boolean {
  if (isTransportError(error)) return error.kind === 'timeout' || error.kind === 'network';
  return isApiError(error) && (isTransientStatus(error.status) || error.code === 'unexpected-answer');
}

const sameView = (a: JobSnapshot | undefined, b: JobSnapshot): boolean =>
  a?.rawStatus === b.rawStatus && a.message === b.message && a.progress === b.progress;

/**
 * Looks at a job until it has ended, its deadline is over or the signal comes. The deadline is by the wall clock, so it
 * also holds on hosts that freeze. A job that runs on at the deadline is an outcome, not an error: nothing is lost.
 *
 * @throws CancelledError within a second of the signal, even when a look hangs
 * @throws the look's error when it will not pass, or when too many in a row failed
 */
export async function pollUntilDone<Result>(
  job: Job<Result>,
  options: PollOptions<Result>,
): Promise<PollOutcome<Result>> {
  const { clock, signal, timeoutMs, interval, maxConsecutiveFaults = 10, random = Math.random } = options;
  const { kind, id } = job.reference;
  const endsAt = clock.now() + timeoutMs;
  const deadline = new AbortController();
  const cancelled = () => new CancelledError(`wait for ${kind} ${id}`);
  let snapshot: JobSnapshot<Result> | undefined;
  let faults = 0;

  if (signal.aborted) throw cancelled();
  const stopTimer = new AbortController();
  // A look that hangs must not outlive the deadline either
  clock.sleep(timeoutMs, stopTimer.signal).then(
    () => deadline.abort(),
    () => undefined,
  );
  const both = AbortSignal.any([signal, deadline.signal]);
  try {
    for (let look = 1; ; look++) {
      try {
        const next = await abortable(job.read(both), both);
        faults = 0;
        if (!sameView(snapshot, next)) options.onChange?.(next);
        snapshot = next;
        if (isFinal(next.state)) return { ended: true, snapshot: next };
      } catch (error) {
        if (signal.aborted) throw cancelled();
        if (deadline.signal.aborted) return { ended: false, snapshot };
        faults += 1;
        if (!isPassing(error) || faults > maxConsecutiveFaults) throw error;
        options.onFault?.(error, faults);
      }
      const left = endsAt - clock.now();
      if (left <= 0) return { ended: false, snapshot };
      await clock.sleep(Math.min(left, pollPauseMs(interval, look, random)), signal).catch(() => {
        throw cancelled();
      });
    }
  } finally {
    stopTimer.abort();
  }
}
