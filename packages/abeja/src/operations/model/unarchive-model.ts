import * as v from 'valibot';
import { archiveModel as setArchived } from '../../models/archive-model.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { modelInputs } from '../shared/model-input.ts';
import { modelOutput, modelOutputs } from '../shared/model-outputs.ts';

export const unarchiveModel = defineOperation({
  resource: 'model',
  name: 'unarchive',
  title: 'Unarchive',
  action: 'Unarchive model',
  summary: 'Take a model out of the archive',
  inputs: v.object(modelInputs('unarchive')),
  outputs: v.object(modelOutputs),
  async run(context, given) {
    return modelOutput(await setArchived(context, given, false));
  },
});
