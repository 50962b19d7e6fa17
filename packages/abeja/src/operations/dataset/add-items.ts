import { rows, text } from '@modelferry/operation';
import * as v from 'valibot';
import { addItems as add } from '../../datasets/add-items.ts';
import { datasetInput } from '../shared/dataset-input.ts';
import { defineOperation } from '../shared/define-operation.ts';

export const addItems = defineOperation({
  resource: 'dataset',
  name: 'addItems',
  title: 'Add Items',
  action: 'Add items to dataset',
  summary: 'Add items to a dataset, up to 500 in one request; a bad row fails alone',
  result: 'rows',
  inputs: v.object({
    datasetId: datasetInput('The dataset that gets the items'),
    rows: rows({
      title: 'Items',
      description:
        'One item per row: dataUri (datalake://<channel ID>/<file ID> or an http(s) URL), dataType (its media type), attributes (a JSON object of labels), and height and width of an image',
      columnsFrom: 'datasetItemColumns',
    }),
  }),
  outputs: v.object({
    datasetItemId: v.optional(
      text({ title: 'Dataset Item ID', description: 'ID of the item, where the platform tells it' }),
    ),
    dataUri: text({ title: 'Data URI', description: 'Where its data are' }),
  }),
  async run(context, { datasetId, rows: given }) {
    return add(context, datasetId, given);
  },
});
