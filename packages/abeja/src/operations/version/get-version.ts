import * as v from 'valibot';
import { describeVersion } from '../../versions/describe-version.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { versionInputs } from '../shared/version-inputs.ts';
import { versionOutputs } from '../shared/version-outputs.ts';

export const getVersion = defineOperation({
  resource: 'version',
  name: 'get',
  title: 'Get',
  action: 'Get job definition version',
  summary: 'Get what a version of a job definition runs, and how',
  inputs: v.object(versionInputs('get')),
  outputs: v.object(versionOutputs),
  run: async ({ client, signal }, { definition, version }) =>
    describeVersion(definition, await client.getVersion(definition, Number(version), signal)),
});
