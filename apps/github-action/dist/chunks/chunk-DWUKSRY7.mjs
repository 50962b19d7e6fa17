import {
  joinBytes
} from "./chunk-42YFLU3Z.mjs";

// packages/upload/src/peek-source.ts
async function peekSource(source, maxBytes, enough = () => false) {
  const chunks = source.open()[Symbol.asyncIterator]();
  const pieces = [];
  let bytes = 0;
  let ended = false;
  for (let satisfied = maxBytes <= 0; !satisfied; ) {
    const next = await chunks.next();
    ended = next.done === true;
    if (next.done) break;
    pieces.push(next.value);
    bytes += next.value.length;
    satisfied = enough(next.value) || bytes >= maxBytes;
  }
  const head = joinBytes(pieces);
  if (!source.replayable) return { head, ended, source: glued(source, head, chunks) };
  if (!ended) await chunks.return?.();
  return { head, ended, source };
}
function glued(source, head, rest) {
  return {
    name: source.name,
    contentType: source.contentType,
    length: source.length,
    replayable: false,
    ranged: false,
    async *open() {
      try {
        if (head.length > 0) yield head;
        for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
      } finally {
        await rest.return?.();
      }
    }
  };
}

export {
  peekSource
};
