import type { Evaluated } from '../models/evaluate.ts';
import type { FittedModel } from '../models/model.ts';
import type { TrainConfig } from './train-config.ts';

/** A trained model as the region knows it. */
export interface Model {
  readonly id: number;
  readonly name: string;
  readonly config: TrainConfig;
  readonly createdMs: number;
  /** The columns it was trained on, the target among them. */
  readonly columns: readonly string[];
  /** Fits on first use. */
  readonly fitted: () => Promise<FittedModel>;
  readonly evaluated?: Evaluated;
  /** The models that this one was retrained from, oldest first, and itself. */
  readonly lineage: readonly number[];
  /** Polls of Get Model until it is listed. */
  hiddenPolls: number;
}
