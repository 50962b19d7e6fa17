import {
  EngineError
} from "./chunk-VDHEZRE2.mjs";

// packages/upload/src/source-mismatch.ts
function sourceMismatch(name, expectedBytes, actualBytes) {
  const early = actualBytes < expectedBytes;
  return new EngineError({
    code: "source-mismatch",
    message: early ? `Could not read "${name}" to its end: it has ${expectedBytes} bytes, and only ${actualBytes} came.` : `Could not read "${name}": it has ${expectedBytes} bytes, and at least ${actualBytes} came.`,
    remedy: "Make sure that nothing writes to the file while it is being sent, then try again."
  });
}

// packages/upload/src/exact-length.ts
async function* exactLength(chunks, length, name) {
  let seen = 0;
  let last;
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

export {
  sourceMismatch,
  exactLength
};
