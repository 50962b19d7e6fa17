import { CancelledError, defaultRetryPolicy, isApiError, pauseMs } from '@modelferry/http';
import type { World } from './world.ts';

/**
 * Sends a call that must not be repeated blindly; only a 429, which says that nothing was done, is followed by the same
 * call after the pause the vendor asks for.
 * @throws what the call threw
 */
export async function whenTurnedAway<T>(
  { clock, signal, random }: World,
  doing: string,
  send: () => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await send();
    } catch (error) {
      if (!isApiError(error) || error.status !== 429 || attempt >= defaultRetryPolicy.maxAttempts)
        throw error;
      const pause = pauseMs(defaultRetryPolicy, attempt, error.retryAfterMs, random);
      if (pause === undefined) throw error;
      await clock.sleep(pause, signal).catch(() => {
        throw new CancelledError(doing);
      });
    }
  }
}
