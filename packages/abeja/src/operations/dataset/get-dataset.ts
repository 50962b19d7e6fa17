import * as v from 'valibot';
import { datasetInput } from '../shared/dataset-input.ts';
import { datasetOutput, datasetOutputs } from '../shared/dataset-outputs.ts';
import { defineOperation } from '../shared/define-operation.ts';

export const getDataset = defineOperation({
  resource: 'dataset',
  name: 'get',
  title: 'Get',
  action: 'Get dataset',
  summary: 'Get what is known of a dataset, and how many items it has',
  inputs: v.object({ datasetId: datasetInput('The dataset to get') }),
  outputs: v.object(datasetOutputs),
  async run({ client, signal }, { datasetId }) {
    return datasetOutput(await client.getDataset(datasetId, signal));
  },
});
