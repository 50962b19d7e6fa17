import type { PredictionOneClient } from './client.ts';
import type { DataSet } from './data-sets.ts';
import { listAll } from './list-all.ts';
import type { Model } from './models.ts';

/** All models, in the vendor's order, read as far as the caller goes on. */
export const allModels = (client: PredictionOneClient, signal: AbortSignal): AsyncGenerator<Model> =>
  listAll(
    (request) => client.getModels(request, signal),
    ({ modelId }) => modelId,
  );

/** All data sets, as {@link allModels}. */
export const allDataSets = (client: PredictionOneClient, signal: AbortSignal): AsyncGenerator<DataSet> =>
  listAll(
    (request) => client.getDataSets(request, signal),
    ({ dataSetId }) => dataSetId,
  );

/** Whether a list holds an entry; it is read no further than that. */
export async function holds<Entry>(
  list: AsyncIterable<Entry>,
  test: (entry: Entry) => boolean,
): Promise<boolean> {
  for await (const entry of list) if (test(entry)) return true;
  return false;
}
