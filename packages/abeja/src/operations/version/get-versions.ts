import { listInputs } from '@modelferry/operation';
import * as v from 'valibot';
import { describeVersion } from '../../versions/describe-version.ts';
import { includeArchived } from '../shared/archive-inputs.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { definitionInput } from '../shared/definition-input.ts';
import { versionOutputs } from '../shared/version-outputs.ts';

export const getVersions = defineOperation({
  resource: 'version',
  name: 'getMany',
  title: 'Get Many',
  action: 'Get many job definition versions',
  summary: 'Get the versions of a job definition, the latest first',
  result: 'many',
  inputs: v.object({
    definition: definitionInput('the job definition whose versions are listed'),
    ...listInputs,
    includeArchived: includeArchived('versions'),
  }),
  outputs: v.object(versionOutputs),
  async run({ client, signal }, { definition, returnAll, limit, ...filter }) {
    const versions = await client.getVersions(definition, filter, signal);
    return versions
      .toSorted((a, b) => b.jobDefinitionVersion - a.jobDefinitionVersion)
      .slice(0, returnAll ? undefined : limit)
      .map((version) => describeVersion(definition, version));
  },
});
