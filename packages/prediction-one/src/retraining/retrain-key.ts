import type { PredictionOneClient } from '../client/client.ts';
import type { KeyChoice } from '../client/key-ring.ts';
import { classifierMissing } from '../jobs/classifier-job.ts';

/** The published model, as the user named it. */
export interface PublishedModel {
  readonly classifierId?: string;
  readonly modelId?: string;
}

/**
 * Decides whose retrain key to use. After a switch the published model is another one, so that naming the prediction API,
 * whose model is read here, keeps working month after month.
 * @returns undefined to use the key that the user has set
 */
export async function retrainKeyFor(
  client: PredictionOneClient,
  signal: AbortSignal,
  { classifierId, modelId }: PublishedModel,
): Promise<KeyChoice | undefined> {
  if (modelId !== undefined) return { modelId };
  if (classifierId === undefined || !client.keys.has('secret')) return undefined;
  return { modelId: await publishedModelId(client, signal, classifierId) };
}

/** The model that a prediction API runs on now. @throws EngineError with code `not-found` */
export async function publishedModelId(
  client: PredictionOneClient,
  signal: AbortSignal,
  classifierId: string,
): Promise<string> {
  const found = (await client.getClassifiers(signal)).find((one) => one.classifierId === classifierId);
  if (!found?.modelId) throw classifierMissing(classifierId);
  return found.modelId;
}
