/**
 * Waits for work; after the signal, only a moment longer: the time until the process is killed belongs to what must still be
 * done.
 * @param graceMs how long what was told to stop may take to clean up after itself, in milliseconds @default 1000
 * @throws the signal's reason when the moment is over
 */
export async function settledSoon<T>(work: Promise<T>, signal: AbortSignal, graceMs = 1_000): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<never>((_, reject) => {
    const start = () => (timer = setTimeout(() => reject(signal.reason), graceMs));
    if (signal.aborted) start();
    else signal.addEventListener('abort', start, { once: true });
  });
  try {
    return await Promise.race([work, patience]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
    patience.catch(() => undefined);
  }
}
