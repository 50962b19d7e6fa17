import { collect, listInputs, text } from '@modelferry/operation';
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
    nameContains: v.optional(
      text({
        title: 'Name Contains',
        description: 'Only models with this in their name, in whatever case',
        placeholder: 'e.g. churn',
        advanced: true,
      }),
    ),
  }),
  outputs: v.object(modelOutputs),
  async run({ client, signal }, { nameContains, ...range }) {
    const part = nameContains?.toLowerCase();
    const models = await collect(
      allModels(client, signal),
      range,
      ({ name }) => part === undefined || (name ?? '').toLowerCase().includes(part),
    );
    return models.map(modelOutput);
  },
});
