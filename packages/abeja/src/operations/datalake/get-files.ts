import { choice, collect, listInputs, text } from '@modelferry/operation';
import * as v from 'valibot';
import { allFiles } from '../../client/lists.ts';
import { channelInput } from '../shared/channel-input.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { fileOutput, fileOutputs } from '../shared/file-outputs.ts';

const day = (title: string, description: string) =>
  v.optional(
    text({
      title,
      description,
      placeholder: 'e.g. 20270115',
      pattern: /^\d{8}$/,
      patternHint: 'a day as YYYYMMDD',
      advanced: true,
    }),
  );

export const getFiles = defineOperation({
  resource: 'datalake',
  name: 'getMany',
  title: 'Get Many Files',
  action: 'Get many files of datalake',
  summary: 'Get many files of a channel',
  result: 'many',
  inputs: v.object({
    channelId: channelInput('The channel whose files to get'),
    ...listInputs,
    orderBy: v.optional(
      choice({
        title: 'Order By',
        description: 'Which files come first',
        choices: { '-uploaded_at': { title: 'Newest First' }, uploaded_at: { title: 'Oldest First' } },
        advanced: true,
      }),
      '-uploaded_at',
    ),
    metadataFilter: v.optional(
      text({
        title: 'Metadata Filter',
        description: 'Only files with this in their metadata, as key:value',
        placeholder: 'e.g. filename:cars.csv',
        pattern: /^[^:\s]+:.+$/,
        patternHint: 'of the form key:value',
        advanced: true,
      }),
    ),
    start: day('Uploaded From', 'Only files that were uploaded on this day or later'),
    end: day('Uploaded Until', 'Only files that were uploaded on this day or before'),
    timezone: v.optional(
      text({
        title: 'Timezone',
        description: 'Where Uploaded From and Uploaded Until are days; without it, as the platform has it',
        placeholder: 'e.g. Asia/Tokyo',
        advanced: true,
      }),
    ),
  }),
  outputs: v.object(fileOutputs),
  async run({ client, signal }, { channelId, orderBy, metadataFilter, returnAll, limit, ...days }) {
    const q = metadataFilter && `x-abeja-meta-${metadataFilter}`;
    const itemsPerPage = returnAll ? 1_000 : Math.min(limit, 1_000);
    const filter = { ...days, q, sort: orderBy, itemsPerPage };
    const files = await collect(allFiles(client, channelId, filter, signal), { returnAll, limit });
    return files.map((file) => fileOutput(channelId, file));
  },
});
