import type { AsyncTask } from './async-tasks.ts';
import type { PredictionInstance } from './batch/prediction-instance.ts';
import type { RegisteredModel } from './registered-model.ts';

/** The vendor's words, as far as the sandbox goes through them. */
export type DeploymentStatus = 'active' | 'inactive' | 'replacingModel' | 'errored';

/** Where a model scores. */
export interface Deployment {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly createdMs: number;
  /** Where its batch jobs wait for one another. */
  readonly instance: PredictionInstance;
  status: DeploymentStatus;
  /** What answers now. */
  model: RegisteredModel;
  /** When it began to. */
  deployedMs: number;
  /** The replacement that goes on, or was last. */
  task?: AsyncTask;
  /** What the API still shows, for so many looks, though another model answers. */
  outdated?: { readonly model: RegisteredModel; looks: number };
}

/** The vendor's word for the kind of a model. */
export type TargetType = 'Regression' | 'Binary' | 'Multiclass' | 'Unstructured';

const targetTypes: Readonly<Record<RegisteredModel['task']['type'], TargetType>> = {
  regression: 'Regression',
  binary_classification: 'Binary',
  multi_classification: 'Multiclass',
};

export function targetTypeOf({ task, isUnstructured }: RegisteredModel): TargetType {
  return isUnstructured ? 'Unstructured' : targetTypes[task.type];
}
