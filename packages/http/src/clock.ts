/** Time, as the host tells it. */
export interface Clock {
  /** Milliseconds since 1970, as `Date.now()` gives them. */
  now(): number;
  /**
   * Resolves after `ms` milliseconds, which may be more than a timer can hold (2^31 - 1).
   * @throws the signal's reason as soon as the signal is aborted
   */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}
