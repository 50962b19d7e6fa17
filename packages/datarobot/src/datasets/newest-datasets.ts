import type { DataRobotClient } from '../client/client.ts';
import type { Dataset } from '../client/datasets.ts';

/** So many of the newest are looked at: enough to tell what came since. */
const looked = 10;

/** Something in the catalog, under the ID that tells it from what was there before. */
export interface Newcomer {
  readonly id: string;
  readonly dataset: Dataset;
}

/**
 * The newest datasets, the newest first; of one dataset its newest version.
 * @throws as the client does: so is a dataset missed that is not there, before anything is sent to it
 */
export async function newestDatasets(
  { client, signal }: { readonly client: DataRobotClient; readonly signal: AbortSignal },
  datasetId: string | undefined,
): Promise<readonly Newcomer[]> {
  if (datasetId !== undefined) {
    const dataset = await client.getDataset(datasetId, signal);
    return dataset.versionId === undefined ? [] : [{ id: dataset.versionId, dataset }];
  }
  const { entries } = await client.getDatasets({ orderBy: '-created', limit: looked }, signal);
  return entries.map((dataset) => ({ id: dataset.datasetId, dataset }));
}
