import type { SandboxClock } from '../../clock.ts';

/** A job, as far as its turn is concerned. */
interface QueuedJob {
  readonly status: string;
  readonly isOver: boolean;
  readonly isStuck: boolean;
  enqueue(): void;
  run(): void;
  settle(): Promise<void>;
  completeWhenScored(): void;
  abortWhenOverdue(): void;
}

interface Entry {
  readonly job: QueuedJob;
  /** The instance's steps when the job's turn came. */
  since?: number;
}

const waitingSteps = 1;
const totalSteps = 2;

/**
 * What scores the batch jobs of some deployments, one at a time in the order they came. It moves one step with each
 * poll of any of its jobs, so that a job whose client has gone does not hold up the others for ever.
 */
export class PredictionInstance {
  readonly id: string;
  readonly platform: 'datarobot' | 'datarobotServerless';
  readonly #clock: SandboxClock;
  readonly #atOnce: () => number;
  #entries: Entry[] = [];
  #polls = 0;

  constructor(options: {
    readonly id: string;
    readonly platform: PredictionInstance['platform'];
    readonly clock: SandboxClock;
    /** How many jobs run at the same time. */
    readonly atOnce: () => number;
  }) {
    this.id = options.id;
    this.platform = options.platform;
    this.#clock = options.clock;
    this.#atOnce = options.atOnce;
  }

  /** Puts a job at the end of the queue. */
  enter(job: QueuedJob): void {
    this.#entries.push({ job });
    job.enqueue();
    this.advance();
  }

  /** A status poll: one step, unless jobs follow the clock. Waits for the scoring of what runs, so that counts hold. */
  async poll(): Promise<void> {
    if (this.#clock.timeScale === undefined) this.#polls += 1;
    this.advance();
    await Promise.all(this.#entries.map(({ job }) => job.settle()));
    this.advance();
  }

  /** Lets happen what is due. */
  advance(): void {
    for (;;) {
      this.#entries = this.#entries.filter(({ job }) => !job.isOver);
      const ended = this.#entries.slice(0, this.#atOnce()).filter((entry) => this.#move(entry));
      if (ended.length === 0) return;
    }
  }

  /** How many jobs are to end before this one starts; `undefined` when it is not here. */
  ahead(job: QueuedJob): number | undefined {
    const index = this.#entries.findIndex((each) => each.job === job);
    return index === -1 ? undefined : Math.max(0, index - this.#atOnce() + 1);
  }

  get counts(): { readonly queued: number; readonly processing: number } {
    const processing = this.#entries.filter(({ job }) => job.status === 'RUNNING').length;
    return { queued: this.#entries.length - processing, processing };
  }

  clear(): void {
    this.#entries = [];
    this.#polls = 0;
  }

  /** @returns whether the job has ended by it */
  #move(entry: Entry): boolean {
    const { job } = entry;
    entry.since ??= this.#steps;
    if (job.isStuck) return false;
    const age = this.#age(entry.since);
    if (age > waitingSteps) job.run();
    if (age > totalSteps) job.completeWhenScored();
    job.abortWhenOverdue();
    return job.isOver;
  }

  get #steps(): number {
    return this.#polls + this.#clock.steps;
  }

  #age(since: number): number {
    return Math.floor(this.#steps - since + 1e-9);
  }
}
