import { collect, flag, records, text } from '@modelferry/operation';
import * as v from 'valibot';
import { listAll } from '../../client/list-all.ts';
import { datasetInput } from '../shared/dataset-input.ts';
import { datasetOutput, datasetOutputs } from '../shared/dataset-outputs.ts';
import { defineOperation } from '../shared/define-operation.ts';

export const getDataset = defineOperation({
  resource: 'dataset',
  name: 'get',
  title: 'Get',
  action: 'Get dataset',
  summary: 'Get the details of a dataset, in its newest version or another one',
  inputs: v.object({
    datasetId: datasetInput('The dataset to get'),
    versionId: v.optional(
      text({
        title: 'Version ID',
        description: 'The version to get; without it, the newest one',
        placeholder: 'e.g. 65a1b2c3d4e5f60102030406',
        ...{ pattern: /^[\w-]+$/, patternHint: 'an ID' },
        advanced: true,
      }),
    ),
    includeVersions: v.optional(
      flag({
        title: 'Include Versions',
        description: 'Whether to list all versions of the dataset',
        advanced: true,
      }),
      false,
    ),
  }),
  outputs: v.object({
    ...datasetOutputs,
    versions: v.optional(
      records({
        title: 'Versions',
        description: 'All versions, where they were asked for',
        entries: datasetOutputs,
      }),
    ),
  }),
  async run({ client, signal }, { datasetId, versionId, includeVersions }) {
    const dataset =
      versionId === undefined
        ? await client.getDataset(datasetId, signal)
        : await client.getDatasetVersion(datasetId, versionId, signal);
    if (!includeVersions) return datasetOutput(dataset);
    const versions = await collect(
      listAll(
        (request) => client.getDatasetVersions(datasetId, request, signal),
        (version) => version.versionId ?? '',
      ),
      { returnAll: true, limit: 0 },
    );
    return { ...datasetOutput(dataset), versions: versions.map(datasetOutput) };
  },
});
