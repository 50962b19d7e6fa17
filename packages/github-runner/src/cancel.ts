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
  /** The first line of the process, masked, that matches. */
  | { readonly atLine: RegExp }
  /** When a promise of the caller resolves, e.g. that a server has seen a request. Called when the process starts. */
  | { readonly when: PromiseLike<unknown> | ((signal: AbortSignal) => PromiseLike<unknown>) };

/** An end before its time. */
export type Cancel = CancelMoment & {
  /** @default 'cancel' */
  readonly means?: CancelMeans;
};

/** Watches for the moment of a cancel. */
export interface CancelWatch {
  /** Never settles when the moment does not come; rejects when the caller's promise does. */
  readonly means: Promise<CancelMeans>;
  /** The process has started. */
  start(): void;
  onLine(line: LogLine): void;
  stop(): void;
}

/** A watch that has not begun. */
export function watchCancel(cancel: Cancel | undefined): CancelWatch {
  const { promise: means, resolve, reject } = Promise.withResolvers<CancelMeans>();
  means.catch(() => undefined); // Nobody may be listening any more
  const stopped = new AbortController();
  const { signal } = stopped;
  const fire = () => resolve(cancel?.means ?? 'cancel');
  return {
    means,
    start() {
      if (cancel === undefined || 'atLine' in cancel) return;
      if ('afterMs' in cancel) {
        wait(cancel.afterMs, undefined, { ref: false, signal }).then(fire, () => undefined);
        return;
      }
      const moment = typeof cancel.when === 'function' ? cancel.when(signal) : cancel.when;
      moment.then(fire, (error: unknown) => (signal.aborted ? undefined : reject(error)));
    },
    onLine({ text }) {
      if (cancel !== undefined && 'atLine' in cancel && text.search(cancel.atLine) >= 0) fire();
    },
    stop: () => stopped.abort(),
  };
}
