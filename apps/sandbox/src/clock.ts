/** How long one step of a job takes when jobs follow the clock (`timeScale`) instead of being advanced by polls. */
const stepMs = 60_000;

/**
 * The sandbox's time. Jobs advance one step per status poll, unless `timeScale` is given: then they advance with the
 * clock, `timeScale` times as fast as real time. Expiries always follow real time plus what was stepped by hand, so that
 * a fast job does not make an upload URL expire under a slow upload.
 */
export class SandboxClock {
  readonly timeScale: number | undefined;
  #startedMs = Date.now();
  #advancedMs = 0;
  #steps = 0;

  constructor(timeScale?: number) {
    this.timeScale = timeScale;
  }

  /** Epoch milliseconds by which expiries and dates are told. */
  now(): number {
    return Date.now() + this.#advancedMs;
  }

  /** Steps that every job has made since the sandbox started, without its own polls. */
  get steps(): number {
    const scaledMs = (Date.now() - this.#startedMs) * (this.timeScale ?? 0);
    return this.#steps + (scaledMs + this.#advancedMs) / stepMs;
  }

  /** Moves every job by whole steps. */
  step(count: number): void {
    this.#steps += count;
  }

  /** Moves time itself: expiries, and jobs by one step per minute. */
  advance(ms: number): void {
    this.#advancedMs += ms;
  }

  reset(): void {
    this.#startedMs = Date.now();
    this.#advancedMs = 0;
    this.#steps = 0;
  }
}
