import { isApiError } from '../errors/api-error.ts';
import { isTransportError } from '../errors/transport-error.ts';
import { pause, type PauseWorld } from '../pause.ts';
import { defaultRetryPolicy, pauseMs, type RetryPolicy } from '../retry-policy.ts';

/** What repeating needs of its host. */
export interface RepeatWorld extends PauseWorld {
  readonly random: () => number;
}

/** How to repeat a call. */
export interface RepeatOptions {
  /** @default {@link defaultRetryPolicy} */
  readonly policy?: RetryPolicy;
  /** Whether its body can be sent again. @default true */
  readonly replayable?: boolean;
}

/**
 * Sends a call that must never be carried out twice. It is sent again only where the failure proves that it was not: the
 * vendor turned it away with 429, or its body broke off on the way.
 * @param doing completes "Could not ..."
 * @throws what the call threw
 */
export async function sendUntilTaken<T>(
  world: RepeatWorld,
  doing: string,
  send: () => Promise<T>,
  { policy = defaultRetryPolicy, replayable = true }: RepeatOptions = {},
): Promise<T> {
  for (let sends = 1; ; sends++) {
    try {
      return await send();
    } catch (error) {
      if (!replayable || sends >= policy.maxAttempts || !isProvablyUndone(error)) throw error;
      const asked = isApiError(error) ? error.retryAfterMs : undefined;
      const ms = pauseMs(policy, sends, asked, world.random);
      if (ms === undefined) throw error;
      await pause(world, ms, doing);
    }
  }
}

/** Where not even the body's beginning left, the client has repeated it already. */
const isProvablyUndone = (error: unknown): boolean =>
  isTransportError(error)
    ? error.bodyTaken === 'part' && (error.kind === 'timeout' || error.kind === 'network')
    : isApiError(error) && error.status === 429;
