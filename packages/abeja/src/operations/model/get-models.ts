import { collect, listInputs, reference } from '@modelferry/operation';
import * as v from 'valibot';
import { allModels } from '../../client/lists.ts';
import { includeArchived } from '../shared/archive-inputs.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { definitionInput } from '../shared/definition-input.ts';
import { modelOutput, modelOutputs } from '../shared/model-outputs.ts';

export const getModels = defineOperation({
  resource: 'model',
  name: 'getMany',
  title: 'Get Many',
  action: 'Get many models',
  summary: 'Get many models of a job definition',
  result: 'many',
  inputs: v.object({
    definition: definitionInput('the job definition whose models to get'),
    ...listInputs,
    includeArchived: includeArchived('models'),
    trainingJobId: v.optional(
      reference({
        title: 'Training Job',
        description: 'Only models that this training job has made',
        lookup: 'jobs',
        dependsOn: ['definition'],
        placeholder: 'e.g. 1443722127663',
        advanced: true,
      }),
    ),
  }),
  outputs: v.object(modelOutputs),
  async run({ client, signal }, { definition, includeArchived: archived, trainingJobId, ...range }) {
    const models = await collect(
      allModels(client, definition, { includeArchived: archived }, signal),
      range,
      (model) => trainingJobId === undefined || model.trainingJobId === trainingJobId,
    );
    return models.map(modelOutput);
  },
});
