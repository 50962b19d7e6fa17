import { count, saveDownload, savedFile, text } from '@modelferry/operation';
import { extensionFor } from '@modelferry/upload';
import * as v from 'valibot';
import { defineOperation } from '../shared/define-operation.ts';
import { versionInputs } from '../shared/version-inputs.ts';

export const downloadSource = defineOperation({
  resource: 'version',
  name: 'downloadSource',
  title: 'Download Source',
  action: 'Download source of job definition version',
  summary: 'Download the code of a version of a job definition, as the archive that it was created from',
  inputs: v.object(versionInputs('download the code of')),
  outputs: v.object({
    definition: text({ title: 'Job Definition', description: 'The job definition, as it was named' }),
    version: count({ title: 'Version', description: 'Number of the version' }),
    sourceFile: v.optional(savedFile({ title: 'Source File', description: 'The code, as an archive' })),
  }),
  async run(context, { definition, version }) {
    const { client, signal } = context;
    const number = Number(version);
    const sourceFile = await saveDownload(context, {
      doing: `download the code of version ${version} of "${definition}"`,
      freshUrl: () => client.getVersionSourceUrl(definition, number, signal),
      nameOf: ({ head }) => `source-${version}${extensionFor(head).replace('.gz', '.tar.gz')}`,
    });
    return { definition, version: number, sourceFile };
  },
});
