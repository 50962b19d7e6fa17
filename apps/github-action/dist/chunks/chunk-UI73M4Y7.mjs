// packages/upload/src/zip/zip-entry.ts
var zipContentType = "application/zip";

export {
  zipContentType
};
