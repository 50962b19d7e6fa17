import {
  abortable
} from "./chunk-O2OEQBPF.mjs";
import {
  readerSource,
  throwFileError
} from "./chunk-IUJGTDDR.mjs";
import {
  EngineError
} from "./chunk-VDHEZRE2.mjs";

// packages/node-host/src/file-sink.ts
import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { basename, join } from "node:path";

// packages/node-host/src/write-blocks.ts
var blockBytes = 1024 * 1024;
async function writeBlocks(file, body, signal, refused, onBlock = () => void 0) {
  let filling = Buffer.allocUnsafeSlow(blockBytes);
  let spare = Buffer.allocUnsafeSlow(blockBytes);
  let filled = 0;
  let position = 0;
  let writing = Promise.resolve();
  const flush = async () => {
    await writing;
    const block = filling.subarray(0, filled);
    writing = writeWhole(file, block, position).catch(refused);
    writing.catch(() => void 0);
    onBlock(block);
    position += filled;
    filled = 0;
    [filling, spare] = [spare, filling];
  };
  const iterator = body[Symbol.asyncIterator]();
  let ended = false;
  try {
    for (; ; ) {
      const next = await abortable(iterator.next(), signal);
      if (next.done) break;
      for (let rest = next.value; rest.length > 0; ) {
        const part = rest.subarray(0, blockBytes - filled);
        filling.set(part, filled);
        filled += part.length;
        rest = rest.subarray(part.length);
        if (filled === blockBytes) await flush();
      }
    }
    ended = true;
    await flush();
    await writing;
    return position;
  } finally {
    if (!ended) iterator.return?.().catch(() => void 0);
    await writing.catch(() => void 0);
  }
}
async function writeWhole(file, bytes, position) {
  for (let written = 0; written < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, written, bytes.length - written, position + written);
    written += bytesWritten;
  }
}

// packages/node-host/src/file-sink.ts
function fileSink(folder, { sha256 = false } = {}) {
  return {
    async save(file, signal) {
      const { name, contentType } = file;
      const location = join(folder, checkedName(name));
      const refused = throwFileError(`save ${location}`);
      const temporary = join(folder, `.modelferry-${randomBytes(8).toString("hex")}.part`);
      const hash = sha256 || file.sha256 !== void 0 ? createHash("sha256") : void 0;
      signal.throwIfAborted();
      await mkdir(folder, { recursive: true }).catch(refused);
      try {
        const bytes = await writeFile(temporary, file, signal, refused, hash);
        const sum = hash?.digest("hex");
        if (sum !== void 0) checkSum(file, sum);
        signal.throwIfAborted();
        await rename(temporary, location).catch(refused);
        return { name, contentType, bytes, location, ...sum !== void 0 && { sha256: sum } };
      } catch (error) {
        await rm(temporary, { force: true }).catch(() => void 0);
        throw error;
      }
    }
  };
}
async function writeFile(path, file, signal, refused, hash) {
  const handle = await open(path, "wx").catch(refused);
  try {
    const bytes = await writeBlocks(handle, file.body, signal, refused, (block) => hash?.update(block));
    if (file.length === void 0 || bytes === file.length) return bytes;
    throw new EngineError({
      code: "source-mismatch",
      message: `Could not save ${file.name}: the server promised ${file.length} bytes and sent ${bytes}.`,
      remedy: "Try again; the connection may have broken on the way."
    });
  } finally {
    await handle.close();
  }
}
function checkSum({ name, sha256 }, actual) {
  if (sha256 === void 0 || sha256.toLowerCase() === actual) return;
  throw new EngineError({
    code: "source-mismatch",
    message: `Could not save ${name}: its SHA-256 should be ${sha256.toLowerCase()}, and what came has ${actual}.`,
    remedy: "Try again; if it stays so, the file is not the one that was promised."
  });
}
function checkedName(name) {
  const stays = name !== "" && name !== "." && name !== ".." && basename(name) === name && !/[\0\\]/.test(name);
  if (stays) return name;
  throw new EngineError({
    code: "invalid-input",
    message: `Could not save the file: ${JSON.stringify(name)} is not a name but a path.`,
    remedy: "Give a name without slashes."
  });
}

// packages/node-host/src/parallel-deflate.ts
import { availableParallelism } from "node:os";
import { promisify } from "node:util";
import { constants, deflateRaw, deflateRawSync } from "node:zlib";

// packages/node-host/src/full-blocks.ts
async function* fullBlocks(chunks, blockBytes3, signal) {
  const iterator = chunks[Symbol.asyncIterator]();
  let before = new Uint8Array();
  let full;
  let filling;
  let filled = 0;
  let ended = false;
  try {
    for (; ; ) {
      const next = await abortable(iterator.next(), signal);
      if (next.done) break;
      for (let rest = next.value; rest.length > 0; ) {
        if (full) {
          yield { bytes: full, before, last: false };
          [before, full] = [full, void 0];
        }
        const part = rest.subarray(0, blockBytes3 - filled);
        rest = rest.subarray(part.length);
        if (part.length === blockBytes3) {
          full = part;
          continue;
        }
        filling ??= Buffer.allocUnsafeSlow(blockBytes3);
        filling.set(part, filled);
        filled += part.length;
        if (filled === blockBytes3) [full, filling, filled] = [filling, void 0, 0];
      }
    }
    ended = true;
    yield { bytes: full ?? filling?.subarray(0, filled) ?? new Uint8Array(), before, last: true };
  } finally {
    if (!ended) iterator.return?.().catch(() => void 0);
  }
}

// packages/node-host/src/in-order.ts
async function* inOrder(items, { atOnce, begun }, work, signal) {
  const iterator = items[Symbol.asyncIterator]();
  const results = [];
  const working = /* @__PURE__ */ new Set();
  const fetch = () => heard(iterator.next());
  const begin = (item) => {
    const result = heard(work(item).finally(() => working.delete(result)));
    working.add(result);
    results.push(result);
  };
  let ended = false;
  try {
    for (let fetching = fetch(); ; ) {
      const [oldest] = results;
      if (oldest && results.length === begun) {
        yield await abortable(oldest, signal);
        results.shift();
      }
      const next = await abortable(fetching, signal);
      if (next.done) break;
      if (working.size === atOnce) await abortable(Promise.race(working), signal);
      begin(next.value);
      fetching = fetch();
    }
    ended = true;
    for (const result of results) yield await abortable(result, signal);
  } finally {
    if (!ended) iterator.return?.().catch(() => void 0);
  }
}
function heard(promise) {
  promise.catch(() => void 0);
  return promise;
}

// packages/node-host/src/parallel-deflate.ts
var blockBytes2 = 512 * 1024;
var blocksWaiting = 2;
var windowBytes = 32 * 1024;
var atOnceUpToBytes = 16 * 1024;
var leastOutputBytes = 1024;
var deflateBlock = promisify(deflateRaw);
function parallelDeflater({ level = 1 } = {}) {
  if (!(Number.isInteger(level) && level >= 1 && level <= 9)) {
    throw new RangeError(`The level of compression must be a whole number from 1 to 9, not ${level}.`);
  }
  const deflate = async ({ bytes, before, last }) => {
    const options = {
      level,
      chunkSize: Math.max(leastOutputBytes, Math.ceil(bytes.length / 2)),
      dictionary: before.length > 0 ? before.subarray(-windowBytes) : void 0,
      finishFlush: last ? constants.Z_FINISH : constants.Z_SYNC_FLUSH
    };
    return bytes.length <= atOnceUpToBytes ? deflateRawSync(bytes, options) : deflateBlock(bytes, options);
  };
  return (bytes, signal) => {
    const atOnce = blocksAtOnce();
    return inOrder(
      fullBlocks(bytes, blockBytes2, signal),
      { atOnce, begun: atOnce + blocksWaiting },
      deflate,
      signal
    );
  };
}
function blocksAtOnce() {
  const threads = Math.trunc(Number(process.env["UV_THREADPOOL_SIZE"]));
  return Math.min(threads >= 1 ? threads : 4, availableParallelism() + 1);
}

// packages/node-host/src/temp-scratch.ts
import { randomBytes as randomBytes2 } from "node:crypto";
import { open as open2, rm as rm2 } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as join2 } from "node:path";
function tempScratch(folder = tmpdir()) {
  return {
    async write({ name, contentType, body }, signal) {
      signal.throwIfAborted();
      const path = join2(folder, `modelferry-${randomBytes2(8).toString("hex")}`);
      const refused = throwFileError(`keep ${name} for a while in ${folder}`);
      const file = await open2(path, "wx+", 384).catch(refused);
      let disposed = false;
      const dispose = async () => {
        if (disposed) return;
        disposed = true;
        await file.close().catch(() => void 0);
        await rm2(path, { force: true }).catch(() => void 0);
      };
      try {
        await rm2(path).catch(() => void 0);
        const length = await writeBlocks(file, body, signal, refused);
        const reader = async () => ({
          read: async (target, position) => (await file.read(target, 0, target.length, position)).bytesRead,
          close: async () => void 0
          // The handle is the file: closed with it
        });
        return { source: readerSource({ name, contentType, length, reader }), dispose };
      } catch (error) {
        await dispose();
        throw error;
      }
    }
  };
}

export {
  fileSink,
  parallelDeflater,
  tempScratch
};
