import { batchPredictionEnded } from '../triggers/batch-prediction-ended.ts';
import { retrainingEnded } from '../triggers/retraining-ended.ts';

/** In the order in which they are shown. */
export const triggers = [batchPredictionEnded, retrainingEnded];
