import type { SandboxClock } from '../clock.ts';

/** The vendor's words. */
export type TaskStatus = 'INITIALIZED' | 'RUNNING' | 'COMPLETED' | 'ERROR' | 'ABORTED' | 'EXPIRED';

/** What comes of a task that ends well. */
export interface TaskOutcome {
  /** Of the result, below the root. */
  readonly path: string;
  /** Called once, when it ends. */
  readonly apply: () => void;
}

const runningSteps = 1;
const totalSteps = 2;

/** Something that goes on after its call was answered. It moves a step with each poll of it, or with the clock. */
export class AsyncTask {
  readonly id: string;
  readonly type: string;
  readonly description: string;
  readonly createdMs: number;
  status: TaskStatus = 'INITIALIZED';
  message = '';
  path: string | undefined;
  isDeleted = false;
  /** Called when it ends otherwise than well. */
  onFailure: ((message: string) => void) | undefined;
  readonly #work: Promise<TaskOutcome>;
  readonly #clock: SandboxClock;
  readonly #since: number;
  #polls = 0;

  constructor(options: {
    readonly id: string;
    readonly type: string;
    readonly description: string;
    readonly clock: SandboxClock;
    /** Goes on at once; one that rejects ends the task as ERROR, when it is time. */
    readonly work: Promise<TaskOutcome>;
  }) {
    this.id = options.id;
    this.type = options.type;
    this.description = options.description;
    this.#clock = options.clock;
    this.createdMs = options.clock.now();
    this.#since = options.clock.steps;
    this.#work = options.work;
    this.#work.catch(() => undefined);
  }

  get isOver(): boolean {
    return this.status !== 'INITIALIZED' && this.status !== 'RUNNING';
  }

  /** One step, unless tasks follow the clock. */
  async poll(): Promise<void> {
    if (this.#clock.timeScale === undefined) this.#polls += 1;
    const age = Math.floor(this.#polls + this.#clock.steps - this.#since + 1e-9);
    if (!this.isOver && age > runningSteps) this.status = 'RUNNING';
    if (age > totalSteps) await this.finish();
  }

  /** Waits for its work, and ends it. */
  async finish(): Promise<void> {
    if (this.isOver) return;
    try {
      const outcome = await this.#work;
      if (this.isOver) return;
      outcome.apply();
      this.path = outcome.path;
      this.status = 'COMPLETED';
    } catch (error) {
      this.end('ERROR', error instanceof Error ? error.message : String(error));
    }
  }

  /** Ends it before its time. */
  end(status: TaskStatus, message: string): void {
    if (this.isOver) return;
    this.status = status;
    this.message = message;
    if (status !== 'COMPLETED') this.onFailure?.(message);
  }
}
