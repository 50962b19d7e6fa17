/** What is to be predicted. */
export interface Task {
  readonly type: 'regression' | 'binary_classification' | 'multi_classification';
  readonly target: string;
  /** The class that counts as yes; binary only. */
  readonly positiveValue?: string;
  /** Treat all classes as equally frequent. */
  readonly balanced?: boolean;
  /** `0` or `1` hold-out, `-1` automatic, from 2 that many folds; as the vendor's `cv`. */
  readonly folds?: number;
  /** Column types that the user named; the others are guessed. */
  readonly columnTypes?: Readonly<Record<string, ColumnType>>;
}

export type ColumnType = 'number' | 'date' | 'category';

/** A model that cannot be fitted; the message says why. */
export class CannotFit extends Error {}
