import { collect, listInputs, reference, text } from '@modelferry/operation';
import * as v from 'valibot';
import { allDefinitions } from '../../batch/definitions/all-definitions.ts';
import { describeDefinition } from '../../batch/definitions/describe-definition.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { definitionOutputs } from '../shared/definition-outputs.ts';

export const getDefinitions = defineOperation({
  resource: 'batchDefinition',
  name: 'getMany',
  title: 'Get Many',
  action: 'Get many batch definitions',
  summary: 'Get many batch definitions',
  result: 'many',
  inputs: v.object({
    ...listInputs,
    nameContains: v.optional(
      text({
        title: 'Name Contains',
        description: 'Only definitions with this in their name, in whatever case',
        placeholder: 'e.g. nightly',
        advanced: true,
      }),
    ),
    deploymentId: v.optional(
      reference({
        title: 'Deployment',
        description: 'Only definitions that score with this deployment',
        lookup: 'deployments',
        urlPattern: '/deployments/([^/?#]+)',
        placeholder: 'e.g. 5e7e6a3f8e7d8c0001a1b2c3',
        advanced: true,
      }),
    ),
  }),
  outputs: v.object(definitionOutputs),
  async run(context, { nameContains, deploymentId, ...range }) {
    const found = await collect(allDefinitions(context, { nameContains, deploymentId }), range);
    return found.map(describeDefinition);
  },
});
