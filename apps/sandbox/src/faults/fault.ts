import type { AnyFaultKind } from './kinds.ts';

/** A fault as it is asked for. Which of the later fields mean something, the kind says. */
export interface FaultRequest {
  readonly kind: AnyFaultKind;
  /** The API to strike (`retrainUpload`, `put`, `batchCreate`, ...) or `any`. @default what the kind says, else `any` */
  readonly operation?: string;
  /** Strike only this server (`predictionOne.japan`, `predictionOne.international`, `dataRobot`, `dataRobot.prediction`, `portable`, `abeja`, `storage`). @default any */
  readonly origin?: string;
  /** How many matching calls pass unharmed first. @default 0 */
  readonly skip?: number;
  /** How many calls to strike. @default what the kind says, else 1 */
  readonly times?: number;
  readonly status?: number;
  /** Sent as it is when a string, else as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly contentType?: string;
  readonly delayMs?: number;
  readonly bytes?: number;
  readonly seconds?: number;
  readonly value?: string;
  readonly code?: number;
  readonly error?: string;
  readonly message?: string;
}

/** A fault as it stands in the plan. */
export interface PlannedFault extends FaultRequest {
  readonly id: string;
  readonly operation: string;
  readonly skip: number;
  readonly times: number;
  /** How many calls it has struck. */
  readonly hits: number;
  /** It has struck as often as planned (one that strikes without end: at least once). */
  readonly consumed: boolean;
}

/** Faults that were planned together. */
export interface FaultPlan {
  readonly id: string;
  readonly faults: readonly PlannedFault[];
  /** Every one of them is consumed. */
  readonly consumed: boolean;
}
