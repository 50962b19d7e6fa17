import * as v from 'valibot';
import { archiveDefinition as setArchived } from '../../definitions/archive-definition.ts';
import { archivedOutput } from '../shared/archive-outputs.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { definitionInput } from '../shared/definition-input.ts';

export const unarchiveDefinition = defineOperation({
  resource: 'definition',
  name: 'unarchive',
  title: 'Unarchive',
  action: 'Unarchive job definition',
  summary: 'Take a job definition out of the archive',
  inputs: v.object({ definition: definitionInput('the job definition to unarchive') }),
  outputs: v.object({ archived: archivedOutput }),
  run: (context, { definition }) => setArchived(context, definition, false),
});
