import * as v from 'valibot';
import { archiveModel as setArchived } from '../../models/archive-model.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { modelInputs } from '../shared/model-input.ts';
import { modelOutput, modelOutputs } from '../shared/model-outputs.ts';

export const archiveModel = defineOperation({
  resource: 'model',
  name: 'archive',
  title: 'Archive',
  action: 'Archive model',
  summary: 'Archive a model: lists leave it out, and no service can be made with it',
  inputs: v.object(modelInputs('archive')),
  outputs: v.object(modelOutputs),
  async run(context, given) {
    return modelOutput(await setArchived(context, given, true));
  },
});
