import { abortable, type Clock } from '@modelferry/http';

/**
 * Gives work a signal that comes when its time is up, and waits no longer than that.
 * @param withinMs in milliseconds
 * @param late what is thrown then
 */
export async function withDeadline<T>(
  clock: Clock,
  withinMs: number,
  late: Error,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const deadline = new AbortController();
  const done = new AbortController();
  clock.sleep(withinMs, done.signal).then(
    () => deadline.abort(late),
    () => undefined,
  );
  try {
    return await abortable(work(deadline.signal), deadline.signal);
  } finally {
    done.abort();
  }
}
