import { savedFile, text } from '@modelferry/operation';
import { checkFileName } from '@modelferry/upload';
import * as v from 'valibot';
import { saveModel } from '../../models/save-model.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { modelInputs } from '../shared/model-input.ts';

export const downloadModel = defineOperation({
  resource: 'model',
  name: 'download',
  title: 'Download',
  action: 'Download model',
  summary: 'Download a model as a zip',
  inputs: v.object({
    ...modelInputs('download'),
    fileName: v.optional(
      text({
        title: 'File Name',
        description: 'Name to save the model under; without it, model-<model ID>.zip',
        placeholder: 'e.g. churn.zip',
        problemOf: checkFileName,
        advanced: true,
      }),
    ),
  }),
  outputs: v.object({
    modelId: text({ title: 'Model ID', description: 'ID of the model' }),
    modelFile: savedFile({ title: 'Model File', description: 'The model as a zip' }),
  }),
  async run(context, given) {
    return { modelId: given.modelId, modelFile: await saveModel(context, given) };
  },
});
