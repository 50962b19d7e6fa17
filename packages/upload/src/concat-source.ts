import type { ByteRange, ByteSource, RandomReader } from '@modelferry/http';
import { exactLength } from './exact-length.ts';
import type { Source } from './source.ts';

/**
 * Several sources one after the other, as one: a CSV's header and a range of its rows. The length is known, ranges and
 * random access are there, and it is replayable, each where all of the parts are so.
 */
export function concatSource(name: string, parts: readonly ByteSource[], contentType?: string): Source {
  const lengths = parts.map(({ length }) => length);
  const known = lengths.every((length) => length !== undefined);
  const length = known ? lengths.reduce<number>((sum, one) => sum + (one ?? 0), 0) : undefined;
  const ranged = known && parts.every((part) => part.ranged);
  const readable = known && parts.every((part) => part.reader !== undefined);
  return {
    name,
    contentType,
    length,
    replayable: parts.every((part) => part.replayable),
    ranged,
    async *open(range?: ByteRange) {
      if (!range || !ranged) {
        for (const part of parts) yield* exactly(part, part.open(), name);
        return;
      }
      for (const { part, start, end } of layOut(parts)) {
        const inner = { start: Math.max(range.start, start) - start, end: Math.min(range.end, end) - start };
        if (inner.start < inner.end) yield* part.open(inner);
      }
    },
    reader: readable ? () => openReader(parts) : undefined,
  };
}

/** A part of another length than it told would let the next one begin in the wrong place. */
const exactly = (part: ByteSource, chunks: AsyncIterable<Uint8Array>, whole: string) => {
  const { name = whole } = part as { readonly name?: string };
  return part.length === undefined ? chunks : exactLength(chunks, part.length, name);
};

/** Where each part lies within the whole, in bytes. */
function layOut(parts: readonly ByteSource[]) {
  let end = 0;
  return parts.map((part) => {
    const start = end;
    end += part.length ?? 0;
    return { part, start, end };
  });
}

async function openReader(parts: readonly ByteSource[]): Promise<RandomReader> {
  const opened: { reader: RandomReader; start: number; end: number }[] = [];
  const close = async () => {
    await Promise.all(opened.map(({ reader }) => reader.close()));
  };
  try {
    for (const { part, start, end } of layOut(parts)) {
      const reader = await part.reader?.();
      if (reader) opened.push({ reader, start, end });
    }
  } catch (error) {
    await close().catch(() => undefined); // The first cause is what counts
    throw error;
  }
  return {
    async read(target, position) {
      let filled = 0;
      for (const { reader, start, end } of opened) {
        const at = position + filled;
        if (at < start || at >= end || filled === target.length) continue;
        const room = Math.min(target.length - filled, end - at);
        const got = await readFully(reader, target.subarray(filled, filled + room), at - start);
        filled += got;
        if (got < room) break; // A part that ends early: what follows must not slide into its place
      }
      return filled;
    },
    close,
  };
}

async function readFully(reader: RandomReader, target: Uint8Array, position: number): Promise<number> {
  let filled = 0;
  while (filled < target.length) {
    const got = await reader.read(target.subarray(filled), position + filled);
    if (got === 0) break;
    filled += got;
  }
  return filled;
}
