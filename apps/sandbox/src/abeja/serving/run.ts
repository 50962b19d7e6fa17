import type { SandboxClock } from '../../clock.ts';
import { Progress } from '../../progress.ts';
import type { Fields } from '../fields.ts';
import type { CodeVersion } from './code-version.ts';

/** The vendor's words, as far as the sandbox goes through them. */
export type RunStatus = 'SUBMITTED' | 'PENDING' | 'RUNNING' | 'SUCCEEDED' | 'FAILED';

const onTheWay: readonly RunStatus[] = ['SUBMITTED', 'PENDING', 'RUNNING'];

/** What a run is made with. */
export interface RunFacts {
  readonly id: string;
  readonly version: CodeVersion;
  readonly environment: Fields;
  readonly inputData: Fields;
  readonly retryCount: number;
  /** Set off by it. */
  readonly triggerId?: string;
}

/** A model applied to a file, once. It moves a step with each look at it, or with the clock. */
export class Run {
  readonly facts: RunFacts;
  readonly createdMs: number;
  readonly logs: { readonly message: string; readonly timeMs: number }[] = [];
  modifiedMs: number;
  status: RunStatus = 'SUBMITTED';
  readonly #clock: SandboxClock;
  readonly #progress: Progress;
  readonly #work: Promise<string>;

  /** @param work tells in a line what came of it; one that rejects ends the run as FAILED */
  constructor(facts: RunFacts, clock: SandboxClock, work: Promise<string>) {
    this.facts = facts;
    this.#clock = clock;
    this.#work = work;
    this.#work.catch(() => undefined);
    this.#progress = new Progress(clock);
    this.createdMs = this.modifiedMs = clock.now();
    this.#log('the run is SUBMITTED');
  }

  async poll(): Promise<void> {
    const steps = this.#progress.poll();
    if (this.status === 'SUCCEEDED' || this.status === 'FAILED') return;
    const status = onTheWay[steps - 1];
    if (status !== undefined) this.#become(status);
    else await this.#finish();
  }

  async #finish(): Promise<void> {
    try {
      this.#log(await this.#work);
      this.#become('SUCCEEDED');
    } catch (error) {
      this.#log(error instanceof Error ? error.message : String(error));
      this.#become('FAILED');
    }
  }

  #become(status: RunStatus): void {
    if (status === this.status) return;
    this.status = status;
    this.modifiedMs = this.#clock.now();
    this.#log(`the run is ${status}`);
  }

  #log(message: string): void {
    this.logs.push({ message, timeMs: this.#clock.now() });
  }
}
