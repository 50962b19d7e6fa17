import * as v from 'valibot';
import { surely } from '../../at-most-once/surely.ts';
import { describeVersion } from '../../versions/describe-version.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { otherDescription } from '../shared/description-inputs.ts';
import { versionInputs } from '../shared/version-inputs.ts';
import { versionOutputs } from '../shared/version-outputs.ts';

export const updateVersion = defineOperation({
  resource: 'version',
  name: 'update',
  title: 'Update',
  action: 'Update job definition version',
  summary: 'Change the description of a version of a job definition, which is all of it that can change',
  inputs: v.object({ ...versionInputs('update'), description: otherDescription('version') }),
  outputs: v.object(versionOutputs),
  async run(context, { definition, version, description }) {
    const { client, signal } = context;
    const number = Number(version);
    const read = () => client.getVersion(definition, number, signal);
    await surely(context, {
      doing: `describe version ${version} of "${definition}"`,
      send: () => client.updateVersion(definition, number, { description }, signal),
      isDone: async () => (await read()).description === description,
    });
    return describeVersion(definition, await read());
  },
});
