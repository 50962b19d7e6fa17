import { isCancelled, isInputError } from '@modelferry/http';
import type { Row, RowOutcome, RunContext } from '@modelferry/operation';
import type { AbejaClient } from '../client/client.ts';
import { maxItemsInCall } from '../client/data/dataset-items.ts';
import { itemOf } from './item-of.ts';
import type { AddedItem, PlacedItem } from './items.ts';
import { failed, sendItems } from './send-items.ts';

/**
 * Adds items to a dataset, 500 in one call. A row that cannot work fails alone, and is never sent.
 * @returns one outcome for each row, in their order
 */
export async function addItems(
  context: RunContext<AbejaClient>,
  datasetId: string,
  rows: readonly Row[],
): Promise<readonly RowOutcome<AddedItem>[]> {
  const outcomes = new Map<number, RowOutcome<AddedItem>>();
  const items = rows.flatMap((row, place): readonly PlacedItem[] => {
    try {
      return [{ place, item: itemOf(row) }];
    } catch (error) {
      if (!isInputError(error)) throw error;
      outcomes.set(place, { ok: false, error });
      return [];
    }
  });
  for (let at = 0; at < items.length; at += maxItemsInCall) {
    const part = items.slice(at, at + maxItemsInCall);
    const sent = await sendItems(context, datasetId, part).catch((error: unknown) => {
      // What was added before must still be told of
      if (at === 0 || isCancelled(error)) throw error;
      return failed(part, error);
    });
    for (const [place, outcome] of sent) outcomes.set(place, outcome);
    context.progress({ type: 'rows', done: at + part.length, total: items.length });
  }
  return rows.map((_, place) => outcomes.get(place)!);
}
