import type { FittedModel } from '../models/model.ts';
import type { Task } from '../models/task.ts';
import type { PredictionInstance } from './batch/prediction-instance.ts';

/** A model that scores. */
export interface Deployment {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly modelId: string;
  readonly task: Task;
  /** The columns of its training data, the target among them. */
  readonly columns: readonly string[];
  readonly createdMs: number;
  /** Where its batch jobs wait for one another. */
  readonly instance: PredictionInstance;
  /** Fits on first use. */
  readonly fitted: () => Promise<FittedModel>;
}

/** The vendor's word for the kind of a model. */
export type TargetType = 'Regression' | 'Binary' | 'Multiclass';

const targetTypes: Readonly<Record<Task['type'], TargetType>> = {
  regression: 'Regression',
  binary_classification: 'Binary',
  multi_classification: 'Multiclass',
};

export function targetTypeOf({ type }: Task): TargetType {
  return targetTypes[type];
}
