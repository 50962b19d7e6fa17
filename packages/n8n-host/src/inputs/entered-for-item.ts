import type { Source } from '@modelferry/upload';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { WantedFiles } from '../files/binary-archive.ts';
import type { Entered } from '../properties/editor.ts';

/** How the host opens the files that a user names. */
export interface FileReaders {
  binaryFile(itemIndex: number, nameOrFile: unknown): Promise<Source>;
  binaryArchive(itemIndex: number, wanted: WantedFiles): Promise<Source>;
  urlFile(url: string, itemIndex: number): Promise<Source>;
}

/** In combined mode an item's files are among its fields. */
const withoutFiles = ({ _files, ...fields }: IDataObject): IDataObject => fields;

/** What was entered for one item of an execution. */
export const enteredForItem = (
  context: Pick<IExecuteFunctions, 'getNodeParameter' | 'getInputData' | 'getCredentials'>,
  itemIndex: number,
  files: FileReaders,
): Entered => ({
  // n8n strips what is hidden, and throws at a fallback of undefined
  parameter: (name) => (context.getNodeParameter(name, itemIndex, null) as unknown) ?? undefined,
  item: () => withoutFiles(context.getInputData()[itemIndex]?.json ?? {}),
  binaryFile: (nameOrFile) => files.binaryFile(itemIndex, nameOrFile),
  binaryArchive: (input, fields) => files.binaryArchive(itemIndex, { input, fields }),
  urlFile: (url) => files.urlFile(url, itemIndex),
  credential: (type) => context.getCredentials(type, itemIndex),
});
