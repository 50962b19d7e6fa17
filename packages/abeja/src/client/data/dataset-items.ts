import { camelized, id, perhaps, type CallPort } from '@modelferry/operation';
import * as v from 'valibot';
import { get, post, put, remove } from '../calls.ts';
import { datasetPath } from './datasets.ts';
import { nextToken, type TokenPage } from '../wire/page.ts';

const fields = v.record(v.string(), v.unknown());

const item = camelized({
  dataset_item_id: id,
  dataset_id: perhaps(id),
  source_data: perhaps(v.array(fields)),
  attributes: perhaps(fields),
  organization_id: perhaps(id),
  created_at: perhaps(v.string()),
  updated_at: perhaps(v.string()),
});

/** An item of a dataset. All but its ID may be missing. Source: docs/vendors/abeja.md, 3.7. */
export type DatasetItem = v.InferOutput<typeof item>;

/** An item to add. */
export interface NewDatasetItem {
  readonly sourceData: readonly {
    /** `datalake://<channel>/<file>`, or an http(s) URL. */
    readonly dataUri: string;
    /** Media type. */
    readonly dataType: string;
    readonly height?: number;
    readonly width?: number;
  }[];
  /** In the vendor's own form: `{ classification: [{ category_id, label_id }] }`. */
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** Most items in one call. */
export const maxItemsInCall = 500;

/** What is known of an item beside its data, in the vendor's own form. */
export type ItemAttributes = Readonly<Record<string, unknown>>;

/** Part of a dataset's items. */
export interface ItemPage extends TokenPage<DatasetItem> {
  /** How many there are in all, where the vendor tells. */
  readonly total: number | undefined;
}

/** The calls for items of datasets (docs/vendors/abeja.md, 3.7). */
export interface DatasetItemCalls {
  /** 3.7. One, or up to 500 at once. Never repeated. @returns those that the answer tells of (Q30) */
  addDatasetItems(
    datasetId: string,
    items: readonly NewDatasetItem[],
    signal: AbortSignal,
  ): Promise<readonly DatasetItem[]>;
  /** 3.7. */
  getDatasetItems(
    datasetId: string,
    request: { readonly q?: string; readonly nextToken?: string },
    signal: AbortSignal,
  ): Promise<ItemPage>;
  /** 3.7. */
  getDatasetItem(datasetId: string, itemId: string, signal: AbortSignal): Promise<DatasetItem>;
  /** 3.7. @returns the item, where the answer has it */
  updateDatasetItem(
    datasetId: string,
    itemId: string,
    attributes: ItemAttributes,
    signal: AbortSignal,
  ): Promise<DatasetItem | undefined>;
  /** 3.7. @returns those that the answer tells of */
  updateDatasetItems(
    datasetId: string,
    items: readonly { readonly itemId: string; readonly attributes: ItemAttributes }[],
    signal: AbortSignal,
  ): Promise<readonly DatasetItem[]>;
  /** 3.7. */
  deleteDatasetItem(datasetId: string, itemId: string, signal: AbortSignal): Promise<void>;
}

const itemsPage = v.object({
  items: v.array(item),
  total_count: perhaps(v.number()),
  next_page_token: nextToken,
});

/** One item, a list of them, a list in an object, or nothing. */
const anyItems = v.optional(
  v.union([
    v.array(item),
    v.pipe(
      item,
      v.transform((one) => [one]),
    ),
    v.pipe(
      fields,
      v.transform((wire) => Object.values(wire).find((value) => Array.isArray(value))),
      v.optional(v.array(item), []),
    ),
  ]),
  [],
);

const onWire = ({ sourceData, attributes }: NewDatasetItem): object => ({
  source_data: sourceData.map(({ dataUri, dataType, height, width }) => ({
    ...{ data_uri: dataUri, data_type: dataType, height, width },
  })),
  attributes,
});

/** In a body the vendor has these IDs as numbers. */
const idOnWire = (itemId: string): string | number =>
  /^\d+$/.test(itemId) && Number.isSafeInteger(Number(itemId)) ? Number(itemId) : itemId;

export function datasetItemCalls(port: CallPort): DatasetItemCalls {
  const pathOf = (datasetId: string, ...rest: readonly string[]): string =>
    datasetPath(datasetId, 'items', ...rest);

  return {
    addDatasetItems: (datasetId, items, signal) => {
      const [first, ...others] = items.map(onWire);
      return port.json(
        post(
          `add ${items.length} items to the dataset ${datasetId}`,
          pathOf(datasetId),
          signal,
          others.length === 0 ? first : [first, ...others],
        ),
        anyItems,
      );
    },

    async getDatasetItems(datasetId, { q, nextToken: token }, signal) {
      const query = { q, next_page_token: token };
      const { items, total_count, next_page_token } = await port.json(
        get(`list the items of the dataset ${datasetId}`, pathOf(datasetId), signal, query),
        itemsPage,
      );
      return { entries: items, total: total_count, nextToken: next_page_token };
    },

    getDatasetItem: (datasetId, itemId, signal) =>
      port.json(get(`read the item ${itemId}`, pathOf(datasetId, itemId), signal), item),

    updateDatasetItem: (datasetId, itemId, attributes, signal) =>
      port.json(
        put(`change the item ${itemId}`, pathOf(datasetId, itemId), signal, { attributes }),
        v.optional(item),
      ),

    updateDatasetItems: (datasetId, items, signal) =>
      port.json(
        put(
          `change ${items.length} items of the dataset ${datasetId}`,
          pathOf(datasetId),
          signal,
          items.map(({ itemId, attributes }) => ({ dataset_item_id: idOnWire(itemId), attributes })),
        ),
        anyItems,
      ),

    deleteDatasetItem: (datasetId, itemId, signal) =>
      port.send(remove(`delete the item ${itemId}`, pathOf(datasetId, itemId), signal)),
  };
}
