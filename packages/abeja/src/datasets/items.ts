import type { NewDatasetItem } from '../client/data/dataset-items.ts';

/** An item, and which row it comes from. */
export interface PlacedItem {
  readonly place: number;
  readonly item: NewDatasetItem;
}

/** An item that was added. */
export interface AddedItem {
  readonly datasetItemId: string | undefined;
  readonly dataUri: string;
}
