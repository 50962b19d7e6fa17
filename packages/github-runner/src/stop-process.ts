import { setTimeout as wait } from 'node:timers/promises';
import type { CancelMeans } from './cancel.ts';

/** How long the runner waits for a process, in milliseconds. Tests of the runner itself shorten these. */
export interface Patience {
  /** After SIGINT. @default 7500 */
  readonly interruptMs: number;
  /** After SIGTERM. @default 2500 */
  readonly terminateMs: number;
  /** For the pipes to close after the process has ended. @default 5000 */
  readonly pipesMs: number;
}

/** The patience of runner 2.336. */
export const runnerPatience: Patience = { interruptMs: 7_500, terminateMs: 2_500, pipesMs: 5_000 };

/** What `stopProcess` needs of a process. */
export interface Stoppable {
  /** Sends a signal to the process itself, not to its children. */
  readonly send: (signal: NodeJS.Signals) => void;
  /** Resolves once the process has ended. */
  readonly ended: Promise<unknown>;
}

/** Ends a process as the runner does, and stops as soon as it has ended. */
export async function stopProcess(
  { send, ended }: Stoppable,
  means: CancelMeans,
  patience: Patience,
  inContainer: boolean,
): Promise<void> {
  const { interruptMs, terminateMs } = patience;
  const rungs: readonly (readonly [signal: NodeJS.Signals | undefined, waitMs: number])[] =
    means === 'kill'
      ? []
      : inContainer
        ? [[undefined, interruptMs + terminateMs]] // docker gets the signals and keeps them to itself
        : [
            ['SIGINT', interruptMs],
            ['SIGTERM', terminateMs],
          ];
  for (const [signal, waitMs] of rungs) {
    if (signal !== undefined) send(signal);
    if (await endsWithin(ended, waitMs)) return;
  }
  send('SIGKILL');
  await ended;
}

/** Whether something ends before its time is over. */
export async function endsWithin(ended: Promise<unknown>, waitMs: number): Promise<boolean> {
  const over = new AbortController();
  try {
    return await Promise.race([
      ended.then(() => true),
      wait(waitMs, false, { ref: false, signal: over.signal }),
    ]);
  } finally {
    over.abort();
  }
}
