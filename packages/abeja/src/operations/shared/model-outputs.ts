import { anything, figures, flag, moment, text } from '@modelferry/operation';
import * as v from 'valibot';
import type { Model } from '../../client/training/models.ts';

/** A model. */
export const modelOutputs = {
  modelId: text({ title: 'Model ID', description: 'ID of the model' }),
  definitionId: v.optional(
    text({ title: 'Job Definition ID', description: 'ID of the job definition that it belongs to' }),
  ),
  jobId: v.optional(
    text({ title: 'Job ID', description: 'ID of the training job that has made it, where one has' }),
  ),
  description: v.optional(text({ title: 'Description', description: 'What is said of it' })),
  metrics: v.optional(
    figures({ title: 'Metrics', description: 'Its figures by their names; NaN and Infinity as text' }),
  ),
  archived: v.optional(flag({ title: 'Archived', description: 'Whether it is archived' })),
  userParameters: v.optional(
    anything({ title: 'User Parameters', description: 'What it was trained with', advanced: true }),
  ),
  execEnv: v.optional(
    text({
      title: 'Execution Environment',
      description: 'Where it was trained: cloud, local, or none where it was uploaded',
      advanced: true,
    }),
  ),
  createdAt: v.optional(moment({ title: 'Created At', description: 'When it was created' })),
  modifiedAt: v.optional(
    moment({ title: 'Modified At', description: 'When it was last changed', advanced: true }),
  ),
};

export const modelOutput = (model: Model) => ({
  modelId: model.modelId,
  definitionId: model.jobDefinitionId,
  jobId: model.trainingJobId,
  description: model.description,
  metrics: model.metrics,
  archived: model.archived,
  userParameters: model.userParameters,
  execEnv: model.execEnv,
  createdAt: model.createdAt,
  modifiedAt: model.modifiedAt,
});
