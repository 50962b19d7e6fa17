import {
  abortable,
  CancelledError,
  isApiError,
  isTransportError,
  onAbort,
  startIdleGuard,
  type Clock,
} from '@modelferry/http';
import { pollPauseMs, type PollInterval } from './backoff.ts';
import { isFinal, type Job, type JobSnapshot } from './job.ts';
import { nextTurn } from './next-turn.ts';
import { sameFigures } from './same-figures.ts';

/** How to wait for a job. */
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
  /** Called with the first snapshot and at every change of status, message, progress or figures. */
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
  // A proxy that answers with a page of its own passes, too
  return isApiError(error) && (error.retryable || error.code === 'unexpected-answer');
}

/** What a refusal asks for may be longer than what a single request would wait; a wait has the time. */
const askedMs = (error: unknown): number => (isApiError(error) ? (error.retryAfterMs ?? 0) : 0);

const sameView = (a: JobSnapshot | undefined, b: JobSnapshot): boolean =>
  a?.rawStatus === b.rawStatus &&
  a.message === b.message &&
  a.progress === b.progress &&
  sameFigures(a.figures, b.figures);

/**
 * Looks at a job until it has ended, its deadline is over or the signal comes. The deadline is by the wall clock, so it
 * also holds on hosts that freeze. `Retry-After` is obeyed, however long. A job that runs on at the deadline is an
 * outcome, not an error: nothing is lost.
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
  const endsAtMs = clock.now() + timeoutMs;
  let snapshot: JobSnapshot<Result> | undefined;
  let faults = 0;
  try {
    signal.throwIfAborted();
    for (let look = 1; ; look++) {
      const turnMs = nextTurn(clock);
      if (turnMs > 0) await clock.sleep(Math.min(turnMs, endsAtMs - clock.now()), signal);
      const seen = await lookOnce(job, clock, signal, endsAtMs - clock.now());
      signal.throwIfAborted();
      if ('snapshot' in seen) {
        faults = 0;
        const isNews = !sameView(snapshot, seen.snapshot);
        snapshot = seen.snapshot;
        if (isNews) options.onChange?.(snapshot);
        if (isFinal(snapshot.state)) return { ended: true, snapshot };
      } else if (!seen.isLate) {
        faults += 1;
        if (!isPassing(seen.error) || faults > maxConsecutiveFaults) throw seen.error;
        options.onFault?.(seen.error, faults);
      }
      const leftMs = endsAtMs - clock.now();
      if (leftMs > 0) {
        const evenMs = pollPauseMs(interval, look, random);
        const pauseMs = Math.max(evenMs, 'error' in seen ? askedMs(seen.error) : 0);
        await clock.sleep(Math.min(leftMs, pauseMs), signal);
      }
      if (clock.now() >= endsAtMs) return { ended: false, snapshot };
    }
  } catch (error) {
    throw signal.aborted ? new CancelledError(`wait for ${kind} ${id}`) : error;
  }
}

/** What a look gave; `isLate` where the deadline ended it. */
type Seen<Result> =
  { readonly snapshot: JobSnapshot<Result> } | { readonly error: unknown; readonly isLate: boolean };

/** A look that hangs outlives neither the signal nor the deadline. Between looks nothing is held but a sleep. */
async function lookOnce<Result>(
  job: Job<Result>,
  clock: Clock,
  signal: AbortSignal,
  leftMs: number,
): Promise<Seen<Result>> {
  const look = new AbortController();
  let isLate = false;
  const leave = onAbort(signal, () => look.abort(signal.reason));
  const guard = startIdleGuard(clock, leftMs, () => {
    isLate = true;
    look.abort();
  });
  try {
    return { snapshot: await abortable(job.read(look.signal), look.signal) };
  } catch (error) {
    return { error, isLate };
  } finally {
    leave();
    guard.stop();
  }
}
