import { FieldError } from '../errors.ts';
import { isObject, optionalObject } from '../fields.ts';
import type { Fields } from '../fields.ts';
import type { AbejaPlatform } from '../platform.ts';
import type { Dataset, DatasetItem, SourceData } from './dataset.ts';

type Given = Pick<DatasetItem, 'sourceData' | 'attributes'>;

/** Adds items, all of them or none. @throws ApiError 400 for one that may not be */
export function addItems(
  { parts: { clock, variants } }: AbejaPlatform,
  dataset: Dataset,
  given: readonly unknown[],
): readonly DatasetItem[] {
  const isLenient = given.length > 1 && variants.has('dataset-partial-failure');
  const read = given.flatMap((each) => {
    try {
      return [readItem(each)];
    } catch (error) {
      if (isLenient) return [];
      throw error;
    }
  });
  const now = clock.now();
  const items = read.map((each) => ({
    ...each,
    ...{ id: ++dataset.lastItem, createdMs: now, updatedMs: now },
  }));
  dataset.items.push(...items);
  return items;
}

function readItem(value: unknown): Given {
  if (!isObject(value)) throw new FieldError('item', 'must be an object');
  const { source_data: sourceData } = value;
  const isFine = Array.isArray(sourceData) && sourceData.length > 0 && sourceData.every(isSource);
  if (!isFine) throw new FieldError('source_data', 'must be a list of data_uri and data_type');
  return { sourceData: sourceData as readonly SourceData[], attributes: optionalObject(value, 'attributes') };
}

function isSource(value: unknown): value is SourceData {
  if (!isObject(value)) return false;
  const { data_uri: uri, data_type: type }: Fields = value;
  return typeof uri === 'string' && /^(datalake|https?):\/\//.test(uri) && typeof type === 'string';
}
