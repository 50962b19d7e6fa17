import type { SandboxClock } from '../../clock.ts';
import { Progress } from '../../progress.ts';
import type { Contents } from '../contents.ts';
import type { Fields } from '../fields.ts';
import type { AbejaVariants } from '../variants.ts';
import type { Version } from './version.ts';
import type { Trained } from './train.ts';

/** The vendor's words. */
export type JobStatus = 'Pending' | 'Active' | 'Stopped' | 'Complete' | 'Failed';

const pendingSteps = 2;
const activeSteps = 3;
const slowStopSteps = 2;

/** What a job is made with. */
export interface JobFacts {
  readonly id: string;
  readonly definitionId: string;
  readonly version: Version;
  readonly execEnv: string;
  readonly instanceType: string;
  readonly environment: Fields;
  readonly userParameters: Fields;
  readonly datasets: Readonly<Record<string, string>>;
  readonly description: string | null;
  readonly exportLog: boolean;
}

/** One run of a version. It moves a step with each look at it, or with the clock; a local one when its client says so. */
export class Job {
  readonly facts: JobFacts;
  readonly createdMs: number;
  readonly logs: { readonly message: string; readonly timeMs: number }[] = [];
  modifiedMs: number;
  status: JobStatus = 'Pending';
  statusMessage: string | null = null;
  statistics: Fields | null = null;
  startMs: number | null = null;
  endMs: number | null = null;
  archived = false;
  isGone = false;
  /** Answers to questions for the result that are left out yet. */
  resultLooks = 0;
  result: Contents | undefined;
  /** Somebody else has written the statistics. */
  hasOwnStatistics = false;
  readonly #clock: SandboxClock;
  readonly #variants: AbejaVariants;
  readonly #progress: Progress;
  readonly #training: Promise<Trained>;
  readonly #onEnd: (job: Job, trained: Trained | undefined) => Promise<void>;
  #stopsAt: number | undefined;

  constructor(
    facts: JobFacts,
    parts: {
      readonly clock: SandboxClock;
      readonly variants: AbejaVariants;
      readonly training: Promise<Trained>;
      /** Leaves the result and the model. */
      readonly onEnd: (job: Job, trained: Trained | undefined) => Promise<void>;
    },
  ) {
    this.facts = facts;
    this.#clock = parts.clock;
    this.#variants = parts.variants;
    this.#training = parts.training;
    this.#training.catch(() => undefined);
    this.#onEnd = parts.onEnd;
    this.#progress = new Progress(parts.clock);
    this.createdMs = this.modifiedMs = parts.clock.now();
    this.log(`accepted on ${facts.instanceType}`);
  }

  get isOver(): boolean {
    return this.status !== 'Pending' && this.status !== 'Active';
  }

  log(message: string, timeMs = this.#clock.now()): void {
    this.logs.push({ message, timeMs });
  }

  /** One step, unless jobs follow the clock. */
  async poll(): Promise<void> {
    const steps = this.#progress.poll();
    if (this.isOver || this.facts.execEnv === 'local') return;
    if (this.#stopsAt !== undefined) {
      if (steps >= this.#stopsAt) await this.end('Stopped');
      return;
    }
    const activeFor = steps - pendingSteps;
    if (activeFor <= 0 || this.#variants.has('stuck-pending')) return;
    if (activeFor > activeSteps || this.#variants.has('skips-active')) return this.#finish();
    this.activate();
    if (!this.hasOwnStatistics) await this.#tell(activeFor);
  }

  activate(): void {
    if (this.status === 'Pending') this.log('training has begun');
    this.status = 'Active';
    this.startMs ??= this.#clock.now();
    this.modifiedMs = this.#clock.now();
  }

  /** A user's stop. */
  async stop(): Promise<void> {
    if (this.#variants.has('stop-loses-to-complete')) return this.#finish();
    if (this.#variants.has('stop-slow')) this.#stopsAt = this.#progress.steps + slowStopSteps;
    else await this.end('Stopped');
  }

  async end(status: JobStatus, message: string | null = null, trained?: Trained): Promise<void> {
    if (this.isOver) return;
    this.status = status;
    this.statusMessage = message;
    this.endMs = this.modifiedMs = this.#clock.now();
    this.log(message ?? `the job is ${status}`);
    await this.#onEnd(this, trained);
  }

  async #finish(): Promise<void> {
    if (this.#variants.has('fails-with-message')) return this.end('Failed', 'sandbox: the job is to fail');
    try {
      const trained = await this.#training;
      if (this.isOver) return;
      this.activate();
      if (!this.hasOwnStatistics) await this.#tell(activeSteps);
      await this.end('Complete', null, trained);
    } catch (error) {
      await this.end('Failed', error instanceof Error ? error.message : String(error));
    }
  }

  /** What training has come to, of which a failed one has nothing to tell. */
  async #tell(epoch: number): Promise<void> {
    const trained = await this.#training.catch(() => undefined);
    const stages = trained?.epochs[epoch - 1];
    if (stages === undefined) return;
    const progress = Number((epoch / activeSteps).toFixed(4));
    this.statistics = { num_epochs: activeSteps, epoch, progress_percentage: progress, stages };
    this.log(`epoch ${epoch} of ${activeSteps}: ${JSON.stringify(stages)}`);
  }
}
