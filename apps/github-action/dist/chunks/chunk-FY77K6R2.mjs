import {
  isTransportError
} from "./chunk-WTLKQS7A.mjs";
import {
  isApiError,
  isEngineError
} from "./chunk-VDHEZRE2.mjs";

// packages/operation/src/split-head.ts
async function splitHead(chunks) {
  const iterator = chunks[Symbol.asyncIterator]();
  let first = await iterator.next();
  while (!first.done && first.value.length === 0) first = await iterator.next();
  async function* whole() {
    try {
      for (let next = first; !next.done; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { head: first.done ? new Uint8Array() : first.value.subarray(0, 16), body: whole() };
}

// packages/operation/src/save-download.ts
var maxDownloads = 3;
var passingCodes = /* @__PURE__ */ new Set(["source-mismatch", "unexpected-answer"]);
var isPassing = (error) => isApiError(error) ? error.status === 401 || error.status === 403 || error.status >= 500 : isTransportError(error) || isEngineError(error) && passingCodes.has(error.code);
async function saveDownload(host, download) {
  const { signal, progress } = host;
  for (let attempt = 1; ; attempt++) {
    const url = await download.freshUrl();
    if (url === void 0) return void 0;
    try {
      return await saveOnce(host, download, url);
    } catch (error) {
      if (signal.aborted || attempt >= maxDownloads || !isPassing(error)) throw error;
      progress({ type: "warning", message: `The download will be begun anew: ${error.message}` });
    }
  }
}
async function saveOnce({ client, signal, progress, save }, { doing, nameOf }, url) {
  const { headers, body: answer } = await client.storage.download({ url, doing }, signal);
  try {
    const { head, body } = await splitHead(answer);
    const name = nameOf({ url, headers, head });
    const length = exactLengthOf(headers);
    async function* counted() {
      let bytes = 0;
      for await (const chunk of body) {
        bytes += chunk.length;
        progress({ type: "download", name, bytes, totalBytes: length });
        yield chunk;
      }
      if (bytes === 0) progress({ type: "warning", message: `The file "${name}" is empty.` });
    }
    return await save({
      name,
      contentType: headers["content-type"] ?? typeOf(name),
      length,
      body: counted()
    });
  } catch (error) {
    answer.cancel();
    throw error;
  }
}
function exactLengthOf(headers) {
  const length = headers["content-length"];
  return length !== void 0 && headers["content-encoding"] === void 0 && /^\d+$/.test(length) ? Number(length) : void 0;
}
var typeOf = (name) => name.endsWith(".zip") ? "application/zip" : name.endsWith(".csv") ? "text/csv" : "application/octet-stream";

export {
  saveDownload
};
