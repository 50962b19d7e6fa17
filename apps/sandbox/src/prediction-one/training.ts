import { Progress } from '../clock.ts';
import type { SandboxClock } from '../clock.ts';
import type { ReceivedUpload } from '../storage/receive-upload.ts';
import type { Outcome } from './retrain-job.ts';

export type TrainingFile = 'learn' | 'eval' | 'column-info';

const totalSteps = 2;

/** One training from scratch: three upload URLs, then Train. */
export class Training {
  readonly uploadId: string;
  readonly extension: string;
  /** The id under which its status is known. */
  id: string;
  readonly files = new Map<TrainingFile, ReceivedUpload>();
  readonly createdMs: number;
  updatedMs: number;
  started = false;
  columnInfoPolls = 0;
  outcome: Outcome | undefined;
  failure: string | undefined;
  work: Promise<void> | undefined;
  readonly #clock: SandboxClock;
  #progress: Progress;

  constructor(uploadId: string, extension: string, clock: SandboxClock) {
    this.uploadId = this.id = uploadId;
    this.extension = extension;
    this.#clock = clock;
    this.createdMs = this.updatedMs = clock.now();
    this.#progress = new Progress(clock);
  }

  start(fit: () => Promise<Outcome>): void {
    this.started = true;
    this.#progress = new Progress(this.#clock);
    this.work = fit().then(
      (outcome) => {
        this.outcome ??= outcome;
        this.updatedMs = this.#clock.now();
      },
      (error: unknown) => {
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

  get due(): boolean {
    return this.started && this.#progress.steps > totalSteps;
  }

  state(endless = false): 'issued' | 'running' | 'finished' | 'failed' {
    if (!this.started) return 'issued';
    if (!this.due || endless) return 'running';
    if (this.failure !== undefined) return 'failed';
    return this.outcome === undefined ? 'running' : 'finished';
  }
}
