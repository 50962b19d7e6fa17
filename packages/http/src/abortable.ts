/**
 * Waits for a promise, but no longer than until the signal: a promise that hangs cannot hold the caller.
 * @throws the signal's reason
 */
export const abortable = <T>(promise: PromiseLike<T>, signal: AbortSignal): Promise<T> =>
  new Promise((resolve, reject) => {
    const refuse = () => reject(signal.reason as Error);
    const leave = () => signal.removeEventListener('abort', refuse);
    if (signal.aborted) refuse();
    else signal.addEventListener('abort', refuse, { once: true });
    // Also once the signal has come: a promise that still fails would have nobody to hear it
    promise.then(
      (value) => {
        leave();
        resolve(value);
      },
      (error: unknown) => {
        leave();
        reject(error as Error);
      },
    );
  });
