import type { RetryPolicy } from '@modelferry/http';
import type { CallTimeouts } from '@modelferry/operation';

/** Longest silences, in milliseconds. @default {@link defaultTimeouts} */
export interface Timeouts extends CallTimeouts {
  /** Of scoring at once: until the answer comes. @default 600000 */
  readonly scoreMs: number;
}

/**
 * The figures of the vendor's own clients; a download comes as fast as the model scores. Source: section 5.1.
 */
export const defaultTimeouts: Timeouts = {
  jsonMs: 60_000,
  uploadMs: 600_000,
  scoreMs: 600_000,
  downloadMs: 660_000,
};

/** Largest body of a prediction before it is compressed, in bytes. Source: section 5.1. */
export const maxPredictionBytes = 50 * 1024 * 1024;

/** At most 5 tries, `Retry-After` honoured up to 300 s, pauses of our own from 0.5 s to 30 s. Source: section 5.2. */
export const retryRules: Partial<RetryPolicy> = {
  maxAttempts: 5,
  baseDelayMs: 1_000,
  minDelayMs: 500,
  maxDelayMs: 30_000,
  maxRetryAfterMs: 300_000,
  totalTimeoutMs: 1_500_000,
};

/** Pause after the first look at something that goes on, in milliseconds; it grows. Source: sections 3.15 and 6. */
export const firstPauseMs = 1_000;
