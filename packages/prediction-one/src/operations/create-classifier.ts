import { reference, flag } from '@modelferry/operation';
import * as v from 'valibot';
import { numericId } from '../preflight/numeric-id.ts';
import { startPublishing } from '../publishing/start-publishing.ts';
import { waitForClassifier } from '../publishing/wait-for-classifier.ts';
import { accessRules, allowedSources, deniedSources, undocumentedOrder } from './shared/access-inputs.ts';
import { classifierOutput, classifierOutputs } from './shared/classifier-outputs.ts';
import { defineOperation } from './shared/define-operation.ts';
import { includeKey } from './shared/include-key-input.ts';
import { waitForCompletion, waitingInputs } from './shared/waiting-inputs.ts';

export const createClassifier = defineOperation({
  resource: 'predictionApi',
  name: 'create',
  title: 'Create',
  action: 'Create prediction API',
  summary: 'Publish a model as a prediction API, which takes 5 to 20 minutes and a free API option',
  inputs: v.object({
    modelId: reference({
      title: 'Model',
      description: 'The model to publish',
      lookup: 'models',
      placeholder: 'e.g. 20417',
    }),
    allowedSources: v.optional(allowedSources, () => ['0.0.0.0/0']),
    waitForCompletion,
    deniedSources,
    includeKey,
    ...waitingInputs,
  }),
  outputs: v.object({
    ...classifierOutputs,
    pending: flag({ title: 'Pending', description: 'Whether it was still being built when last looked at' }),
  }),
  async run(context, given) {
    numericId('modelId', given.modelId);
    const rules = accessRules(given.allowedSources, given.deniedSources);
    if (given.deniedSources?.length && given.allowedSources.length > 0)
      context.progress({ type: 'warning', message: undocumentedOrder });
    const { classifierId } = await startPublishing(context, { modelId: given.modelId, rules });
    const waited = given.waitForCompletion
      ? await waitForClassifier(context, { ...given, classifierId, until: 'running' })
      : undefined;
    const seen = waited?.classifier ?? { classifierId, modelId: given.modelId, status: 'building' };
    return { ...classifierOutput(seen, given.includeKey), pending: waited?.arrived !== true };
  },
});
