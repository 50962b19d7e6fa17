import type { FaultRequest, OperationName } from '@modelferry/sandbox';

/** What a vendor refuses, or cannot do. */
export interface Refusal {
  readonly step: string;
  readonly fault?: FaultRequest | readonly FaultRequest[];
  readonly variants?: readonly string[];
  /** What the error says, and what it tells to do. */
  readonly told: RegExp;
}

/** By what is wrong. */
export type Refusals = Readonly<Record<string, Refusal>>;

/** A refusal in the vendor's own form. */
export const refused = (operation: OperationName, status: number, message: string): FaultRequest => ({
  kind: 'vendor-error',
  ...{ operation, status, message },
});
