import type { RandomReader } from '@modelferry/http';
import { exactLength } from './exact-length.ts';
import type { Source } from './source.ts';

/** Looks at bytes on their way out. Whatever it throws ends the reading, and so the upload. */
export interface Tap {
  /** The next bytes, before they are passed on. They must not be kept: a transport fills its buffers anew. */
  see(chunk: Uint8Array): void;
  /** All bytes have been seen, and the last of them have NOT been passed on yet. */
  end(): void;
}

/**
 * Lets a tap see every byte of a source as it streams. The last bytes are held back until the tap agrees, so that a
 * body it refuses is never complete at the receiver.
 * @param newTap called at every opening, so that a repeated body is looked at from its beginning
 */
export function tapSource(source: Source, newTap: () => Tap): Source {
  const { reader, length } = source;
  return {
    name: source.name,
    contentType: source.contentType,
    length,
    replayable: source.replayable,
    ranged: false, // A tap that misses bytes would be wrong about the rest
    open: () => tapped(source.open(), source, newTap()),
    // Random access in order is all that a transport does, and the fast way to send a file
    reader:
      reader && length !== undefined
        ? async () => tappedReader(await reader.call(source), length, newTap())
        : undefined,
  };
}

async function* tapped(chunks: AsyncIterable<Uint8Array>, source: Source, tap: Tap) {
  const { length } = source;
  let held: Uint8Array | undefined;
  for await (const chunk of length === undefined ? chunks : exactLength(chunks, length, source.name)) {
    if (chunk.length === 0) continue;
    tap.see(chunk);
    if (held) yield held;
    held = chunk; // Any one may be the last
  }
  tap.end();
  if (held) yield held;
}

function tappedReader(whole: RandomReader, length: number, tap: Tap): RandomReader {
  let seen = 0;
  let last: Promise<unknown> = Promise.resolve();
  let ended = false;
  const read = async (target: Uint8Array, position: number): Promise<number> => {
    if (position !== seen)
      throw new Error(`A checked file is read in order, from byte ${seen} and not ${position}.`);
    const got = await whole.read(target, position);
    if (got > 0) tap.see(target.subarray(0, got));
    seen += got;
    if (!ended && (seen >= length || (got === 0 && target.length > 0))) {
      ended = true;
      tap.end();
    }
    return got;
  };
  return {
    // A transport reads ahead: the order of its calls is the order of the bytes
    read: (target, position) => {
      const next = last.then(() => read(target, position));
      last = next.catch(() => undefined);
      return next;
    },
    close: () => whole.close(),
  };
}
