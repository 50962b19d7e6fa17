import { isApiError } from './errors/api-error.ts';
import { isTransportError, TransportError } from './errors/transport-error.ts';
import type { HttpCall } from './http-call.ts';
import { isReplayable } from './replayable.ts';
import { pauseMs, type RetryPolicy } from './retry-policy.ts';

const isPassing = ({ kind }: TransportError): boolean => kind === 'timeout' || kind === 'network';

/**
 * The pause before a failed call is sent again, in milliseconds.
 * @returns undefined when it must not be sent again: it would not help, or it could do the same thing twice
 */
export function pauseBeforeRetry(
  error: unknown,
  call: HttpCall,
  policy: RetryPolicy,
  attempt: number,
  random: () => number,
): number | undefined {
  if (attempt >= policy.maxAttempts || !isReplayable(call.body)) return undefined;
  if (isTransportError(error)) {
    const safe = call.idempotent || error.bodyTaken === 'none';
    return isPassing(error) && safe ? pauseMs(policy, attempt, undefined, random) : undefined;
  }
  if (!isApiError(error) || !call.idempotent || !error.retryable) return undefined;
  return pauseMs(policy, attempt, error.retryAfterMs, random);
}

/** What the caller gets to see: "try again" is bad advice where the request may have been carried out. */
export function finalError(error: unknown, call: HttpCall): unknown {
  if (!isTransportError(error) || call.idempotent || error.bodyTaken !== 'all' || !isPassing(error)) {
    return error;
  }
  return new TransportError({
    kind: error.kind,
    message: error.message,
    remedy: 'The request may have been carried out all the same: look before you send it again.',
    bodyTaken: 'all',
    cause: error.cause,
  });
}
