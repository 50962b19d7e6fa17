import type { Operation } from '@modelferry/operation';
import type { SavedFile } from '@modelferry/upload';
import type { IBinaryKeyData, IDataObject, INodeExecutionData } from 'n8n-workflow';
import { simplified } from '../properties/index.ts';

/** Makes one of n8n's items of one result. A kept file is told by name and size, and by the field that holds it. */
export function outputItem(
  operation: Operation,
  output: object,
  itemIndex: number,
  { simplify, binary = {} }: { readonly simplify: boolean; readonly binary?: IBinaryKeyData },
): INodeExecutionData {
  const shown = simplify ? simplified(operation, output) : output;
  const files = new Set(
    operation.outputFields.filter(({ kind }) => kind === 'saved-file').map(({ name }) => name),
  );
  const json = Object.entries(shown)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, files.has(name) ? fileJson(value as SavedFile) : value]);
  return {
    json: Object.fromEntries(json) as IDataObject,
    pairedItem: { item: itemIndex },
    ...(Object.keys(binary).length === 0 ? {} : { binary }),
  };
}

const fileJson = ({ name, contentType, bytes, location }: SavedFile): IDataObject => ({
  name,
  contentType,
  bytes,
  binaryField: location,
});
