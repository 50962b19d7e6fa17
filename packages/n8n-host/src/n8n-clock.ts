import type { Clock } from '@modelferry/http';
import { sleep } from 'n8n-workflow';

/** Longest single timer in milliseconds: one that was given up does not linger, and a host that froze is noticed. */
const sliceMs = 10_000;

/** Waits one slice. Older hosts ignore the signal, so it is raced here. */
async function slice(ms: number, signal: AbortSignal | undefined): Promise<void> {
  if (!signal) return sleep(ms);
  let onAbort: () => void = () => undefined;
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    await Promise.race([sleep(ms, signal), aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
    aborted.catch(() => undefined);
  }
}

/** Time as n8n lets a verified node have it: no timers, only its `sleep`. By the wall clock, so it holds on hosts that freeze. */
export const n8nClock: Clock = {
  now: () => Date.now(),
  async sleep(ms, signal) {
    const endsAt = Date.now() + ms;
    for (let left = ms; left > 0; left = endsAt - Date.now()) {
      if (signal?.aborted) throw signal.reason;
      await slice(Math.min(left, sliceMs), signal);
    }
    if (signal?.aborted) throw signal.reason;
  },
};
