import { readBinary, storedFile } from '@modelferry/n8n-testkit/run';
import type { IBinaryData, INodeExecutionData } from 'n8n-workflow';

/** An item with one file, as an earlier node leaves it. */
export async function fileItem(
  content: string,
  name: string,
  mimeType = 'application/octet-stream',
): Promise<INodeExecutionData> {
  return { json: {}, binary: { data: await storedFile(content, name, mimeType) } };
}

/** An item with several files, each in a field of its own. */
export async function filesItem(
  files: Readonly<Record<string, readonly [name: string, content: string]>>,
): Promise<INodeExecutionData> {
  const stored = Object.entries(files).map(
    async ([field, [name, content]]) => [field, await storedFile(content, name, 'text/plain')] as const,
  );
  return { json: {}, binary: Object.fromEntries(await Promise.all(stored)) };
}

/** The bytes of a file that the node has saved, by the name of its output. */
export async function savedBytes(item: INodeExecutionData | undefined, output: string): Promise<Buffer> {
  const { binaryField } = item?.json[output] as { readonly binaryField: string };
  return readBinary(item?.binary?.[binaryField] as IBinaryData);
}

/** A ZIP begins like this. */
export const zipMark = 'PK\x03\x04';
