import { predict } from '../operations/prediction/predict.ts';

/** In the order in which they are shown. */
export const predictionOperations = [predict];
