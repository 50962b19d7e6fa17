import type { Prediction, Reason } from '../../models/model.ts';

/** One row of the data with what came of it. */
export interface ScoredRow {
  readonly valueOf: (column: string) => string;
  /** Missing for a row that could not be scored. */
  readonly prediction?: Prediction;
  /** Strongest first; missing where none are asked for. */
  readonly reasons?: readonly Reason[];
  /** `OK`, or why not. */
  readonly status: string;
}
