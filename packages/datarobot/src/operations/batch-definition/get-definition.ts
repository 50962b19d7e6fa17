import * as v from 'valibot';
import { describeDefinition } from '../../batch/definitions/describe-definition.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { definitionInput } from '../shared/definition-inputs.ts';
import { definitionOutputs } from '../shared/definition-outputs.ts';

export const getDefinition = defineOperation({
  resource: 'batchDefinition',
  name: 'get',
  title: 'Get',
  action: 'Get batch definition',
  summary: 'Get a batch definition, with its last and its next run',
  inputs: v.object({ definitionId: definitionInput }),
  outputs: v.object(definitionOutputs),
  async run({ client, signal }, { definitionId }) {
    return describeDefinition(await client.getJobDefinition(definitionId, signal));
  },
});
