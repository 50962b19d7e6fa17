import { collect, listInputs, nameContains, nameContainsInput } from '@modelferry/operation';
import * as v from 'valibot';
import { allModels } from '../client/all-entries.ts';
import { defineOperation } from './shared/define-operation.ts';
import { modelOutput, modelOutputs } from './shared/model-outputs.ts';

export const getModels = defineOperation({
  resource: 'model',
  name: 'getMany',
  title: 'Get Many',
  action: 'Get many models',
  summary: 'Get many models of the account',
  result: 'many',
  inputs: v.object({
    ...listInputs,
    nameContains: nameContainsInput('models', 'churn'),
  }),
  outputs: v.object(modelOutputs),
  async run({ client, signal }, { nameContains: part, ...range }) {
    const models = await collect(allModels(client, signal), range, nameContains(part));
    return models.map(modelOutput);
  },
});
