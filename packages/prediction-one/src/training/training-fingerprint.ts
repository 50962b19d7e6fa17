import { toTrainConfig } from './to-train-config.ts';
import type { TrainingRequest } from './start-training.ts';

/** Tells one request from another: by its files as they are called and how long they are, its name and its settings. */
export const trainingFingerprint = (request: TrainingRequest): string =>
  JSON.stringify([
    [request.trainingData, request.evaluationData].map(
      (source) => source && [source.name, source.length ?? null],
    ),
    request.modelName,
    toTrainConfig(request),
    request.columnTypes,
  ]);
