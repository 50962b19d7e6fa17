import { withoutZone } from '../dates.ts';
import type { AbejaPlatform } from '../platform.ts';
import type { Dataset, DatasetItem } from './dataset.ts';

export function datasetObject({ organization }: AbejaPlatform, dataset: Dataset): Record<string, unknown> {
  const { id, name, type, props } = dataset;
  return { dataset_id: id, organization_id: organization.id, name, type, props, ...dates(dataset) };
}

export function itemObject(
  { organization }: AbejaPlatform,
  { id }: Dataset,
  item: DatasetItem,
): Record<string, unknown> {
  return {
    ...{ dataset_id: id, dataset_item_id: item.id, organization_id: organization.id },
    ...{ source_data: item.sourceData, attributes: item.attributes },
    ...dates(item),
  };
}

function dates({ createdMs, updatedMs }: { readonly createdMs: number; readonly updatedMs: number }) {
  return { created_at: withoutZone(createdMs), updated_at: withoutZone(updatedMs) };
}
