import { collect, count, listInputs, moment, text } from '@modelferry/operation';
import * as v from 'valibot';
import { allDataSets } from '../client/all-entries.ts';
import { defineOperation } from './shared/define-operation.ts';
import { present } from './shared/optional.ts';

export const getDataSets = defineOperation({
  resource: 'dataSet',
  name: 'getMany',
  title: 'Get Many',
  action: 'Get many data sets',
  summary: 'Get many data sets of the account',
  result: 'many',
  inputs: v.object(listInputs),
  outputs: v.object({
    dataSetId: text({ title: 'Data Set ID', description: 'ID of the data set' }),
    name: v.optional(text({ title: 'Name', description: 'Name of the data set' })),
    extension: v.optional(
      text({ title: 'Extension', description: 'Extension of the file it was made from' }),
    ),
    columnCount: v.optional(count({ title: 'Column Count', description: 'Number of columns' })),
    rowCount: v.optional(count({ title: 'Row Count', description: 'Number of rows' })),
    sizeBytes: v.optional(count({ title: 'Size Bytes', description: 'Size in bytes' })),
    createdDate: v.optional(moment({ title: 'Created Date', description: 'When it was created' })),
    updatedDate: v.optional(moment({ title: 'Updated Date', description: 'When it was changed last' })),
    ownerUserId: v.optional(text({ title: 'Owner User ID', description: 'ID of the user it belongs to' })),
  }),
  async run({ client, signal }, range) {
    const sets = await collect(allDataSets(client, signal), range);
    // The download URL is left out: whoever has it has the data
    return sets.map((set) => ({
      dataSetId: set.dataSetId,
      name: present(set.name),
      extension: present(set.extension),
      columnCount: present(set.columnCount),
      rowCount: present(set.dataCount),
      sizeBytes: present(set.dataSize),
      createdDate: present(set.createdDate),
      updatedDate: present(set.updatedDate),
      ownerUserId: present(set.ownerUserId),
    }));
  },
});
