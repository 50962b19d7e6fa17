import {
  CancelledError,
  defaultRetryPolicy,
  isApiError,
  isTransportError,
  pauseMs,
  type Clock,
} from '@modelferry/http';
import { retryRules } from '../client/limits.ts';

const policy = { ...defaultRetryPolicy, ...retryRules };

/** What repeating needs of a run's context. */
export interface World {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly random: () => number;
}

/**
 * Sends a call that must never be carried out twice. It is sent again only where the failure proves that it was not: the
 * vendor turned it away with 429, or its body broke off on the way.
 * @param replayable whether its body can be sent again
 * @throws what the call threw
 */
export async function untilTaken<T>(
  { clock, signal, random }: World,
  doing: string,
  send: () => Promise<T>,
  replayable = true,
): Promise<T> {
  for (let sends = 1; ; sends++) {
    try {
      return await send();
    } catch (error) {
      if (!replayable || sends >= policy.maxAttempts || !isProvablyUndone(error)) throw error;
      const asked = isApiError(error) ? error.retryAfterMs : undefined;
      const pause = pauseMs(policy, sends, asked, random);
      if (pause === undefined) throw error;
      await clock.sleep(pause, signal).catch(() => {
        throw new CancelledError(doing);
      });
    }
  }
}

/** Where not even the body's beginning left, the client has repeated it already. */
const isProvablyUndone = (error: unknown): boolean =>
  isTransportError(error)
    ? error.bodyTaken === 'part' && (error.kind === 'timeout' || error.kind === 'network')
    : isApiError(error) && error.status === 429;
