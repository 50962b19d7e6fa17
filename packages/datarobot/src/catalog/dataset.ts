import { deleteDataset } from '../operations/dataset/delete-dataset.ts';
import { getDataset } from '../operations/dataset/get-dataset.ts';
import { getDatasets } from '../operations/dataset/get-datasets.ts';
import { uploadDatasetVersion } from '../operations/dataset/upload-dataset-version.ts';
import { uploadDataset } from '../operations/dataset/upload-dataset.ts';

/** In the order in which they are shown. */
export const datasetOperations = [
  uploadDataset,
  uploadDatasetVersion,
  getDataset,
  getDatasets,
  deleteDataset,
];
