import { datasetObject } from '../datasets/dataset-objects.ts';
import type { Dataset } from '../datasets/dataset.ts';
import { badRequest, FieldError } from '../errors.ts';
import { optionalObject, requiredText } from '../fields.ts';
import { inOrder } from '../page.ts';
import type { AbejaPlatform } from '../platform.ts';
import type { Call, Route } from '../call.ts';

const root = '/organizations/:org/datasets';
const types = ['classification', 'detection', 'segmentation', 'custom'];

/** Datasets. */
export function datasetRoutes(platform: AbejaPlatform): readonly Route[] {
  const { datasets, parts } = platform;
  return [
    [
      `POST ${root}`,
      'abejaDatasetCreate',
      ({ fields }) => {
        const given = fields();
        const name = requiredText(given, 'name');
        const type = requiredText(given, 'type');
        if (!types.includes(type)) throw new FieldError('type', `must be one of ${types.join(', ')}`);
        if ([...datasets.values()].some((each) => each.name === name))
          throw badRequest(`${name} exists already`);
        const props = optionalObject(given, 'props');
        return datasetObject(platform, addDataset(platform, { name, type, props }));
      },
    ],
    [
      `GET ${root}`,
      'abejaDatasets',
      ({ query: { max_results: most, next_token: after } }) => {
        const all = inOrder([...datasets.values()], parts.variants);
        const from = after === undefined ? 0 : all.findIndex(({ id }) => id === after) + 1;
        const until = most === undefined ? all.length : from + Number(most);
        return all.slice(from, until).map((dataset) => datasetObject(platform, dataset));
      },
    ],
    [
      `GET ${root}/:dataset`,
      'abejaDataset',
      (call) => {
        const dataset = findDataset(platform, call);
        return { ...datasetObject(platform, dataset), total_count: dataset.items.length };
      },
    ],
    [
      `DELETE ${root}/:dataset`,
      'abejaDatasetDelete',
      (call) => {
        const dataset = findDataset(platform, call);
        datasets.delete(dataset.id);
        return datasetObject(platform, dataset);
      },
    ],
  ];
}

/** Makes a dataset, empty. */
export function addDataset(
  { ids, datasets, parts: { clock } }: AbejaPlatform,
  facts: Pick<Dataset, 'name' | 'type' | 'props'>,
): Dataset {
  const now = clock.now();
  const dataset: Dataset = {
    ...facts,
    ...{ id: ids.digits('dataset'), createdMs: now, updatedMs: now, items: [], lastItem: 0 },
  };
  datasets.set(dataset.id, dataset);
  return dataset;
}

/** @throws ApiError 404 */
export function findDataset(platform: AbejaPlatform, { params: { dataset = '' } }: Call): Dataset {
  const found = platform.datasets.get(dataset);
  if (found === undefined) throw platform.missing('dataset');
  return found;
}
