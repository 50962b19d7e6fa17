import { listInputs, reference } from '@modelferry/operation';
import * as v from 'valibot';
import { classifierOutput, classifierOutputs } from './shared/classifier-outputs.ts';
import { defineOperation } from './shared/define-operation.ts';
import { includeKey } from './shared/include-key-input.ts';

export const getClassifiers = defineOperation({
  resource: 'predictionApi',
  name: 'getMany',
  title: 'Get Many',
  // n8n's lint takes the plural of API for a word in capitals
  action: 'Get many prediction API entries',
  summary: 'Get many prediction APIs of the account',
  result: 'many',
  inputs: v.object({
    ...listInputs,
    modelId: v.optional(
      reference({
        title: 'Model',
        description: 'Only prediction APIs that run on this model',
        lookup: 'models',
        placeholder: 'e.g. 20417',
        advanced: true,
      }),
    ),
    includeKey,
  }),
  outputs: v.object(classifierOutputs),
  async run({ client, signal }, { returnAll, limit, modelId, includeKey: withKey }) {
    const all = await client.getClassifiers(signal);
    const found = all.filter((one) => modelId === undefined || one.modelId === modelId);
    return found.slice(0, returnAll ? undefined : limit).map((one) => classifierOutput(one, withKey));
  },
});
