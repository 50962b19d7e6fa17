/** What a job is doing, in our words. `unknown` is a status no rule of ours knows: it waits, and is never taken for success. */
export type JobState = 'waiting' | 'running' | 'unknown' | 'succeeded' | 'failed' | 'cancelled';

/** Something that a job tells of its own work while it goes on: `epoch 2 of 5`, `train.loss 0.05`. */
export interface Figure {
  /** `epoch`, `loss`. */
  readonly name: string;
  /** The stage of the work that it is of: `train`. @default it is of the whole */
  readonly stage?: string;
  /** As it was told, and on the scale of whoever told it. What is not finite may come as text: `NaN`. */
  readonly value: number | string;
  /** What the value goes up to, where that was told. */
  readonly total?: number;
}

/** What the vendor said about a job at one moment. */
export interface JobSnapshot<Result = unknown> {
  readonly state: JobState;
  /** The vendor's own word, as it came. */
  readonly rawStatus: string;
  /** From 0 to 1, where the vendor tells. */
  readonly progress?: number;
  /** The vendor's own text, bounded and redacted. */
  readonly message?: string;
  /** What the job tells of its own work: bounded and redacted, too. */
  readonly figures?: readonly Figure[];
  /** What the job made, once it has succeeded. */
  readonly result?: Result;
}

/** Names a job for another process, or another day. Holds no secret. */
export interface JobReference {
  readonly vendor: string;
  /** What kind of job: `retraining`. */
  readonly kind: string;
  readonly id: string;
  /** As sentences call it, where the ID is made of several: `retraining run 42`. @default its kind and ID */
  readonly name?: string;
}

/** Something that goes on at the vendor after we asked for it. */
export interface Job<Result = unknown> {
  readonly reference: JobReference;
  /** Asks once. @throws TransportError or ApiError, of which the poller forgives a few in a row */
  read(signal: AbortSignal): Promise<JobSnapshot<Result>>;
  /** Ends it at the vendor. Absent where the vendor documents no way. */
  cancel?(signal: AbortSignal): Promise<void>;
}

/** Whether a job in this state has ended. */
export const isFinal = (state: JobState): boolean =>
  state === 'succeeded' || state === 'failed' || state === 'cancelled';
