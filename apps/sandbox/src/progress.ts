import type { SandboxClock } from './clock.ts';

/** How far one job has come, in whole steps. */
export class Progress {
  readonly #clock: SandboxClock;
  readonly #startedAt: number;
  #polls = 0;

  constructor(clock: SandboxClock) {
    this.#clock = clock;
    this.#startedAt = clock.steps;
  }

  /** A status poll: one step, unless jobs follow the clock. */
  poll(): number {
    if (this.#clock.timeScale === undefined) this.#polls += 1;
    return this.steps;
  }

  get steps(): number {
    return this.#polls + Math.floor(this.#clock.steps - this.#startedAt + 1e-9);
  }
}
