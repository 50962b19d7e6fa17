import type { Column, ColumnLookup } from '@modelferry/operation';
import type { AbejaClient } from '../client/client.ts';

const columns: readonly Column[] = [
  { name: 'dataUri', type: 'text', required: true },
  { name: 'dataType', type: 'text', required: true },
  { name: 'attributes', type: 'text', required: false },
  { name: 'height', type: 'number', required: false },
  { name: 'width', type: 'number', required: false },
];

/** The columns of an item: the same for every dataset. */
export const datasetItemColumns: ColumnLookup<AbejaClient> = async () => columns;
