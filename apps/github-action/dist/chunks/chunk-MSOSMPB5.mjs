import {
  exactLength
} from "./chunk-NXAGABYC.mjs";

// packages/upload/src/concat-source.ts
function concatSource(name, parts, contentType) {
  const lengths = parts.map(({ length: length2 }) => length2);
  const known = lengths.every((length2) => length2 !== void 0);
  const length = known ? lengths.reduce((sum, one) => sum + (one ?? 0), 0) : void 0;
  const ranged = known && parts.every((part) => part.ranged);
  const readable = known && parts.every((part) => part.reader !== void 0);
  return {
    name,
    contentType,
    length,
    replayable: parts.every((part) => part.replayable),
    ranged,
    async *open(range) {
      if (!range || !ranged) {
        for (const part of parts) yield* exactly(part, part.open(), name);
        return;
      }
      for (const { part, start, end } of layOut(parts)) {
        const inner = { start: Math.max(range.start, start) - start, end: Math.min(range.end, end) - start };
        if (inner.start < inner.end) yield* part.open(inner);
      }
    },
    reader: readable ? () => openReader(parts) : void 0
  };
}
var exactly = (part, chunks, whole) => {
  const { name = whole } = part;
  return part.length === void 0 ? chunks : exactLength(chunks, part.length, name);
};
function layOut(parts) {
  let end = 0;
  return parts.map((part) => {
    const start = end;
    end += part.length ?? 0;
    return { part, start, end };
  });
}
async function openReader(parts) {
  const opened = [];
  const close = async () => {
    await Promise.all(opened.map(({ reader }) => reader.close()));
  };
  try {
    for (const { part, start, end } of layOut(parts)) {
      const reader = await part.reader?.();
      if (reader) opened.push({ reader, start, end });
    }
  } catch (error) {
    await close().catch(() => void 0);
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
        if (got < room) break;
      }
      return filled;
    },
    close
  };
}
async function readFully(reader, target, position) {
  let filled = 0;
  while (filled < target.length) {
    const got = await reader.read(target.subarray(filled), position + filled);
    if (got === 0) break;
    filled += got;
  }
  return filled;
}

// packages/upload/src/source.ts
function bytesSource(name, bytes, contentType) {
  return {
    name,
    contentType,
    length: bytes.length,
    replayable: true,
    ranged: true,
    async *open(range = { start: 0, end: bytes.length }) {
      if (range.end > range.start) yield bytes.subarray(range.start, range.end);
    },
    reader: async () => ({
      async read(target, position) {
        const piece = bytes.subarray(position, position + target.length);
        target.set(piece);
        return piece.length;
      },
      close: async () => void 0
    })
  };
}

export {
  concatSource,
  bytesSource
};
