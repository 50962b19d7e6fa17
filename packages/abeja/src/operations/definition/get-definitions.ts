import { collect, listInputs } from '@modelferry/operation';
import * as v from 'valibot';
import { allDefinitions } from '../../client/lists.ts';
import { describeDefinition } from '../../definitions/describe-definition.ts';
import { includeArchived } from '../shared/archive-inputs.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { definitionOutputs } from '../shared/definition-outputs.ts';

export const getDefinitions = defineOperation({
  resource: 'definition',
  name: 'getMany',
  title: 'Get Many',
  action: 'Get many job definitions',
  summary: 'Get many job definitions',
  result: 'many',
  inputs: v.object({ ...listInputs, includeArchived: includeArchived('job definitions') }),
  outputs: v.object(definitionOutputs),
  async run({ client, signal }, { returnAll, limit, ...filter }) {
    const found = await collect(allDefinitions(client, filter, signal), { returnAll, limit });
    return found.map(describeDefinition);
  },
});
