import { addItems } from '../operations/dataset/add-items.ts';
import { getDataset } from '../operations/dataset/get-dataset.ts';
import { getDatasets } from '../operations/dataset/get-datasets.ts';

/** In the order in which they are shown. */
export const datasetOperations = [addItems, getDataset, getDatasets];
