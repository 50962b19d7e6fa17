/** What a training predicts. */
export type TargetType = 'binary_classification' | 'multi_classification' | 'regression';

/** Length of one step of a time series; `eom` is the end of a month. */
export type TimeUnit = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'eom';

/** The keys of Train's `config`, as section 3.7 of the specification lists them. */
export interface TrainConfig {
  /** Target column. */
  readonly tc: string;
  readonly tt: TargetType;
  /** Positive value; for binary classification only, and required there. */
  readonly tv?: string;
  /** 0 decides by itself, -1 cross-validates with automatic folds, 1 does not, 2 and more is the number of folds. */
  readonly cv?: number;
  /** Correct class imbalance; classification only. */
  readonly im?: boolean;
  /** Time-series mode; regression only. */
  readonly tsm?: boolean;
  readonly tsu?: TimeUnit;
  /** Time column; required with `tsm`. */
  readonly tsc?: string;
  /** Interval; 0 decides by itself. */
  readonly tsi?: number;
  /** First and last step of the forecast window; required with `tsm`. */
  readonly tsf?: number;
  readonly tst?: number;
  /** Series column. */
  readonly tss?: string;
  /** Whether the other columns are known for the forecast window. */
  readonly tsin?: boolean;
  /** Exceptions to `tsin`. A list, as far as is known (specification, Q17). */
  readonly tsine?: readonly string[];
}
