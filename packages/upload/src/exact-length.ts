import type { Source } from './source.ts';
import { sourceMismatch } from './source-mismatch.ts';

/**
 * Passes chunks on and insists on their total length. The last of them leaves only when the end is certain: a file that
 * grew while it was sent must not be complete at the receiver, cut off in the middle of a row.
 * @param name the file as the user knows it, for the error
 * @throws EngineError with code `source-mismatch` when fewer or more than `length` bytes come
 */
export async function* exactLength(
  chunks: AsyncIterable<Uint8Array>,
  length: number,
  name: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  let seen = 0;
  let last: Uint8Array | undefined;
  for await (const chunk of chunks) {
    if (chunk.length === 0) continue;
    seen += chunk.length;
    if (seen > length) throw sourceMismatch(name, length, seen);
    if (seen === length) last = chunk;
    else yield chunk;
  }
  if (seen < length) throw sourceMismatch(name, length, seen);
  if (last) yield last;
}

/** Gives a source the length that its place told us, and holds it to that. */
export function sizedSource(source: Source, length: number): Source {
  const { reader } = source;
  return {
    name: source.name,
    contentType: source.contentType,
    length,
    replayable: source.replayable,
    ranged: source.ranged,
    open: (range) =>
      range && source.ranged
        ? exactLength(source.open(range), Math.max(0, range.end - range.start), source.name)
        : exactLength(source.open(), length, source.name),
    reader: reader && (() => reader.call(source)),
  };
}
