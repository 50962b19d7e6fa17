import type { Source } from '../source.ts';
import { sourceMismatch } from '../source-mismatch.ts';

/** One is looked at while the next is read. Larger ones fall out of the processor's caches. */
const blockBytes = 512 * 1024;

/** All bytes of a source in order, each chunk good only until the next: of a file, through two buffers used in turn. */
export async function* passingChunks(source: Source): AsyncGenerator<Uint8Array, void, undefined> {
  const { length, reader } = source;
  if (!reader || length === undefined) return yield* source.open();
  const bytes = await reader.call(source);
  const read = (buffer: Uint8Array, position: number) => {
    const reading = bytes.read(buffer.subarray(0, length - position), position);
    reading.catch(() => undefined); // It may fail while the chunk before it is looked at
    return reading;
  };
  let ahead: Promise<number> | undefined;
  try {
    let [filled, next] = [new Uint8Array(blockBytes), new Uint8Array(blockBytes)];
    ahead = length > 0 ? read(filled, 0) : undefined;
    for (let position = 0; ahead;) {
      const got = await ahead;
      if (got === 0) throw sourceMismatch(source.name, length, position);
      position += got;
      ahead = position < length ? read(next, position) : undefined;
      yield filled.subarray(0, got);
      [filled, next] = [next, filled];
    }
  } finally {
    await ahead?.catch(() => undefined);
    await bytes.close();
  }
}
