import { anything, count, moment, text } from '@modelferry/operation';
import * as v from 'valibot';
import type { Dataset } from '../../client/data/datasets.ts';

/** A dataset. */
export const datasetOutputs = {
  datasetId: text({ title: 'Dataset ID', description: 'ID of the dataset' }),
  name: v.optional(text({ title: 'Name', description: 'Name of the dataset' })),
  type: v.optional(
    text({ title: 'Type', description: 'What it is for: classification, detection, segmentation or custom' }),
  ),
  itemCount: v.optional(
    count({ title: 'Item Count', description: 'How many items it has, where the platform tells' }),
  ),
  props: v.optional(anything({ title: 'Props', description: 'Its categories and labels', advanced: true })),
  createdAt: v.optional(moment({ title: 'Created At', description: 'When it was created' })),
  updatedAt: v.optional(
    moment({ title: 'Updated At', description: 'When it was last changed', advanced: true }),
  ),
};

export const datasetOutput = (dataset: Dataset) => ({
  datasetId: dataset.datasetId,
  name: dataset.name,
  type: dataset.type,
  itemCount: dataset.totalCount,
  props: dataset.props,
  createdAt: dataset.createdAt,
  updatedAt: dataset.updatedAt,
});
