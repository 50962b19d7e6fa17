import { count, flag, moment, text, texts } from '@modelferry/operation';
import * as v from 'valibot';
import type { Dataset } from '../../client/datasets.ts';
import type { Registered } from '../../datasets/register-dataset.ts';

const state = {
  processingState: v.optional(
    text({
      title: 'Processing State',
      description: "The vendor's own word: COMPLETED, RUNNING or ERROR as far as is known",
    }),
  ),
  rowCount: v.optional(count({ title: 'Row Count', description: 'Number of rows' })),
  featureCount: v.optional(count({ title: 'Feature Count', description: 'Number of columns' })),
  datasetBytes: v.optional(
    count({ title: 'Dataset Bytes', description: 'Size of the data in bytes', advanced: true }),
  ),
};

const versionId = v.optional(text({ title: 'Version ID', description: 'ID of the version' }));
const name = v.optional(text({ title: 'Name', description: 'Name of the dataset in the catalog' }));

/** What is told of an upload. */
export const registeredOutputs = {
  datasetId: v.optional(
    text({ title: 'Dataset ID', description: 'ID of the dataset; absent until the server has named it' }),
  ),
  versionId,
  name,
  ...state,
  pending: flag({
    title: 'Pending',
    description: 'Whether the dataset was still being registered when last looked at',
  }),
};

export const registeredOutput = ({ datasetId, versionId: version, finished, dataset }: Registered) => ({
  datasetId,
  versionId: version,
  name: dataset?.name,
  ...stateOf(dataset),
  pending: !finished,
});

/** A dataset, or one of its versions. */
export const datasetOutputs = {
  datasetId: text({ title: 'Dataset ID', description: 'ID of the dataset' }),
  versionId,
  name,
  ...state,
  error: v.optional(text({ title: 'Error', description: 'Why it cannot be used, where that is so' })),
  isLatestVersion: v.optional(
    flag({
      title: 'Latest Version',
      description: 'Whether there is no newer version',
      advanced: true,
    }),
  ),
  categories: v.optional(
    texts({ title: 'Categories', description: 'What the dataset is meant for', advanced: true }),
  ),
  createdBy: v.optional(text({ title: 'Created By', description: 'Who uploaded it', advanced: true })),
  creationDate: v.optional(moment({ title: 'Creation Date', description: 'When it was uploaded' })),
};

export const datasetOutput = (dataset: Dataset) => ({
  datasetId: dataset.datasetId,
  versionId: dataset.versionId,
  name: dataset.name,
  ...stateOf(dataset),
  error: dataset.error === '' ? undefined : dataset.error,
  isLatestVersion: dataset.isLatestVersion,
  categories: dataset.categories,
  createdBy: dataset.createdBy,
  creationDate: dataset.creationDate,
});

const stateOf = (dataset: Dataset | undefined) => ({
  processingState: dataset?.processingState,
  rowCount: dataset?.rowCount,
  featureCount: dataset?.featureCount,
  datasetBytes: dataset?.datasetBytes,
});
