/** When and how often a request is sent again. */
export interface RetryPolicy {
  /** Requests in all, the first one included. @default 5 */
  readonly maxAttempts: number;
  /** Upper bound of the first pause, in milliseconds; it doubles each time. @default 1000 */
  readonly baseDelayMs: number;
  /** Lower bound of any pause of our own choosing, in milliseconds; at most the upper one. @default 0 */
  readonly minDelayMs?: number;
  /** Upper bound of any pause of our own choosing, in milliseconds. @default 8000 */
  readonly maxDelayMs: number;
  /** Longest `Retry-After` that is obeyed, in milliseconds; a longer one ends the request. @default 60000 */
  readonly maxRetryAfterMs: number;
  /** Budget for all attempts and pauses together, in milliseconds. @default 180000 */
  readonly totalTimeoutMs: number;
}

/** Four retries after 1, 2, 4 and 8 s at most. Source: docs/vendors/prediction-one.md, 5.2. */
export const defaultRetryPolicy: RetryPolicy = {
  maxAttempts: 5,
  baseDelayMs: 1_000,
  maxDelayMs: 8_000,
  maxRetryAfterMs: 60_000,
  totalTimeoutMs: 180_000,
};

const transientStatuses: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504, 570]);

/** Whether a status says that the same request may succeed later. */
export const isTransientStatus = (status: number): boolean => transientStatuses.has(status);

/**
 * The pause before attempt `attempt + 1`, in milliseconds: what the server asked for, else full jitter under a doubling
 * bound.
 * @returns undefined when the server asks for more than the policy allows
 */
export function pauseMs(
  policy: RetryPolicy,
  attempt: number,
  retryAfter: number | undefined,
  random: () => number,
): number | undefined {
  if (retryAfter !== undefined) return retryAfter <= policy.maxRetryAfterMs ? retryAfter : undefined;
  const bound = Math.min(policy.maxDelayMs, policy.baseDelayMs * 2 ** Math.min(attempt - 1, 64));
  return Math.max(policy.minDelayMs ?? 0, bound * random());
}
