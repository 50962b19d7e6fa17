import {
  watchSource
} from "./chunk-F6SUFCMP.mjs";
import {
  CancelledError,
  EngineError,
  isCancelled,
  isEngineError
} from "./chunk-VDHEZRE2.mjs";

// packages/abeja/src/uploads/of-known-length.ts
async function ofKnownLength({ scratch, signal }, source) {
  if (source.length !== void 0) return { source, dispose: async () => void 0 };
  const { name, contentType = "application/octet-stream" } = source;
  if (scratch) return scratch.write({ name, contentType, body: source.open() }, signal);
  throw new EngineError({
    code: "unsupported",
    message: `Could not upload "${name}": its length is not known before it is read, and there is no place here to keep it.`,
    remedy: "Pass it as a file, or from a place that tells its length (a Content-Length header)."
  });
}

// packages/abeja/src/uploads/send-source.ts
async function sendSource({ signal, progress }, doing, file, send) {
  const { name, length: totalBytes } = file;
  const watched = watchSource(file);
  const onBytesTaken = (bytes) => progress({ type: "upload", name, bytes: Math.min(bytes, totalBytes ?? bytes), totalBytes });
  try {
    return await send({ source: { ...file, ...watched.source }, onBytesTaken });
  } catch (error) {
    if (signal.aborted || isCancelled(error)) throw new CancelledError(doing);
    throw isEngineError(watched.failure) ? watched.failure : error;
  }
}

export {
  ofKnownLength,
  sendSource
};
