import { CancelledError } from '@modelferry/http';

/** What the runner sends: the first two here and there on Linux and macOS, the first and the last on Windows. */
const stopSignals = ['SIGINT', 'SIGTERM', 'SIGBREAK'] as const;

/**
 * Aborts at the first signal that the run is cancelled. The ones that follow, 7.5 seconds later, change nothing: what the first
 * has set off is then still under way, and the runner's own kill comes soon enough.
 * @param doing completes "Stopped on request while trying to ..."
 */
export function abortOnCancel(stop: AbortController, doing: string): void {
  for (const name of stopSignals) process.on(name, () => stop.abort(new CancelledError(doing)));
}

/** Whether it was the user who stopped the step, and not an error. */
export const isCancelled = ({ aborted, reason }: AbortSignal): boolean =>
  aborted && reason instanceof CancelledError;
