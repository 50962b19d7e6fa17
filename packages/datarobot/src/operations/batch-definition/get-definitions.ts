import { collect, listInputs, nameContainsInput } from '@modelferry/operation';
import * as v from 'valibot';
import { allDefinitions } from '../../batch/definitions/all-definitions.ts';
import { describeDefinition } from '../../batch/definitions/describe-definition.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { definitionOutputs } from '../shared/definition-outputs.ts';
import { deploymentInput } from '../shared/deployment-input.ts';

export const getDefinitions = defineOperation({
  resource: 'batchDefinition',
  name: 'getMany',
  title: 'Get Many',
  action: 'Get many batch definitions',
  summary: 'Get many batch definitions',
  result: 'many',
  inputs: v.object({
    ...listInputs,
    nameContains: nameContainsInput('definitions', 'nightly'),
    deploymentId: v.optional(
      deploymentInput('Only definitions that score with this deployment', { advanced: true }),
    ),
  }),
  outputs: v.object(definitionOutputs),
  async run(context, { nameContains, deploymentId, ...range }) {
    const found = await collect(allDefinitions(context, { nameContains, deploymentId }), range);
    return found.map(describeDefinition);
  },
});
