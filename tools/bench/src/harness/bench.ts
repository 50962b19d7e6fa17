import type { Gate } from './gate.ts';

/** What a bench runs with. */
export interface BenchContext {
  /** A temporary folder of this run, removed at its end whatever happens. */
  readonly folder: string;
  /** Less data and fewer rounds: to see whether a bench works, not to publish its figures. */
  readonly quick: boolean;
  readonly signal: AbortSignal;
  /** Says on stderr what is going on. */
  log(text: string): void;
}

/** A table of a report; the first column names the row. */
export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What a bench found. */
export interface BenchReport {
  readonly title: string;
  /** What was done, sentence by sentence, so that it can be done again. */
  readonly conditions: readonly string[];
  readonly tables: readonly Table[];
  readonly gates: readonly Gate[];
  /** Every single measurement, for whoever wants to count again. */
  readonly measurements: unknown;
}

export type Bench = (context: BenchContext) => Promise<BenchReport>;
