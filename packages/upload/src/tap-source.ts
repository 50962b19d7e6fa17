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
    // Reading into buffers of its own is a transport's fast way to send a file
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

/** What lies before a read that jumps ahead is looked at first: nothing leaves that the tap has not seen. */
function tappedReader(whole: RandomReader, length: number, tap: Tap): RandomReader {
  let seen = 0;
  let ended = false;
  let last: Promise<unknown> = Promise.resolve();
  const readSeen = async (target: Uint8Array, position: number): Promise<number> => {
    const got = await whole.read(target, position);
    if (position + got > seen) tap.see(target.subarray(seen - position, got));
    seen = Math.max(seen, position + got);
    if (!ended && (seen >= length || (got === 0 && position === seen && target.length > 0))) {
      ended = true;
      tap.end();
    }
    return got;
  };
  const read = async (target: Uint8Array, position: number): Promise<number> => {
    while (seen < Math.min(position, length)) {
      const gap = new Uint8Array(Math.min(gapBytes, position - seen));
      if ((await readSeen(gap, seen)) === 0) break;
    }
    return readSeen(target, position);
  };
  return {
    // A transport reads ahead: its reads come one after the other, in the order in which they were asked for
    read: (target, position) => {
      const next = last.then(() => read(target, position));
      last = next.catch(() => undefined);
      return next;
    },
    close: () => whole.close(),
  };
}

const gapBytes = 64 * 1024;
