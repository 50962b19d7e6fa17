import {
  zipContentType
} from "./chunk-UI73M4Y7.mjs";
import {
  RecordWriter
} from "./chunk-QCTFJQAI.mjs";
import {
  exactLength
} from "./chunk-NXAGABYC.mjs";
import {
  crc32
} from "./chunk-BHVNCWOG.mjs";
import {
  joinBytes
} from "./chunk-42YFLU3Z.mjs";
import {
  EngineError,
  InputError
} from "./chunk-VDHEZRE2.mjs";

// packages/upload/src/zip/entry-name.ts
var maxNameBytes = 65535;
function entryName(path) {
  const problem = problemOf(path);
  if (problem) {
    throw new InputError([
      {
        field: "file",
        problem: `"${path.replace(new RegExp("\\p{Cc}", "gu"), "?").slice(0, 200)}" cannot be a name inside an archive: ${problem}`,
        remedy: "Rename the file."
      }
    ]);
  }
  return new TextEncoder().encode(path);
}
function problemOf(path) {
  if (path === "") return "it is empty";
  if (path.includes("\\")) return "it has a backslash in it";
  if (/^[A-Za-z]:/.test(path)) return "it begins with a drive";
  if (new RegExp("\\p{Cc}", "u").test(path)) return "it has control characters in it";
  if (new RegExp("\\p{Surrogate}", "u").test(path)) return "it is no valid Unicode";
  const segments = path.split("/");
  if (segments[0] === "") return "it begins with a slash";
  if (segments.includes("")) return "a folder in it has no name";
  if (segments.some((segment) => segment === "." || segment === "..")) return "it leads to another folder";
  return new TextEncoder().encode(path).length > maxNameBytes ? "it is too long" : void 0;
}

// packages/upload/src/zip/records.ts
var max32 = 4294967294;
var max16 = 65534;
var mark32 = 4294967295;
var mark16 = 65535;
var deflate = 8;
var version20 = 20;
var version45 = 45;
var flags = 1 << 3 | 1 << 11;
var madeBy = 3 << 8 | version45;
var fileMode = 33188;
var executableMode = 33261;
function localHeader({ name, modified, zip64 }) {
  const record = new RecordWriter(localHeaderBytes({ name, zip64 })).u32(67324752).u16(zip64 ? version45 : version20).u16(flags).u16(deflate).u16(modified.time).u16(modified.date).u32(0).u32(zip64 ? mark32 : 0).u32(zip64 ? mark32 : 0).u16(name.length).u16(zip64 ? 20 : 0).raw(name);
  if (zip64) record.u16(1).u16(16).u64(0).u64(0);
  return record.done();
}
var localHeaderBytes = ({ name, zip64 }) => 30 + name.length + (zip64 ? 20 : 0);
function dataDescriptor({
  crc,
  compressedBytes,
  bytes,
  zip64
}) {
  const record = new RecordWriter(dataDescriptorBytes(zip64)).u32(134695760).u32(crc);
  return (zip64 ? record.u64(compressedBytes).u64(bytes) : record.u32(compressedBytes).u32(bytes)).done();
}
var dataDescriptorBytes = (zip64) => zip64 ? 24 : 16;
var wide = ({
  zip64,
  bytes,
  compressedBytes,
  offset
}) => [
  ...zip64 ? [bytes, compressedBytes] : [],
  ...offset > max32 ? [offset] : []
];
function directoryRecord(entry) {
  const { name, modified, isExecutable = false, crc, compressedBytes, bytes, offset, zip64 } = entry;
  const extra = wide(entry);
  const record = new RecordWriter(directoryRecordBytes(entry)).u32(33639248).u16(madeBy).u16(zip64 || extra.length > 0 ? version45 : version20).u16(flags).u16(deflate).u16(modified.time).u16(modified.date).u32(crc).u32(zip64 ? mark32 : compressedBytes).u32(zip64 ? mark32 : bytes).u16(name.length).u16(extra.length > 0 ? 4 + 8 * extra.length : 0).u16(0).u16(0).u16(0).u32((isExecutable ? executableMode : fileMode) * 65536).u32(offset > max32 ? mark32 : offset).raw(name);
  if (extra.length > 0) {
    record.u16(1).u16(8 * extra.length);
    for (const value of extra) record.u64(value);
  }
  return record.done();
}
function directoryRecordBytes(entry) {
  const extra = wide(entry).length;
  return 46 + entry.name.length + (extra > 0 ? 4 + 8 * extra : 0);
}
var needsZip64 = ({ entries, offset, bytes }) => entries > max16 || offset > max32 || bytes > max32;
function archiveEnd(place) {
  const { entries, offset, bytes } = place;
  const record = new RecordWriter(archiveEndBytes(place));
  if (needsZip64(place)) {
    record.u32(101075792).u64(44).u16(madeBy).u16(version45).u32(0).u32(0).u64(entries).u64(entries).u64(bytes).u64(offset).u32(117853008).u32(0).u64(offset + bytes).u32(1);
  }
  return record.u32(101010256).u16(0).u16(0).u16(entries > max16 ? mark16 : entries).u16(entries > max16 ? mark16 : entries).u32(bytes > max32 ? mark32 : bytes).u32(offset > max32 ? mark32 : offset).u16(0).done();
}
var archiveEndBytes = (place) => needsZip64(place) ? 98 : 22;

// packages/upload/src/zip/stored-deflate.ts
var storedBlockBytes = 65535;
var blockHeaderBytes = 5;
var pieceBytes = 2 * storedBlockBytes;
var storedDeflateBytes = (bytes) => bytes + blockHeaderBytes * Math.max(1, Math.ceil(bytes / storedBlockBytes));
async function* storedDeflate(chunks, length, name) {
  if (length === 0) yield blockHeader(0, true);
  let at = 0;
  for await (const chunk of exactLength(chunks, length, name)) {
    for (let taken = 0; taken < chunk.length; taken += pieceBytes) {
      const piece = chunk.subarray(taken, taken + pieceBytes);
      yield wrapped(piece, at, length);
      at += piece.length;
    }
  }
}
function wrapped(bytes, at, length) {
  const headers = Math.ceil((at + bytes.length) / storedBlockBytes) - Math.ceil(at / storedBlockBytes);
  const out = new Uint8Array(bytes.length + headers * blockHeaderBytes);
  let written = 0;
  for (let taken = 0; taken < bytes.length; ) {
    const inBlock = (at + taken) % storedBlockBytes;
    if (inBlock === 0) {
      const block = Math.min(storedBlockBytes, length - at - taken);
      out.set(blockHeader(block, at + taken + block === length), written);
      written += blockHeaderBytes;
    }
    const inside = bytes.subarray(taken, taken + storedBlockBytes - inBlock);
    out.set(inside, written);
    written += inside.length;
    taken += inside.length;
  }
  return out;
}
var blockHeader = (bytes, last) => Uint8Array.of(last ? 1 : 0, bytes & 255, bytes >> 8, ~bytes & 255, ~bytes >> 8 & 255);

// packages/upload/src/zip/dos-time.ts
var earliestDosTime = { date: 1 << 5 | 1, time: 0 };

// packages/upload/src/zip/zip-stream.ts
async function* zipStream(entries, options = {}) {
  const { modified = earliestDosTime, crc32: update = crc32 } = options;
  const written = [];
  let offset = 0;
  for (const { name, zip64, isExecutable, open, deflate: deflate2 } of entries) {
    const begin = offset;
    const head = localHeader({ name, modified, zip64 });
    yield head;
    let crc = 0;
    let bytes = 0;
    async function* counted() {
      for await (const chunk of open()) {
        crc = update(chunk, crc);
        bytes += chunk.length;
        yield chunk;
      }
    }
    let compressedBytes = 0;
    for await (const chunk of deflate2(counted())) {
      compressedBytes += chunk.length;
      yield chunk;
    }
    const descriptor = dataDescriptor({ crc, compressedBytes, bytes, zip64 });
    yield descriptor;
    offset += head.length + compressedBytes + descriptor.length;
    written.push({ name, modified, zip64, isExecutable, crc, compressedBytes, bytes, offset: begin });
  }
  let directoryBytes = 0;
  for (const chunk of gather(written.map(directoryRecord))) {
    directoryBytes += chunk.length;
    yield chunk;
  }
  yield archiveEnd({ entries: written.length, offset, bytes: directoryBytes });
}
function* gather(records, chunkBytes = 65536) {
  let pending = [];
  let bytes = 0;
  for (const [index, record] of records.entries()) {
    pending.push(record);
    bytes += record.length;
    if (bytes < chunkBytes && index < records.length - 1) continue;
    yield joinBytes(pending);
    pending = [];
    bytes = 0;
  }
}

// packages/upload/src/zip/stored-zip-source.ts
function storedZip(name, entries, options = {}) {
  refuseDoubles(entries);
  const planned = entries.map(plan);
  return {
    name,
    contentType: zipContentType,
    length: storedZipBytes(planned.map(({ name: name2, bytes }) => ({ nameBytes: name2.length, bytes }))),
    replayable: entries.every(({ source }) => source.replayable),
    ranged: false,
    open: () => zipStream(planned, options)
  };
}
function refuseDoubles(entries) {
  const seen = /* @__PURE__ */ new Set();
  for (const { path } of entries) {
    if (seen.has(path)) {
      throw new InputError([
        {
          field: "file",
          problem: `"${path}" would be in the ZIP twice`,
          remedy: "Give the files different names."
        }
      ]);
    }
    seen.add(path);
  }
}
function plan({ path, source, isExecutable }) {
  const bytes = source.length;
  if (bytes === void 0) {
    throw new EngineError({
      code: "unsupported",
      message: `Could not put "${source.name}" into a ZIP of known length: its own length is not known.`,
      remedy: "Pass it as a file, or from a place that tells its length."
    });
  }
  return {
    name: entryName(path),
    isExecutable,
    bytes,
    zip64: needsZip642(bytes),
    open: () => source.open(),
    deflate: (chunks) => storedDeflate(chunks, bytes, source.name)
  };
}
var needsZip642 = (bytes) => storedDeflateBytes(bytes) > max32;
function storedZipBytes(entries) {
  let offset = 0;
  let directory = 0;
  for (const { nameBytes, bytes } of entries) {
    const name = { length: nameBytes };
    const compressedBytes = storedDeflateBytes(bytes);
    const zip64 = needsZip642(bytes);
    directory += directoryRecordBytes({ name, zip64, bytes, compressedBytes, offset });
    offset += localHeaderBytes({ name, zip64 }) + compressedBytes + dataDescriptorBytes(zip64);
  }
  return offset + directory + archiveEndBytes({ entries: entries.length, offset, bytes: directory });
}

export {
  entryName,
  max32,
  storedDeflateBytes,
  zipStream,
  storedZip,
  refuseDoubles
};
