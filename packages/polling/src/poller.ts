import {
  abortable,
  CancelledError,
  isApiError,
  isTransportError,
  offAbort,
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
  const { clock, signal } = options;
  const wait = new Wait(options);
  try {
    signal.throwIfAborted();
    for (;;) {
      const turnMs = nextTurn(clock);
      if (turnMs > 0) await clock.sleep(Math.min(turnMs, wait.leftMs()), signal);
      const pauseMs = wait.take(await lookOnce(job, clock, signal, wait.leftMs()));
      if (pauseMs > 0) await clock.sleep(pauseMs, signal);
      const outcome = wait.outcome();
      if (outcome) return outcome;
    }
  } catch (error) {
    const { kind, id } = job.reference;
    throw signal.aborted ? new CancelledError(`wait for ${kind} ${id}`) : error;
  }
}

/** What a wait remembers between looks. Few words: ten thousand of them may be kept at a time. */
class Wait<Result> {
  readonly #options: PollOptions<Result>;
  readonly #endsAtMs: number;
  #snapshot: JobSnapshot<Result> | undefined;
  #looks = 0;
  #faults = 0;

  constructor(options: PollOptions<Result>) {
    this.#options = options;
    this.#endsAtMs = options.clock.now() + options.timeoutMs;
  }

  leftMs(): number {
    return this.#endsAtMs - this.#options.clock.now();
  }

  outcome(): PollOutcome<Result> | undefined {
    const snapshot = this.#snapshot;
    if (snapshot && isFinal(snapshot.state)) return { ended: true, snapshot };
    return this.leftMs() > 0 ? undefined : { ended: false, snapshot };
  }

  /** @returns how long to pause, in milliseconds @throws what ends the wait */
  take(seen: Seen<Result>): number {
    const { signal, interval, maxConsecutiveFaults = 10, random = Math.random } = this.#options;
    signal.throwIfAborted();
    this.#looks += 1;
    if ('snapshot' in seen) {
      this.#faults = 0;
      const isNews = !sameView(this.#snapshot, seen.snapshot);
      this.#snapshot = seen.snapshot;
      if (isNews) this.#options.onChange?.(seen.snapshot);
      if (isFinal(seen.snapshot.state)) return 0;
    } else if (!seen.isLate) {
      this.#faults += 1;
      if (!isPassing(seen.error) || this.#faults > maxConsecutiveFaults) throw seen.error;
      this.#options.onFault?.(seen.error, this.#faults);
    }
    const evenMs = pollPauseMs(interval, this.#looks, random);
    return Math.min(this.leftMs(), Math.max(evenMs, 'error' in seen ? askedMs(seen.error) : 0));
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
  const cancel = () => look.abort(signal.reason);
  onAbort(signal, cancel);
  const guard = startIdleGuard(clock, leftMs, () => {
    isLate = true;
    look.abort();
  });
  try {
    return { snapshot: await abortable(job.read(look.signal), look.signal) };
  } catch (error) {
    return { error, isLate };
  } finally {
    offAbort(signal, cancel);
    guard.stop();
  }
}
