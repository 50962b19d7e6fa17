import * as v from 'valibot';
import { describeModel } from '../../models/describe-model.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { otherDescription } from '../shared/description-inputs.ts';
import { modelInputs } from '../shared/model-input.ts';
import { modelOutput, modelOutputs } from '../shared/model-outputs.ts';

export const updateModel = defineOperation({
  resource: 'model',
  name: 'update',
  title: 'Update',
  action: 'Update model',
  summary: 'Update the description of a model, which is all that can change',
  inputs: v.object({ ...modelInputs('update'), description: otherDescription('model') }),
  outputs: v.object(modelOutputs),
  async run(context, given) {
    return modelOutput(await describeModel(context, given));
  },
});
