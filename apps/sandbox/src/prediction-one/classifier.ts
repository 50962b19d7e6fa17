import type { SandboxClock } from '../clock.ts';
import { Progress } from '../progress.ts';
import type { Model } from './model.ts';
import type { PredictionOneVariants } from './variants.ts';

export type ClassifierStatus = 'building' | 'running' | 'updating' | 'failed' | 'terminating' | 'terminated';

export interface Rule {
  readonly source: string;
  readonly order: 'allow' | 'deny';
  readonly priority: number;
}

const workSteps: Partial<Readonly<Record<ClassifierStatus, number>>> = {
  building: 2,
  updating: 2,
  terminating: 1,
};

/** A published model ("prediction API") and its life. */
export class Classifier {
  readonly id: string;
  readonly createdMs: number;
  readonly url: string;
  model: Model;
  apiKey: string;
  rules: readonly Rule[];
  active = true;
  isEditable: boolean;
  updatedMs: number;
  /** Scorings that a variant has turned away. */
  refusals = 0;
  readonly #clock: SandboxClock;
  readonly #variants: PredictionOneVariants;
  #status: ClassifierStatus = 'running';
  #progress: Progress;
  #pending: { readonly model: Model; readonly done: () => void } | undefined;
  #runningSince = Number.NEGATIVE_INFINITY;

  constructor(options: {
    readonly id: string;
    readonly url: string;
    readonly model: Model;
    readonly apiKey: string;
    readonly rules: readonly Rule[];
    readonly clock: SandboxClock;
    readonly variants: PredictionOneVariants;
  }) {
    this.id = options.id;
    this.url = options.url;
    this.model = options.model;
    this.apiKey = options.apiKey;
    this.rules = options.rules;
    this.#clock = options.clock;
    this.#variants = options.variants;
    this.isEditable = !options.variants.has('is-editable-means-locked');
    this.createdMs = this.updatedMs = options.clock.now();
    this.#progress = new Progress(options.clock);
  }

  /** The status as time has made it. */
  get status(): ClassifierStatus {
    this.#settle();
    return this.#status;
  }

  /** `null` until it is built. */
  get publishedUrl(): string | null {
    if (this.status === 'building' || this.status === 'failed') return null;
    const late = this.#variants.has('url-late') && this.#progress.steps - this.#runningSince < 2;
    return late ? null : this.url;
  }

  get locked(): boolean {
    return this.isEditable === this.#variants.has('is-editable-means-locked');
  }

  /** Somebody looked. */
  poll(): void {
    this.#progress.poll();
    this.#settle();
  }

  build(): void {
    this.#begin('building');
    this.active = true;
  }

  stop(): void {
    if (this.status === 'running') this.#begin('terminating');
    this.active = false;
  }

  /** Replaces the model; the old one answers until the work is done. */
  switchTo(model: Model, done: () => void): void {
    this.#settle();
    this.#pending = { model, done };
    if (this.#variants.has('switch-sync')) this.#finish();
    else this.#begin('updating');
  }

  #begin(status: ClassifierStatus): void {
    this.#status = status;
    this.#progress = new Progress(this.#clock);
    this.#runningSince = Number.NEGATIVE_INFINITY;
    this.updatedMs = this.#clock.now();
  }

  #settle(): void {
    const steps = workSteps[this.#status];
    if (steps !== undefined && this.#progress.steps > steps) this.#finish();
  }

  #finish(): void {
    if (this.#status === 'terminating') this.#status = 'terminated';
    else if (this.#status === 'building' && this.#variants.has('classifier-build-fails'))
      this.#status = 'failed';
    else if (this.#pending !== undefined && this.#variants.has('switch-fails')) this.#status = 'failed';
    else {
      if (this.#status === 'building') this.#runningSince = this.#progress.steps;
      this.#status = 'running';
      if (this.#pending !== undefined) this.model = this.#pending.model;
      this.#pending?.done();
    }
    this.#pending = undefined;
    this.updatedMs = this.#clock.now();
  }
}
