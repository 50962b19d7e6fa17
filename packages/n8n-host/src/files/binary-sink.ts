import type { Sink } from '@modelferry/upload';
import type { IBinaryKeyData } from 'n8n-workflow';
import type { Readables } from '../streams/readables.ts';
import { storeFile, type BinaryWritingContext } from './stored-file.ts';

/** A sink that keeps files for one item of the output. */
export interface BinarySink extends Sink {
  /** All files kept so far, as n8n wants them beside the item. */
  readonly binary: IBinaryKeyData;
}

/**
 * Keeps files as n8n binary data: the first one in the field `data`, where the next node looks by itself, a second one in
 * `data2`. In combined mode n8n moves them into the item's JSON.
 */
export function createBinarySink(context: BinaryWritingContext, readables: Readables): BinarySink {
  const binary: IBinaryKeyData = {};
  return {
    binary,
    async save({ name, contentType, length, body }, signal) {
      const { data, bytes } = await storeFile(
        context,
        readables,
        { name, contentType, length, body },
        signal,
      );
      const count = Object.keys(binary).length + 1;
      const location = count === 1 ? 'data' : `data${count}`;
      binary[location] = data;
      return { name, contentType, bytes, location };
    },
  };
}
