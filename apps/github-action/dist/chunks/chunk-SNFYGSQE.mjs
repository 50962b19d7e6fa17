import {
  readerSource,
  throwFileError
} from "./chunk-HHOMC7LC.mjs";
import {
  EngineError
} from "./chunk-SPUPTFJP.mjs";

// packages/node-host/src/file-source.ts
import { fstatSync } from "node:fs";
import { open, stat } from "node:fs/promises";
import { basename } from "node:path";
async function fileSource(path, options = {}) {
  const doing = `read the file ${path}`;
  const refused = throwFileError(doing);
  const promised = await stat(path).catch(refused);
  if (!promised.isFile()) {
    throw new EngineError({
      code: "invalid-input",
      message: `Could not ${doing}: it is ${promised.isDirectory() ? "a folder" : "not an ordinary file"}.`,
      remedy: "Give the path of one file."
    });
  }
  const openFile = () => open(path).catch(refused);
  await (await openFile()).close();
  const source = readerSource({
    name: options.name ?? basename(path),
    contentType: options.contentType,
    length: promised.size,
    reader: async () => unchangedReader(await openFile(), promised, path)
  });
  return { ...source, path, modifiedAtMs: promised.mtimeMs };
}
function unchangedReader(file, promised, path) {
  return {
    async read(target, position) {
      const { bytesRead } = await file.read(target, 0, target.length, position);
      const now = fstatSync(file.fd);
      if (now.size !== promised.size || now.mtimeMs !== promised.mtimeMs) throw changed(path, promised, now);
      return bytesRead;
    },
    close: () => file.close()
  };
}
function changed(path, promised, now) {
  const difference = now.size === promised.size ? `its ${now.size} bytes were written anew at ${now.mtime.toISOString()}, before that at ${promised.mtime.toISOString()}` : `it had ${promised.size} bytes and now has ${now.size}`;
  return new EngineError({
    code: "source-mismatch",
    message: `The file ${path} changed while it was read: ${difference}.`,
    remedy: "Make sure that nothing writes to the file while it is sent, then try again."
  });
}

export {
  fileSource
};
