import { InputError } from '@modelferry/http';
import { storedZip, type Source } from '@modelferry/upload';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Readables } from '../streams/readables.ts';
import { binarySource, type BinaryReadingContext } from './binary-source.ts';
import { filesOf } from './files-of.ts';
import { pathsBelowShared } from './shared-folder.ts';

/** What to pack. */
export interface WantedFiles {
  /** The input that takes them. */
  readonly input: string;
  /** Names of binary fields, in combined mode their paths. Without any, all files of the item. */
  readonly fields: readonly string[];
}

/**
 * Several files of an input item as one ZIP, made while it is sent: the same files give the same bytes, whatever their fields
 * are called. Those that come from folders keep them, below the one that they share.
 * @throws InputError when there is none, and when two would have one name
 */
export async function binaryArchive(
  context: BinaryReadingContext & Pick<IExecuteFunctions, 'getInputData'>,
  readables: Readables,
  itemIndex: number,
  { input, fields }: WantedFiles,
): Promise<Source> {
  const item: INodeExecutionData = context.getInputData()[itemIndex] ?? { json: {} };
  // Hosts of before 2.10 know the names alone
  const named =
    [fields, Object.keys(item.binary ?? {}), filesOf(item)].find(({ length }) => length > 0) ?? [];
  if (named.length === 0) {
    const remedy = 'Connect a node that gives files, or choose another place for them.';
    throw new InputError([{ field: input, problem: 'finds no file in the input item', remedy }]);
  }
  const sources = await Promise.all(
    named.map((nameOrFile) => binarySource(context, readables, itemIndex, nameOrFile)),
  );
  const paths = pathsBelowShared(
    named.map((nameOrFile, at) => ({
      directory: context.helpers.assertBinaryData(itemIndex, nameOrFile as string).directory,
      name: sources[at]?.name ?? '',
    })),
  );
  const entries = sources
    .map((source, at) => ({ path: paths[at] ?? source.name, source }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const twice = entries.find(({ path }, at) => path === entries[at + 1]?.path);
  if (!twice) return storedZip(`${input}.zip`, entries);
  const remedy = 'Rename one of them, or name the fields to take.';
  throw new InputError([{ field: input, problem: `has two files named "${twice.path}"`, remedy }]);
}
