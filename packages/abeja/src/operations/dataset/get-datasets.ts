import { collect, listInputs, text } from '@modelferry/operation';
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
    nameContains: v.optional(
      text({
        title: 'Name Contains',
        description: 'Only datasets with this in their name, in whatever case',
        placeholder: 'e.g. cars',
        advanced: true,
      }),
    ),
  }),
  outputs: v.object(datasetOutputs),
  async run({ client, signal }, { nameContains = '', ...range }) {
    const part = nameContains.toLowerCase();
    const datasets = await collect(allDatasets(client, signal), range, ({ name }) =>
      (name ?? '').toLowerCase().includes(part),
    );
    return datasets.map(datasetOutput);
  },
});
