import {
  EngineError,
  isAmbiguous,
  isApiError,
  isEngineError,
  messageOf,
  sendUntilTaken,
} from '@modelferry/http';
import type { RowOutcome, RunContext } from '@modelferry/operation';
import type { AbejaClient } from '../client/client.ts';
import type { AddedItem, PlacedItem } from './items.ts';
import { pairItems } from './pair-items.ts';

type Outcomes = readonly (readonly [place: number, outcome: RowOutcome<AddedItem>])[];

/**
 * Sends items in one call. Where the server refuses them, which it does all together, they are sent by halves until it is
 * clear which of them it means. After an answer that got lost, the number of items tells whether they were added.
 * @throws what is not about the items: a credential that is refused, a dataset that is not there
 */
export async function sendItems(
  context: RunContext<AbejaClient>,
  datasetId: string,
  items: readonly PlacedItem[],
): Promise<Outcomes> {
  const { client, signal } = context;
  const count = async () => (await client.getDataset(datasetId, signal)).totalCount;
  const before = await count();
  try {
    const doing = `add ${items.length} items to the dataset ${datasetId}`;
    const send = () =>
      client.addDatasetItems(
        datasetId,
        items.map(({ item }) => item),
        signal,
      );
    return pairItems(items, await sendUntilTaken(context, doing, send));
  } catch (error) {
    if (isApiError(error) && (error.status === 400 || error.status === 422)) {
      if (items.length === 1) return failed(items, error);
      const half = Math.ceil(items.length / 2);
      return [
        ...(await sendItems(context, datasetId, items.slice(0, half))),
        ...(await sendItems(context, datasetId, items.slice(half))),
      ];
    }
    if (!isAmbiguous(error)) throw error;
    const after = await count().catch(() => undefined);
    if (before !== undefined && after === before + items.length) return pairItems(items, []);
    return failed(items, unclear(datasetId, error));
  }
}

/** The same failure for each of them. */
export const failed = (items: readonly PlacedItem[], error: unknown): Outcomes => {
  if (!isEngineError(error)) throw error;
  return items.map(({ place }) => [place, { ok: false, error }]);
};

function unclear(datasetId: string, cause: unknown): EngineError {
  const why = messageOf(cause);
  return new EngineError({
    code: 'outcome-unknown',
    message: `It is not known whether this item was added to the dataset ${datasetId}, and it was not sent again. ${why}`,
    remedy: 'Look for it in the dataset, and add it again if it is not there.',
    cause,
  });
}
