import type { ByteRange } from '@modelferry/http';
import { bytesSource, type Source } from '@modelferry/upload';
import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import { boundedChunks } from '../streams/bounded-chunks.ts';
import type { NodeReadable } from '../streams/node-readable.ts';
import type { Readables } from '../streams/readables.ts';

/** How much is read from n8n's store at a time, in bytes. */
const chunkBytes = 512 * 1024;

/** The part of n8n's context that reads files. */
export interface BinaryReadingContext {
  readonly helpers: Pick<
    IExecuteFunctions['helpers'],
    'assertBinaryData' | 'getBinaryDataBuffer' | 'getBinaryMetadata' | 'getBinaryStream'
  >;
}

/**
 * A file of an input item, wherever n8n keeps it. From the file system it is streamed; n8n's memory and database modes hold
 * the whole file in memory, whoever reads it.
 *
 * @param nameOrFile the name of the binary field, in combined mode its path, or n8n's description of the file itself
 * @throws NodeOperationError of n8n's own when there is no such file
 */
export async function binarySource(
  context: BinaryReadingContext,
  readables: Readables,
  itemIndex: number,
  nameOrFile: unknown,
): Promise<Source> {
  // The typings of older hosts know the name alone
  const wanted = nameOrFile as string;
  const data = context.helpers.assertBinaryData(itemIndex, wanted);
  const name = data.fileName ?? (data.fileExtension ? `data.${data.fileExtension}` : 'data');
  // Pinned data and n8n's memory mode have no id
  return data.id === undefined
    ? heldSource(context, itemIndex, wanted, data, name)
    : storedSource(
        context,
        readables,
        data.id,
        name,
        data.mimeType,
        await storedLength(context, data, data.id),
      );
}

/** `fileSize` of the item is text to be shown; the store knows the number. */
async function storedLength(
  { helpers }: BinaryReadingContext,
  data: IBinaryData,
  id: string,
): Promise<number | undefined> {
  const { fileSize } = await helpers.getBinaryMetadata(id).catch(() => ({ fileSize: undefined }));
  return fileSize ?? data.bytes;
}

interface StreamingContext {
  readonly helpers: Pick<IExecuteFunctions['helpers'], 'getBinaryStream'>;
}

/** A source over a file in n8n's binary store. Each opening is a stream of its own, closed when its reader leaves. */
export function storedSource(
  { helpers }: StreamingContext,
  readables: Readables,
  id: string,
  name: string,
  contentType: string,
  length: number | undefined,
): Source {
  return {
    name,
    contentType,
    length,
    replayable: true,
    ranged: false,
    async *open() {
      const stream = (await helpers.getBinaryStream(id, chunkBytes)) as unknown as NodeReadable;
      readables.learn(stream);
      try {
        yield* boundedChunks(stream, chunkBytes);
      } finally {
        stream.destroy();
      }
    },
  };
}

/** A source over a file that the item itself holds, as base64. Decoded when it is opened, by n8n's own means. */
function heldSource(
  { helpers }: BinaryReadingContext,
  itemIndex: number,
  wanted: string,
  data: IBinaryData,
  name: string,
): Source {
  const length = base64Bytes(data.data);
  return {
    name,
    contentType: data.mimeType,
    length,
    replayable: true,
    ranged: true,
    async *open(range: ByteRange = { start: 0, end: length }) {
      const bytes = await helpers.getBinaryDataBuffer(itemIndex, wanted);
      yield* boundedChunks(bytesSource(name, bytes).open(range), chunkBytes);
    },
  };
}

/** How many bytes a base64 text stands for. */
function base64Bytes(text: string): number {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  return Math.floor(((text.length - padding) * 3) / 4);
}
