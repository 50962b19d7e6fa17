import { flag } from '@modelferry/operation';
import * as v from 'valibot';
import { deleteDefinition as removeDefinition } from '../../batch/definitions/delete-definition.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { definitionInput } from '../shared/definition-inputs.ts';

export const deleteDefinition = defineOperation({
  resource: 'batchDefinition',
  name: 'delete',
  title: 'Delete',
  action: 'Delete batch definition',
  summary: 'Delete a batch definition, which must not have jobs in the queue',
  inputs: v.object({ definitionId: definitionInput }),
  outputs: v.object({
    deleted: flag({ title: 'Deleted', description: 'Whether it was deleted' }),
  }),
  async run(context, { definitionId }) {
    await removeDefinition(context, definitionId);
    return { deleted: true };
  },
});
