import { file, reference, text } from '@modelferry/operation';
import * as v from 'valibot';
import { metricsProblem, toMetrics } from '../../models/read-metrics.ts';
import { uploadModel } from '../../models/upload-model.ts';
import { environmentNames, nameValuesProblem, toNameValues } from '../../training/grammar/name-values.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { definitionInput } from '../shared/definition-input.ts';
import { newDescription } from '../shared/description-inputs.ts';
import { modelOutput, modelOutputs } from '../shared/model-outputs.ts';

export const createModel = defineOperation({
  resource: 'model',
  name: 'create',
  title: 'Create',
  action: 'Create model',
  summary: 'Upload a model of any size, with its figures',
  ciStep: 'register-model',
  inputs: v.object({
    definition: definitionInput('the job definition that gets the model'),
    file: file({
      title: 'File',
      description: 'The model as a zip; any other file is put into one',
      folder: { ignoreFiles: ['.abejaignore'] },
    }),
    description: v.optional(newDescription('model')),
    metrics: v.optional(
      text({
        title: 'Metrics',
        description: 'Figures of the model: one NAME=number per line, or a JSON object',
        placeholder: 'e.g. acc=0.92',
        multiline: true,
        problemOf: metricsProblem,
      }),
    ),
    trainingJobId: v.optional(
      reference({
        title: 'Training Job',
        description: 'The training job that has made the model, where one has',
        lookup: 'jobs',
        dependsOn: ['definition'],
        placeholder: 'e.g. 1443722127663',
        advanced: true,
      }),
    ),
    userParameters: v.optional(
      text({
        title: 'User Parameters',
        description: 'What the model was trained with: one NAME=value per line, or a JSON object',
        placeholder: 'e.g. BATCH_SIZE=32',
        multiline: true,
        problemOf: (given) => nameValuesProblem(given, environmentNames),
        advanced: true,
      }),
    ),
  }),
  outputs: v.object(modelOutputs),
  async run(context, { metrics, userParameters, ...given }) {
    const figures = { metrics: toMetrics(metrics), userParameters: toNameValues(userParameters) };
    return modelOutput(await uploadModel(context, { ...given, ...figures }));
  },
});
