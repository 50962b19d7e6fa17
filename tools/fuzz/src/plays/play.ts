import type { Secrets } from '@modelferry/auth';
import type { Clock, Transport } from '@modelferry/http';
import type { ProgressEvent } from '@modelferry/operation';
import type { MemoryLedger } from '@modelferry/testkit';
import type { Sink } from '@modelferry/upload';

/** What a play gets of the world. */
export interface World {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly secrets: Secrets;
  readonly random: () => number;
  readonly sink: Sink;
  /** Told of everything as it happens. */
  readonly onProgress: (event: ProgressEvent) => void;
  readonly jobs: MemoryLedger;
}

export type Inputs = Readonly<Record<string, unknown>>;

/** Something of a catalog that can be run: an operation, a list to choose from, the end of a job, an event. */
export interface Play {
  /** `dataset.upload`, `lookup jobs`, `cancel training-job`, `event trainingJobEnded` */
  readonly name: string;
  /** Makes what it works on, and says what it is told. */
  prepare(world: World): Promise<Inputs>;
  run(world: World, inputs: Inputs): Promise<unknown>;
}
