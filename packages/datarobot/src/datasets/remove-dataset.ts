import { ApiError, isApiError } from '@modelferry/http';
import type { DataRobotClient } from '../client/client.ts';

/**
 * Deletes a dataset that is there. It may be repeated: then "gone" is what it was for.
 * @throws ApiError with code `not-found` where there is none of this ID, `conflict` where jobs refresh it
 */
export async function removeDataset(
  { client, signal }: { readonly client: DataRobotClient; readonly signal: AbortSignal },
  datasetId: string,
): Promise<void> {
  await client.getDataset(datasetId, signal);
  try {
    await client.deleteDataset(datasetId, signal);
  } catch (error) {
    if (!isApiError(error)) throw error;
    if (error.code === 'not-found') return;
    throw error.status === 409 ? refreshed(error, datasetId) : error;
  }
}

const refreshed = (error: ApiError, datasetId: string): ApiError =>
  new ApiError({
    ...error,
    message: `Dataset ${datasetId} was not deleted: jobs refresh it by a schedule${error.vendorMessage ? ` ("${error.vendorMessage}")` : ''}.`,
    remedy: 'Delete its refresh jobs in the AI Catalog first.',
    cause: error,
  });
