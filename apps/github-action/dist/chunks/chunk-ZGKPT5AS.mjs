const { fstatSync } = process.getBuiltinModule('node:fs');
import {
  readerSource,
  throwFileError
} from "./chunk-IUJGTDDR.mjs";
import {
  kernelInput,
  rowBytes,
  rowKernelBytes,
  runKernel,
  startKernel
} from "./chunk-EMTKIY3Y.mjs";
import {
  EngineError
} from "./chunk-VDHEZRE2.mjs";

// packages/node-host/src/file-source.ts
import { open, stat } from "node:fs/promises";
import { basename } from "node:path";

// packages/node-host/src/file-scanner.ts
import { once } from "node:events";
import { Worker } from "node:worker_threads";

// packages/node-host/src/scan-worker.ts
function scanWorker(start, run) {
  const { openSync, read } = process.getBuiltinModule("node:fs");
  const { parentPort, workerData } = process.getBuiltinModule("node:worker_threads");
  const { path, kernel, kernelInput: kernelInput2, bytes, length } = workerData;
  const file = openSync(path, "r");
  const machine = start(kernel);
  const blockBytes = 1024 * 1024;
  const inputs = [kernelInput2, kernelInput2 + blockBytes + kernelInput2];
  machine.memory.grow(Math.ceil((inputs[1] + blockBytes - machine.memory.buffer.byteLength) / 65536));
  const memory = new Uint8Array(machine.memory.buffer);
  const newDecoder = () => new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let decoder = newDecoder();
  let isBetween = true;
  let before = new Uint8Array();
  const firstWrong = (block) => {
    decoder = newDecoder();
    const begin = before.findIndex((byte) => (byte & 192) !== 128);
    try {
      if (begin >= 0) decoder.decode(before.subarray(begin), { stream: true });
      for (let at = 0; at < block.length; at++) {
        try {
          decoder.decode(block.subarray(at, at + 1), { stream: true });
        } catch {
          return at;
        }
      }
    } catch {
      return 0;
    }
    return block.length;
  };
  const decodes = (block, last) => {
    try {
      decoder.decode(block, { stream: !last });
      return true;
    } catch {
      return false;
    }
  };
  const fill = (input, bytes2, position) => new Promise((resolve, reject) => {
    read(file, memory, input, bytes2, position, (error, got) => {
      if (error) reject(error);
      else if (got === 0) reject(new Error(`it has ${length} bytes, and only ${position} came`));
      else if (got === bytes2) resolve();
      else fill(input + got, bytes2 - got, position + got).then(resolve, reject);
    });
  });
  const scan = async ({ state, to }) => {
    let oddRow;
    let notUtf8At;
    let [input, next] = inputs;
    let ahead;
    while (state.position < to) {
      const { position } = state;
      const got = Math.min(blockBytes, to - position);
      await (ahead ?? fill(input, got, position));
      const rest = Math.min(blockBytes, to - position - got);
      ahead = rest > 0 ? fill(next, rest, position + got) : void 0;
      ahead?.catch(() => void 0);
      run(machine, input, got, bytes, state, (row) => {
        oddRow ??= row;
      });
      const block = memory.subarray(input, input + got);
      const isWide = machine.wide.value === 1;
      if (notUtf8At === void 0 && (isWide || !isBetween)) {
        for (let at = 0; at < got && notUtf8At === void 0; at += 65536) {
          const step = block.subarray(at, at + 65536);
          const isLast = state.position === length && at + step.length === got;
          if (!decodes(step, isLast)) notUtf8At = position + at + firstWrong(step);
          before = step.slice(-3);
        }
      }
      isBetween = (block.at(-1) ?? 0) < 128;
      before = block.slice(-3);
      [input, next] = [next, input];
    }
    return { state, oddRow, notUtf8At };
  };
  const answer = (request) => scan(request).then(
    (scanned) => ({ scanned }),
    (error) => ({ problem: error instanceof Error ? error.message : String(error) })
  );
  parentPort?.on("message", async (request) => parentPort.postMessage(await answer(request)));
}

// packages/node-host/src/file-scanner.ts
var resourceLimits = { maxOldGenerationSizeMb: 24, maxYoungGenerationSizeMb: 2, stackSizeMb: 1 };
var fileScanner = (path, length) => (format) => {
  const kernel = rowKernelBytes();
  const workerData = { path, kernel, kernelInput, length, bytes: rowBytes(format) };
  const worker = new Worker(`(${scanWorker})(${startKernel}, ${runKernel})`, {
    eval: true,
    workerData,
    resourceLimits
  });
  const closed = new AbortController();
  const failed = (problem, cause) => new EngineError({
    code: "source-mismatch",
    message: `Could not read the file ${path} to its end: ${problem}.`,
    remedy: "Make sure that nothing writes to the file while it is sent, then try again.",
    cause
  });
  worker.on("error", (error) => closed.abort(failed(error.message, error)));
  return {
    async scan(state, to) {
      const answered = once(worker, "message", { signal: closed.signal });
      worker.postMessage({ state, to });
      const [answer] = await answered.catch((error) => {
        throw closed.signal.aborted ? closed.signal.reason : error;
      });
      if ("problem" in answer) throw failed(answer.problem);
      return answer.scanned;
    },
    async close() {
      closed.abort(failed("it is not read any more"));
      await worker.terminate();
    }
  };
};

// packages/node-host/src/file-source.ts
var scannerFromBytes = 32 * 1024 * 1024;
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
  const scanner = promised.size >= scannerFromBytes ? fileScanner(path, promised.size) : void 0;
  return { ...source, path, scanner, modifiedAtMs: promised.mtimeMs };
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
