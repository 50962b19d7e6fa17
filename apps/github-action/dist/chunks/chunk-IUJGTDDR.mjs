import {
  codeOf,
  messageOf
} from "./chunk-Z6MGIYC7.mjs";
import {
  EngineError
} from "./chunk-VDHEZRE2.mjs";

// packages/node-host/src/file-error.ts
var reasons = {
  ENOENT: {
    code: "invalid-input",
    what: "there is no such file or folder",
    remedy: "Check the path; a relative one starts at the current folder."
  },
  ENOTDIR: {
    code: "invalid-input",
    what: "a part of the path is a file, not a folder",
    remedy: "Check the path."
  },
  EEXIST: {
    code: "invalid-input",
    what: "a file stands where a folder is needed",
    remedy: "Choose another folder."
  },
  EISDIR: { code: "invalid-input", what: "it is a folder", remedy: "Give the path of one file." },
  EACCES: {
    code: "invalid-input",
    what: "this user may not",
    remedy: "Change the permissions, or choose another path."
  },
  EPERM: {
    code: "invalid-input",
    what: "this user may not",
    remedy: "Change the permissions, or choose another path."
  },
  EROFS: { code: "invalid-input", what: "the disk is read-only", remedy: "Choose another folder." },
  ENOSPC: {
    code: "too-large",
    what: "the disk is full",
    remedy: "Free some space, or choose another folder."
  },
  EDQUOT: { code: "too-large", what: "this user's share of the disk is used up", remedy: "Free some space." },
  ENAMETOOLONG: { code: "invalid-input", what: "the name is too long", remedy: "Choose a shorter name." },
  EMFILE: { code: "unsupported", what: "too many files are open", remedy: "Do fewer things at a time." }
};
function fileError(doing, error) {
  const reason = reasons[codeOf(error) ?? ""];
  const why = reason?.what ?? messageOf(error);
  return new EngineError({
    code: reason?.code ?? "unsupported",
    message: `Could not ${doing}: ${why}.`,
    remedy: reason?.remedy,
    cause: error
  });
}
var throwFileError = (doing) => (error) => {
  throw fileError(doing, error);
};

// packages/node-host/src/reader-source.ts
var chunkBytes = 512 * 1024;
function readerSource(options) {
  const { name, contentType, length, reader } = options;
  return {
    name,
    contentType,
    length,
    replayable: true,
    ranged: true,
    reader,
    async *open(range = { start: 0, end: length }) {
      const end = Math.min(range.end, length);
      const bytes = await reader();
      try {
        for (let position = range.start; position < end; ) {
          const chunk = Buffer.allocUnsafeSlow(Math.min(chunkBytes, end - position));
          const read = await bytes.read(chunk, position);
          if (read === 0) return;
          position += read;
          yield chunk.subarray(0, read);
        }
      } finally {
        await bytes.close();
      }
    }
  };
}

export {
  throwFileError,
  readerSource
};
