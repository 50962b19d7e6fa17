import { CancelledError } from '@modelferry/http';

const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Turns the system's wish that the process end into an abort. */
export interface StopSignals {
  readonly signal: AbortSignal;
  /** Gives the signals back their usual meaning. */
  release(): void;
}

/**
 * Aborts at the first Ctrl-C or `kill`, so that what was begun can be cleaned up. A second one ends the process at once.
 * @param doing completes "Stopped on request while trying to ..."
 */
export function abortOnSignals(doing: string): StopSignals {
  const controller = new AbortController();
  const release = () => {
    for (const name of stopSignals) process.off(name, stop);
  };
  const stop = () => {
    release();
    controller.abort(new CancelledError(doing));
  };
  for (const name of stopSignals) process.on(name, stop);
  return { signal: controller.signal, release };
}
