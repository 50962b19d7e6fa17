import { predictFile } from '../operations/prediction/predict-file.ts';
import { predictUnstructured } from '../operations/prediction/predict-unstructured.ts';
import { predict } from '../operations/prediction/predict.ts';

/** In the order in which they are shown. */
export const predictionOperations = [predict, predictFile, predictUnstructured];
