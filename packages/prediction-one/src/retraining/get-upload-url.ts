import type { PredictionOneClient } from '../client/client.ts';
import type { KeyChoice } from '../client/key-ring.ts';
import { faultOf } from '../client/read-failure.ts';
import type { RetrainUpload } from '../client/retrain.ts';
import { publishedModelId, type PublishedModel } from './retrain-key.ts';

/**
 * Makes a retraining and gets the URL for its file. When the model of the retrain key was replaced by an earlier switch, the
 * key of the model that is published now is fetched, where the keys at hand allow it (specification, Q7).
 */
export async function getUploadUrl(
  client: PredictionOneClient,
  signal: AbortSignal,
  request: {
    readonly fileName: string;
    readonly published: PublishedModel;
    readonly keyChoice: KeyChoice | undefined;
  },
): Promise<RetrainUpload & { readonly keyChoice: KeyChoice | undefined }> {
  const { fileName, keyChoice } = request;
  const get = async (choice: KeyChoice | undefined) => ({
    ...(await client.getRetrainUploadUrl({ fileName, keyChoice: choice }, signal)),
    keyChoice: choice,
  });
  try {
    return await get(keyChoice);
  } catch (error) {
    const { classifierId } = request.published;
    const canFetch = client.keys.has('secret') && client.keys.has('deploy');
    if (faultOf(error) !== 'model-gone' || classifierId === undefined || !canFetch) throw error;
    const modelId = await publishedModelId(client, signal, classifierId);
    return get({ modelId, fetched: true });
  }
}
