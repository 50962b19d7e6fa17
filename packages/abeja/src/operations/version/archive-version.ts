import * as v from 'valibot';
import { archiveVersion as setArchived } from '../../versions/archive-version.ts';
import { archivedOutput } from '../shared/archive-outputs.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { versionInputs } from '../shared/version-inputs.ts';

export const archiveVersion = defineOperation({
  resource: 'version',
  name: 'archive',
  title: 'Archive',
  action: 'Archive job definition version',
  summary: 'Archive a version of a job definition, which then is not run by default',
  inputs: v.object(versionInputs('archive')),
  outputs: v.object({ archived: archivedOutput }),
  run: (context, given) => setArchived(context, given, true),
});
