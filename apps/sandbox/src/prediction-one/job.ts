import { setTimeout as sleep } from 'node:timers/promises';
import type { SandboxClock } from '../clock.ts';
import { Progress } from '../progress.ts';
import type { Model } from './model.ts';
import type { StoredResult } from './result-file.ts';

/** What came out of a training. */
export interface Outcome {
  readonly model: Model;
  readonly result: StoredResult;
}

export type JobState = 'issued' | 'waiting' | 'running' | 'finished' | 'failed';

const waitingSteps = 1;
const totalSteps = 2;

/** A fit is normally done long before its job's last poll; a poll waits this long for it, so that counts hold. */
const patienceMs = 2_000;

/** A training in the background, whether of a model that exists or from scratch, advanced by polls. */
export class Job {
  readonly createdMs: number;
  /** When the last training started, or ended. */
  updatedMs: number;
  trainingsStarted = 0;
  outcome: Outcome | undefined;
  failure: string | undefined;
  readonly #clock: SandboxClock;
  #progress: Progress;
  /** The training whose end counts: an earlier one, or one that was made to fail, ends unheard. */
  #current: symbol | undefined;
  /** Settles, never rejects, when the fit is done. */
  #work: Promise<void> | undefined;

  constructor(clock: SandboxClock) {
    this.#clock = clock;
    this.createdMs = this.updatedMs = clock.now();
    this.#progress = new Progress(clock);
  }

  /** Trains from the start, also in the middle of an earlier training; `fit` says what came out. */
  start(fit: () => Promise<Outcome>): void {
    const training = (this.#current = Symbol('training'));
    this.trainingsStarted += 1;
    this.#progress = new Progress(this.#clock);
    this.#end({});
    this.#work = fit().then(
      (outcome) => {
        if (training === this.#current) this.#end({ outcome });
      },
      (error: unknown) => {
        if (training === this.#current) this.fail(error instanceof Error ? error.message : String(error));
      },
    );
  }

  fail(message: string): void {
    this.#current = undefined;
    this.#end({ failure: message });
  }

  poll(): void {
    this.#progress.poll();
  }

  get steps(): number {
    return this.#progress.steps;
  }

  /** At the last step, waits for the fit when only that is missing. */
  async settle(): Promise<void> {
    if (this.steps > totalSteps)
      await Promise.race([this.#work, sleep(patienceMs, undefined, { ref: false })]);
  }

  /** @param endless it never ends */
  state(endless = false): JobState {
    if (this.trainingsStarted === 0) return this.failure === undefined ? 'issued' : 'failed';
    if (this.steps <= waitingSteps) return 'waiting';
    if (this.steps <= totalSteps || endless) return 'running';
    if (this.failure !== undefined) return 'failed';
    return this.outcome === undefined ? 'running' : 'finished';
  }

  /** Bound, to be handed on without a closure. */
  readonly isFinished = (): boolean => this.state() === 'finished';

  #end({ outcome, failure }: { readonly outcome?: Outcome; readonly failure?: string }): void {
    this.outcome = outcome;
    this.failure = failure;
    this.updatedMs = this.#clock.now();
  }
}
