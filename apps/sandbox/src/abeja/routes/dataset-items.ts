import { addItems } from '../datasets/add-items.ts';
import { itemObject } from '../datasets/dataset-objects.ts';
import type { Dataset, DatasetItem } from '../datasets/dataset.ts';
import { badRequest, FieldError } from '../errors.ts';
import { fieldsOf, isObject, optionalObject } from '../fields.ts';
import type { AbejaPlatform } from '../platform.ts';
import type { Call, Route } from '../call.ts';
import { findDataset } from './datasets.ts';

const root = '/organizations/:org/datasets/:dataset/items';
const maxAtOnce = 500;
const pageSize = 100;

/** The items of a dataset. */
export function datasetItemRoutes(platform: AbejaPlatform): readonly Route[] {
  const { variants, clock } = platform.parts;
  const change = (dataset: Dataset, id: unknown, fields: unknown): unknown => {
    const item = itemOf(platform, dataset, id);
    item.attributes = optionalObject(fieldsOf(fields), 'attributes');
    item.updatedMs = clock.now();
    return itemObject(platform, dataset, item);
  };
  return [
    [
      `POST ${root}`,
      'datasetItemCreate',
      (call) => {
        const dataset = findDataset(platform, call);
        const { body } = call.request;
        const added = addItems(platform, dataset, Array.isArray(body) ? checkedList(body) : [body]);
        const shown = added.map((item) => itemObject(platform, dataset, item));
        if (!Array.isArray(body)) return shown[0];
        return variants.has('dataset-array-object') ? { items: shown } : shown;
      },
    ],
    [
      `GET ${root}`,
      'datasetItems',
      (call) => {
        const dataset = findDataset(platform, call);
        const { q, next_page_token: after = '0' } = call.query;
        const found = dataset.items.filter((item) => q === undefined || matches(item, q));
        const page = found.filter(({ id }) => id > Number(after)).slice(0, pageSize);
        const last = page.at(-1)?.id ?? 0;
        const isLast = !found.some(({ id }) => id > last);
        return {
          items: page.map((item) => itemObject(platform, dataset, item)),
          total_count: found.length,
          next_page_token: isLast ? null : String(last),
        };
      },
    ],
    [
      `PUT ${root}`,
      'datasetItemsUpdate',
      (call) => {
        const dataset = findDataset(platform, call);
        const { body } = call.request;
        if (!Array.isArray(body)) throw new FieldError('items', 'must be a list');
        return checkedList(body).map((each) => change(dataset, fieldsOf(each).dataset_item_id, each));
      },
    ],
    [
      `GET ${root}/:item`,
      'datasetItem',
      (call) => {
        const dataset = findDataset(platform, call);
        return itemObject(platform, dataset, itemOf(platform, dataset, call.params.item));
      },
    ],
    [
      `PUT ${root}/:item`,
      'datasetItemUpdate',
      (call) => change(findDataset(platform, call), call.params.item, call.fields()),
    ],
    [
      `DELETE ${root}/:item`,
      'datasetItemDelete',
      (call: Call) => {
        const dataset = findDataset(platform, call);
        const item = itemOf(platform, dataset, call.params.item);
        dataset.items.splice(dataset.items.indexOf(item), 1);
        return itemObject(platform, dataset, item);
      },
    ],
  ];
}

/** @throws ApiError 404 */
function itemOf(platform: AbejaPlatform, { items }: Dataset, id: unknown): DatasetItem {
  const found = items.find((item) => String(item.id) === String(id));
  if (found === undefined) throw platform.missing('dataset item');
  return found;
}

function checkedList(body: readonly unknown[]): readonly unknown[] {
  if (body.length > maxAtOnce) throw badRequest(`more than ${maxAtOnce} items at once`);
  return body;
}

/** `label_id:1`, somewhere in the attributes. */
function matches({ attributes }: DatasetItem, q: string): boolean {
  const [name = '', value = ''] = q.split(':');
  const key = name.split('.').at(-1) as string;
  const isIn = (part: unknown): boolean => {
    if (Array.isArray(part)) return part.some(isIn);
    return isObject(part) && (String(part[key]) === value || Object.values(part).some(isIn));
  };
  return isIn(attributes);
}
