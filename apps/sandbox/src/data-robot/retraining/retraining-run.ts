import type { SandboxClock } from '../../clock.ts';

/** The sandbox's own words: the vendor's are not documented. */
export type RunStatus = 'queued' | 'running' | 'completed' | 'failed' | 'cancelled';

/** What a run has led to; which of them, its policy's action says. */
export interface RunResult {
  readonly projectId: string | null;
  readonly modelPackageId: string | null;
  readonly registeredModelId: string | null;
  readonly challengerId: string | null;
}

const runningSteps = 1;
const totalSteps = 2;

/** One retraining. It moves a step with each poll of it, or with the clock. */
export class RetrainingRun {
  readonly id: string;
  readonly startMs: number;
  status: RunStatus = 'queued';
  finishMs: number | undefined;
  errorMessage: string | null = null;
  result: RunResult = { projectId: null, modelPackageId: null, registeredModelId: null, challengerId: null };
  /** How many looks at the list it stays out of. */
  hiddenLooks = 0;
  readonly #clock: SandboxClock;
  readonly #since: number;
  readonly #work: Promise<() => RunResult>;
  #polls = 0;

  constructor(options: {
    readonly id: string;
    readonly clock: SandboxClock;
    /** Goes on at once; what it gives is called when it is time. */
    readonly work: Promise<() => RunResult>;
  }) {
    this.id = options.id;
    this.#clock = options.clock;
    this.startMs = options.clock.now();
    this.#since = options.clock.steps;
    this.#work = options.work;
    this.#work.catch(() => undefined);
  }

  get isOver(): boolean {
    return this.status !== 'queued' && this.status !== 'running';
  }

  /** One step, unless runs follow the clock. */
  async poll(): Promise<void> {
    if (this.#clock.timeScale === undefined) this.#polls += 1;
    const age = Math.floor(this.#polls + this.#clock.steps - this.#since + 1e-9);
    if (!this.isOver && age > runningSteps) this.status = 'running';
    if (this.isOver || age <= totalSteps) return;
    try {
      const conclude = await this.#work;
      if (this.isOver) return;
      this.result = conclude();
      this.end('completed');
    } catch (error) {
      this.end('failed', error instanceof Error ? error.message : String(error));
    }
  }

  end(status: RunStatus, errorMessage: string | null = null): void {
    if (this.isOver) return;
    this.status = status;
    this.errorMessage = errorMessage;
    this.finishMs = this.#clock.now();
  }
}
