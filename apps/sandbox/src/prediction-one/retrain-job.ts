import { Progress } from '../clock.ts';
import type { SandboxClock } from '../clock.ts';
import type { ReceivedUpload } from '../storage/receive-upload.ts';
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

/** A job's fit is normally done long before its last poll; a poll waits this long for it, so that counts hold. */
export const patienceMs = 2_000;

/** One retraining: issued, fed by a PUT, trained in the background, advanced by polls. */
export class RetrainJob {
  readonly id: string;
  readonly fileName: string;
  /** The model that the asking key belongs to. */
  readonly baseModelId: number;
  readonly uploads: ReceivedUpload[] = [];
  trainingsStarted = 0;
  switches = 0;
  deleted = false;
  outcome: Outcome | undefined;
  failure: string | undefined;
  /** Settles, never rejects, when the fit is done. */
  work: Promise<void> | undefined;
  readonly #clock: SandboxClock;
  #progress: Progress;

  constructor(options: {
    readonly id: string;
    readonly fileName: string;
    readonly baseModelId: number;
    readonly clock: SandboxClock;
  }) {
    this.id = options.id;
    this.fileName = options.fileName;
    this.baseModelId = options.baseModelId;
    this.#clock = options.clock;
    this.#progress = new Progress(options.clock);
  }

  /** Trains from the start; `fit` says what came out. */
  start(fit: () => Promise<Outcome>): void {
    this.trainingsStarted += 1;
    const turn = this.trainingsStarted;
    this.#progress = new Progress(this.#clock);
    this.outcome = this.failure = undefined;
    this.work = fit().then(
      (outcome) => {
        if (turn === this.trainingsStarted) this.outcome = outcome;
      },
      (error: unknown) => {
        if (turn === this.trainingsStarted)
          this.failure = error instanceof Error ? error.message : String(error);
      },
    );
  }

  fail(message: string): void {
    this.failure = message;
    this.outcome = undefined;
  }

  poll(): void {
    this.#progress.poll();
  }

  get polls(): number {
    return this.#progress.steps;
  }

  /** @param endless it never ends */
  state(endless = false): JobState {
    if (this.failure !== undefined && this.trainingsStarted === 0) return 'failed';
    if (this.trainingsStarted === 0) return 'issued';
    const { steps } = this.#progress;
    if (steps <= waitingSteps) return 'waiting';
    if (steps <= totalSteps || endless) return 'running';
    if (this.failure !== undefined) return 'failed';
    return this.outcome === undefined ? 'running' : 'finished';
  }

  /** It is at its last step, and only the fit may be missing. */
  get due(): boolean {
    return this.trainingsStarted > 0 && this.#progress.steps > totalSteps;
  }
}
