import * as v from 'valibot';
import { surely } from '../../at-most-once/surely.ts';
import { findVersion } from '../../versions/find-version.ts';
import { confirmInput, confirmProblem, deletedOutputs, isConfirmed } from '../shared/confirm-inputs.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { versionInputs } from '../shared/version-inputs.ts';

const inputs = v.pipe(
  v.object({ ...versionInputs('delete'), confirm: confirmInput('the version') }),
  v.forward(v.partialCheck([['confirm']], isConfirmed, confirmProblem), ['confirm']),
);

export const deleteVersion = defineOperation({
  resource: 'version',
  name: 'delete',
  title: 'Delete',
  action: 'Delete job definition version',
  summary:
    'Delete a version of a job definition for good; the platform may delete its jobs with it, or refuse',
  inputs,
  outputs: deletedOutputs,
  async run(context, { definition, version }) {
    const { client, signal } = context;
    const number = Number(version);
    await surely(context, {
      doing: `delete version ${version} of "${definition}"`,
      send: () => client.deleteVersion(definition, number, signal),
      isDone: async () => !(await findVersion(context, definition, number)),
    });
    return { deleted: true };
  },
});
