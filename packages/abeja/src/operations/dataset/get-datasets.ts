import { collect, listInputs, nameContains, nameContainsInput } from '@modelferry/operation';
import * as v from 'valibot';
import { allDatasets } from '../../client/lists.ts';
import { datasetOutput, datasetOutputs } from '../shared/dataset-outputs.ts';
import { defineOperation } from '../shared/define-operation.ts';

export const getDatasets = defineOperation({
  resource: 'dataset',
  name: 'getMany',
  title: 'Get Many',
  action: 'Get many datasets',
  summary: 'Get many datasets of the organization',
  result: 'many',
  inputs: v.object({
    ...listInputs,
    nameContains: nameContainsInput('datasets', 'cars'),
  }),
  outputs: v.object(datasetOutputs),
  async run({ client, signal }, { nameContains: part, ...range }) {
    const datasets = await collect(allDatasets(client, signal), range, nameContains(part));
    return datasets.map(datasetOutput);
  },
});
