import type { SandboxClock } from '../../clock.ts';
import { Progress } from '../../progress.ts';
import type { Fields } from '../fields.ts';
import type { Model } from '../training/model.ts';
import type { AbejaVariants } from '../variants.ts';
import type { CodeVersion } from './code-version.ts';

/** The vendor's words; the last two are not documented. */
export type ServiceStatus = 'IN_PROGRESS' | 'READY' | 'FAILED' | 'STOPPED';

/** How much of a machine it has. */
export interface Size {
  readonly instance_number: number;
  readonly min_instance_number: number;
  readonly max_instance_number: number;
  readonly enable_autoscale: boolean;
}

const startingSteps = 2;

/** A model and code, answering. It gets ready with each look at it, or with the clock. */
export class Service {
  readonly id: string;
  readonly instanceType: string;
  readonly environment: Fields;
  readonly recordChannelId: string | null;
  readonly createdMs: number;
  readonly logs: { readonly message: string; readonly timeMs: number }[] = [];
  version: CodeVersion;
  model: Model | undefined;
  size: Size;
  modifiedMs: number;
  status: ServiceStatus = 'IN_PROGRESS';
  /** It never gets ready. */
  isStuck = false;
  readonly #clock: SandboxClock;
  readonly #variants: AbejaVariants;
  #progress: Progress;

  constructor(
    facts: Pick<
      Service,
      'id' | 'instanceType' | 'environment' | 'recordChannelId' | 'version' | 'model' | 'size'
    >,
    clock: SandboxClock,
    variants: AbejaVariants,
  ) {
    this.id = facts.id;
    this.instanceType = facts.instanceType;
    this.environment = facts.environment;
    this.recordChannelId = facts.recordChannelId;
    this.version = facts.version;
    this.model = facts.model;
    this.size = facts.size;
    this.#clock = clock;
    this.#variants = variants;
    this.createdMs = this.modifiedMs = clock.now();
    this.#progress = new Progress(clock);
  }

  /** One step, unless things follow the clock. */
  poll(): void {
    const steps = this.#progress.poll();
    if (this.status !== 'IN_PROGRESS' || steps <= startingSteps) return;
    if (this.isStuck || this.#variants.has('service-stuck')) return;
    this.become(this.#variants.has('service-fails') ? 'FAILED' : 'READY');
  }

  /** Begins to get ready, again. */
  restart(): void {
    this.#progress = new Progress(this.#clock);
    this.become('IN_PROGRESS');
  }

  become(status: ServiceStatus): void {
    this.status = status;
    this.modifiedMs = this.#clock.now();
    this.log(`the service is ${status}`);
  }

  log(message: string): void {
    this.logs.push({ message, timeMs: this.#clock.now() });
  }
}
