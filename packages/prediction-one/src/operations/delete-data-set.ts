import { reference } from '@modelferry/operation';
import * as v from 'valibot';
import { numericId } from '../preflight/numeric-id.ts';
import { deleteDataSetSurely } from '../recovery/deletes.ts';
import { defineOperation } from './shared/define-operation.ts';
import { deletedOutputs } from './shared/deleted-output.ts';

export const deleteDataSet = defineOperation({
  resource: 'dataSet',
  name: 'delete',
  title: 'Delete',
  action: 'Delete data set',
  summary: 'Delete a data set, which also vanishes from the web app',
  inputs: v.object({
    dataSetId: reference({
      title: 'Data Set',
      description: 'The data set to delete',
      lookup: 'dataSets',
      placeholder: 'e.g. 77',
    }),
  }),
  outputs: v.object(deletedOutputs),
  async run(context, { dataSetId }) {
    numericId('dataSetId', dataSetId);
    await deleteDataSetSurely(context.client, context, dataSetId);
    return { deleted: true };
  },
});
