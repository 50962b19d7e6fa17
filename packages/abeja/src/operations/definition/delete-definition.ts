import * as v from 'valibot';
import { surely } from '../../at-most-once/surely.ts';
import { findDefinition } from '../../definitions/find-definition.ts';
import { confirmInput, confirmProblem, deletedOutputs, isConfirmed } from '../shared/confirm-inputs.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { definitionInput } from '../shared/definition-input.ts';

const inputs = v.pipe(
  v.object({
    definition: definitionInput('the job definition to delete'),
    confirm: confirmInput('the job definition'),
  }),
  v.forward(v.partialCheck([['confirm']], isConfirmed, confirmProblem), ['confirm']),
);

export const deleteDefinition = defineOperation({
  resource: 'definition',
  name: 'delete',
  title: 'Delete',
  action: 'Delete job definition',
  summary:
    'Delete a job definition for good; the platform may delete its versions, jobs and models with it, or refuse',
  inputs,
  outputs: deletedOutputs,
  async run(context, { definition }) {
    const { client, signal } = context;
    await surely(context, {
      doing: `delete the job definition "${definition}"`,
      send: () => client.deleteDefinition(definition, signal),
      isDone: async () => !(await findDefinition(context, definition)),
    });
    return { deleted: true };
  },
});
