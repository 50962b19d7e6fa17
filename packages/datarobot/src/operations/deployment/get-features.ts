import { collect, flag, listInputs, number, text } from '@modelferry/operation';
import * as v from 'valibot';
import { listAll } from '../../client/list-all.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { deploymentInput } from '../shared/deployment-input.ts';

export const getFeatures = defineOperation({
  resource: 'deployment',
  name: 'getFeatures',
  title: 'Get Features',
  action: 'Get features of deployment',
  summary: 'Get the columns that the model of a deployment works with',
  result: 'many',
  inputs: v.object({
    deploymentId: deploymentInput('The deployment whose columns to get'),
    ...listInputs,
    search: v.optional(
      text({
        title: 'Search',
        description: 'Only columns with this in their name',
        placeholder: 'e.g. age',
        advanced: true,
      }),
    ),
    includeNonPredictionFeatures: v.optional(
      flag({
        title: 'Include Other Columns',
        description: 'Whether to list columns of the training data that predictions do not need, too',
        advanced: true,
      }),
      false,
    ),
  }),
  outputs: v.object({
    name: text({ title: 'Name', description: 'Name of the column' }),
    featureType: v.optional(text({ title: 'Feature Type', description: 'What kind of values it holds' })),
    importance: v.optional(
      number({
        title: 'Importance',
        description: 'How much it matters to the model, as the vendor tells it',
      }),
    ),
    dateFormat: v.optional(text({ title: 'Date Format', description: 'How its dates are written' })),
    knownInAdvance: v.optional(
      flag({ title: 'Known in Advance', description: 'Whether its values are known before their time' }),
    ),
  }),
  async run({ client, signal }, { deploymentId, returnAll, limit, ...filter }) {
    const features = listAll(
      (request) => client.getFeatures(deploymentId, { ...filter, ...request }, signal),
      ({ name }) => name,
    );
    return collect(features, { returnAll, limit });
  },
});
