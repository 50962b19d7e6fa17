import * as v from 'valibot';
import { archiveVersion as setArchived } from '../../versions/archive-version.ts';
import { archivedOutput } from '../shared/archive-outputs.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { versionInputs } from '../shared/version-inputs.ts';

export const unarchiveVersion = defineOperation({
  resource: 'version',
  name: 'unarchive',
  title: 'Unarchive',
  action: 'Unarchive job definition version',
  summary: 'Take a version of a job definition out of the archive',
  inputs: v.object(versionInputs('unarchive')),
  outputs: v.object({ archived: archivedOutput }),
  run: (context, given) => setArchived(context, given, false),
});
