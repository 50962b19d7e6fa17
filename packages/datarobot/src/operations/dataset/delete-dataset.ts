import { flag } from '@modelferry/operation';
import * as v from 'valibot';
import { removeDataset } from '../../datasets/remove-dataset.ts';
import { datasetInput } from '../shared/dataset-input.ts';
import { defineOperation } from '../shared/define-operation.ts';

export const deleteDataset = defineOperation({
  resource: 'dataset',
  name: 'delete',
  title: 'Delete',
  action: 'Delete dataset',
  summary: 'Delete a dataset with all of its versions',
  inputs: v.object({ datasetId: datasetInput('The dataset to delete') }),
  outputs: v.object({ deleted: flag({ title: 'Deleted', description: 'Whether it was deleted' }) }),
  async run(context, { datasetId }) {
    await removeDataset(context, datasetId);
    return { deleted: true };
  },
});
