import { EngineError } from '@modelferry/http';
import type { ScratchStore } from '@modelferry/upload';
import type { IBinaryData, INodeExecutionData } from 'n8n-workflow';
import type { Readables } from '../streams/readables.ts';
import { storedSource, type BinaryReadingContext } from './binary-source.ts';
import { filesOf } from './files-of.ts';
import { storeFile, type BinaryWritingContext } from './stored-file.ts';

/** The only store that keeps a file without holding it in memory, and that every installation may use. */
const isOnFileSystem = ({ id }: IBinaryData): boolean => id?.startsWith('filesystem') === true;

/**
 * Keeps scratch files in n8n's binary store. n8n gives nodes no way to remove a file there: it goes with the execution's
 * other files, when n8n prunes them.
 *
 * @param items the input: one of its files shows which store this n8n has, and nothing else tells a node
 * @returns undefined where the store is not known to be the file system
 */
export function createScratchStore(
  context: BinaryReadingContext & BinaryWritingContext,
  readables: Readables,
  items: readonly INodeExecutionData[],
): ScratchStore | undefined {
  if (!items.some((item) => filesOf(item).some(isOnFileSystem))) return undefined;
  return {
    async write({ name, contentType, body }, signal) {
      const { data, bytes } = await storeFile(context, readables, { name, contentType, body }, signal);
      if (data.id === undefined) {
        throw new EngineError({
          code: 'unsupported',
          message: `Could not keep "${name}" while it is prepared: n8n keeps files in memory.`,
          remedy: 'Switch compression off, or let n8n keep binary data on the file system.',
        });
      }
      return {
        source: storedSource(context, readables, data.id, name, contentType, bytes),
        dispose: async () => undefined,
      };
    },
  };
}
