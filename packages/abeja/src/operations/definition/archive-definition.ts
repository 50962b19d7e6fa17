import * as v from 'valibot';
import { archiveDefinition as setArchived } from '../../definitions/archive-definition.ts';
import { archivedOutput } from '../shared/archive-outputs.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { definitionInput } from '../shared/definition-input.ts';

export const archiveDefinition = defineOperation({
  resource: 'definition',
  name: 'archive',
  title: 'Archive',
  action: 'Archive job definition',
  summary: 'Archive a job definition, which then is listed only when asked for',
  inputs: v.object({ definition: definitionInput('the job definition to archive') }),
  outputs: v.object({ archived: archivedOutput }),
  run: (context, { definition }) => setArchived(context, definition, true),
});
