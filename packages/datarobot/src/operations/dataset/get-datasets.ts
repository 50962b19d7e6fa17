import { choice, collect, flag, listInputs } from '@modelferry/operation';
import * as v from 'valibot';
import { listAll } from '../../client/list-all.ts';
import { categoryChoices } from '../shared/category-choices.ts';
import { datasetOutput, datasetOutputs } from '../shared/dataset-outputs.ts';
import { defineOperation } from '../shared/define-operation.ts';

export const getDatasets = defineOperation({
  resource: 'dataset',
  name: 'getMany',
  title: 'Get Many',
  action: 'Get many datasets',
  summary: 'Get many datasets of the AI Catalog',
  result: 'many',
  inputs: v.object({
    ...listInputs,
    category: v.optional(
      choice({
        title: 'Category',
        description: 'Only datasets that are meant for this',
        choices: categoryChoices,
        advanced: true,
      }),
    ),
    orderBy: v.optional(
      choice({
        title: 'Order By',
        description: 'Which datasets come first',
        choices: { '-created': { title: 'Newest First' }, created: { title: 'Oldest First' } },
        advanced: true,
      }),
      '-created',
    ),
    includeFailed: v.optional(
      flag({
        title: 'Include Failed',
        description: 'Whether to list datasets that could not be read, too',
        advanced: true,
      }),
      false,
    ),
  }),
  outputs: v.object(datasetOutputs),
  async run({ client, signal }, { category, orderBy, includeFailed, ...range }) {
    const filter = { category, orderBy, filterFailed: includeFailed ? undefined : true };
    const datasets = listAll(
      (request) => client.getDatasets({ ...filter, ...request }, signal),
      ({ datasetId }) => datasetId,
    );
    return (await collect(datasets, range)).map(datasetOutput);
  },
});
