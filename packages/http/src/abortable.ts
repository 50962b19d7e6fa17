/**
 * Waits for a promise, but no longer than until the signal: a promise that hangs cannot hold the caller.
 * @throws the signal's reason
 */
export async function abortable<T>(promise: PromiseLike<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) {
    Promise.resolve(promise).catch(() => undefined);
    throw signal.reason;
  }
  let stop: () => void = () => undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
    // Whichever lost the race may still fail, with nobody there to hear it
    aborted.catch(() => undefined);
    Promise.resolve(promise).catch(() => undefined);
  }
}
