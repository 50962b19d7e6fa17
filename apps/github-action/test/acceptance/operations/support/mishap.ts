import type { FaultRequest } from '@modelferry/sandbox';

/** What goes wrong on the way, and is mended by the step itself. */
export interface Mishap {
  readonly step: string;
  readonly fault: FaultRequest;
  /** How many things are there afterwards that were not before. @default 1 */
  readonly made?: number;
  /** What the log says of it. */
  readonly told?: RegExp;
}

/** By what goes wrong. */
export type Mishaps = Readonly<Record<string, Mishap>>;
