import {
  platformDeflater
} from "./chunk-573LZVAE.mjs";
import {
  entryName,
  max32,
  refuseDoubles,
  storedDeflateBytes,
  zipStream
} from "./chunk-6ADRUR63.mjs";
import {
  exactLength
} from "./chunk-NXAGABYC.mjs";

// packages/upload/src/zip/deflated-zip.ts
function deflatedZip(entries, options) {
  const { signal, deflater = platformDeflater } = options;
  refuseDoubles(entries);
  const planned = entries.map(({ path, source, isExecutable }) => {
    const { length } = source;
    return {
      name: entryName(path),
      isExecutable,
      // Deflate falls back to stored blocks; twice their overhead is more than any deflater of ours adds
      zip64: length === void 0 || 2 * storedDeflateBytes(length) - length > max32,
      open: () => length === void 0 ? source.open() : exactLength(source.open(), length, source.name),
      deflate: (bytes) => deflater(bytes, signal)
    };
  });
  return zipStream(planned, options);
}

export {
  deflatedZip
};
