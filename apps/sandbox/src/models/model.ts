import type { Task } from './task.ts';

export interface Prediction {
  /** The predicted number or class. */
  readonly value: string;
  /** Per class; classification only. */
  readonly probabilities?: Readonly<Record<string, number>>;
}

/** How much one column moved a prediction. */
export interface Reason {
  readonly column: string;
  readonly value: string;
  readonly contribution: number;
}

/** A model that was fitted. */
export interface FittedModel {
  readonly task: Task;
  /** The columns it looks at, in the table's order. */
  readonly columns: readonly string[];
  readonly classes: readonly string[];
  readonly predict: (valueOf: (column: string) => string) => Prediction;
  /** Strongest first. */
  readonly explain: (valueOf: (column: string) => string) => readonly Reason[];
  /**
   * The same so that it adds up: `base` and all contributions are the predicted number, the log-odds of the class (of
   * two), or its score above the mean of all classes (of more), of which the softmax is its probability.
   */
  readonly decompose: (valueOf: (column: string) => string, className?: string) => Decomposition;
}

/** What a prediction is the sum of. */
export interface Decomposition {
  readonly base: number;
  /** Strongest first, not rounded. */
  readonly reasons: readonly Reason[];
}
