import { setTimeout as wait } from 'node:timers/promises';
import type { LogLine } from './stage-result.ts';

/**
 * How a stage is brought to its end:
 * - `cancel`: the signals of the runner in their order; the outcome is `cancelled`
 * - `timeout`: the same signals as by `timeout-minutes`; the outcome is `failure`
 * - `kill`: SIGKILL at once, as when the system runs out of memory; the runner sees a failure
 */
export type CancelMeans = 'cancel' | 'timeout' | 'kill';

/** When a stage is brought to its end. */
export type CancelMoment =
  /** Time after the process started, in milliseconds. */
  | { readonly afterMs: number }
  /** The first line of the log, masked, that matches. */
  | { readonly atLine: RegExp }
  /** When a promise of the caller resolves, e.g. that a server has seen a request. Called when the process has started. */
  | { readonly when: PromiseLike<unknown> | ((signal: AbortSignal) => PromiseLike<unknown>) };

/** An end before its time. */
export type Cancel = CancelMoment & {
  /** @default 'cancel' */
  readonly means?: CancelMeans;
};

/** Watches for the moment of a cancel. */
export interface CancelWatch {
  readonly means: Promise<CancelMeans>;
  onLine(line: LogLine): void;
  stop(): void;
}

/** Begins to watch. The promise of means rejects when the caller's promise does, and never settles when it does not come. */
export function watchCancel(cancel: Cancel | undefined): CancelWatch {
  const { promise, resolve, reject } = Promise.withResolvers<CancelMeans>();
  const stopped = new AbortController();
  const fire = () => resolve(cancel?.means ?? 'cancel');
  if (cancel !== undefined && 'afterMs' in cancel) {
    wait(cancel.afterMs, undefined, { ref: false, signal: stopped.signal }).then(fire, () => undefined);
  }
  if (cancel !== undefined && 'when' in cancel) {
    const { when } = cancel;
    Promise.resolve(typeof when === 'function' ? when(stopped.signal) : when).then(fire, (error: unknown) =>
      stopped.signal.aborted ? undefined : reject(error),
    );
  }
  promise.catch(() => undefined);
  return {
    means: promise,
    onLine({ text }) {
      if (cancel !== undefined && 'atLine' in cancel && new RegExp(cancel.atLine).test(text)) fire();
    },
    stop: () => stopped.abort(),
  };
}
