import { offAbort, onAbort, type Clock } from '@modelferry/http';

/** Longest delay a timer of Node.js takes, in milliseconds (2^31 - 1, about 24.8 days); a longer one fires at once. */
const maxTimerMs = 2_147_483_647;

/** The machine's clock. A sleep keeps the process alive until it ends or is aborted. */
export const nodeClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) => (ms > maxTimerMs ? sleepLong(ms, signal) : sleepOnce(ms, signal)),
};

async function sleepLong(ms: number, signal?: AbortSignal): Promise<void> {
  for (let leftMs = ms; leftMs > 0; leftMs -= maxTimerMs) {
    await sleepOnce(Math.min(leftMs, maxTimerMs), signal);
  }
}

/** By hand: that of node:timers/promises takes twice the memory, and a listener of its own on the signal. */
const sleepOnce = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason as Error);
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      if (signal) offAbort(signal, stop);
      resolve();
    }, ms);
    if (signal) onAbort(signal, stop);
  });
