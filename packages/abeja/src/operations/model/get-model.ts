import * as v from 'valibot';
import { defineOperation } from '../shared/define-operation.ts';
import { modelInputs } from '../shared/model-input.ts';
import { modelOutput, modelOutputs } from '../shared/model-outputs.ts';

export const getModel = defineOperation({
  resource: 'model',
  name: 'get',
  title: 'Get',
  action: 'Get model',
  summary: 'Get what is known of a model',
  inputs: v.object(modelInputs('get')),
  outputs: v.object(modelOutputs),
  async run({ client, signal }, { definition, modelId }) {
    return modelOutput(await client.getModel(definition, modelId, signal));
  },
});
