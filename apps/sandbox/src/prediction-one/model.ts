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
  /** The models that this one was retrained from, oldest first, and itself. */
  readonly lineage: readonly number[];
  /** Its training has ended, also in the eyes of whoever polls it. */
  readonly isReady: () => boolean;
  /** Polls of Get Model until it is listed. */
  hiddenPolls: number;
}

/**
 * What to give as {@link Model.fitted} when the fit is done. A closure at the end of a training would do the same, and keep
 * the training's tables with it for as long as there is the model.
 */
export function alreadyFitted(model: FittedModel): Model['fitted'] {
  return () => Promise.resolve(model);
}
