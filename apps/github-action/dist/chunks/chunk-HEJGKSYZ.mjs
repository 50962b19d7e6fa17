import {
  UploadOutcomeUnknownError,
  UploadUrlExpiredError
} from "./chunk-OEOLPVA5.mjs";
import {
  watchSource
} from "./chunk-F6SUFCMP.mjs";
import {
  isTransportError,
  object,
  pause,
  pipe,
  transform
} from "./chunk-WTLKQS7A.mjs";
import {
  ApiError,
  CancelledError,
  EngineError,
  defaultRetryPolicy,
  isApiError,
  isEngineError,
  isTransientStatus,
  pauseMs
} from "./chunk-VDHEZRE2.mjs";

// packages/upload/src/storage-error.ts
function readStorageError({ text }) {
  if (!/<Error[\s>]/.test(text)) return void 0;
  const vendorCode = element(text, "Code");
  const vendorMessage = element(text, "Message");
  return vendorCode === void 0 && vendorMessage === void 0 ? void 0 : { vendorCode, vendorMessage };
}
function element(xml, name) {
  const start = xml.indexOf(`<${name}>`);
  if (start < 0) return void 0;
  const inner = xml.slice(start + name.length + 2);
  const end = inner.indexOf("<");
  return unescapeXml(inner.slice(0, end < 0 ? void 0 : end)).trim();
}
var entities = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
var unescapeXml = (text) => text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name) => entities[name] ?? "");

// packages/upload/src/put-failure.ts
var turnedAway = /* @__PURE__ */ new Set(["SlowDown", "ServiceUnavailable", "ServerBusy", "RequestTimeout", "Throttling"]);
function judgePutFailure(error, attempt) {
  if (isTransportError(error)) {
    if (error.bodyTaken === "all" && error.kind !== "source-mismatch") {
      return { verdict: "unknown", error: outcomeUnknown(attempt, `no answer came (${error.kind})`, error) };
    }
    const passing = error.kind === "timeout" || error.kind === "network";
    return { verdict: passing ? "again" : "refused", error };
  }
  if (!isApiError(error)) return { verdict: "refused", error };
  const clear = clearError(error, attempt);
  const { status, vendorCode = "" } = clear;
  const whole = attempt.givenBytes >= attempt.totalBytes;
  if (status === 429 || turnedAway.has(vendorCode)) return { verdict: "again", error: clear };
  if (status === 503 && error.retryAfterMs !== void 0) return { verdict: "again", error: clear };
  if (status < 500 && status !== 408) return { verdict: "refused", error: clear };
  if (!whole) return { verdict: isTransientStatus(status) ? "again" : "refused", error: clear };
  if (status === 501 || status === 505 || status === 507) return { verdict: "refused", error: clear };
  return { verdict: "unknown", error: outcomeUnknown(attempt, `the answer was ${status}`, clear) };
}
function outcomeUnknown({ doing, totalBytes }, why, cause) {
  return new UploadOutcomeUnknownError({
    message: `Could not ${doing} for certain: all ${totalBytes} bytes were sent, and ${why}. The file may have arrived.`,
    remedy: "Check the state of the job before anything is sent again: a second upload may start it twice.",
    sentBytes: totalBytes,
    cause
  });
}
function clearError(error, { doing, totalBytes, accessRemedy }) {
  const said = error.vendorCode === void 0 ? readStorageError({ text: error.vendorMessage ?? "" }) : error;
  const vendorCode = said?.vendorCode;
  const vendorMessage = said ? said.vendorMessage : error.vendorMessage;
  const quoted = [vendorCode, vendorMessage].filter(Boolean).join(": ");
  const answer = `the storage answered ${error.status}${quoted ? ` ("${quoted}")` : ""}`;
  const common = {
    status: error.status,
    vendorCode,
    vendorMessage,
    requestId: error.requestId,
    retryAfterMs: error.retryAfterMs
  };
  if (error.status === 413 || vendorCode === "EntityTooLarge") {
    return new ApiError({
      ...common,
      code: "too-large",
      message: `Could not ${doing}: ${answer}. ${totalBytes} bytes are more than it takes.`,
      remedy: "Send a smaller file: fewer rows or columns, or compressed where the vendor takes it."
    });
  }
  if (error.status === 401 || error.status === 403) {
    return new UploadUrlExpiredError({
      ...common,
      code: "forbidden",
      message: `Could not ${doing}: ${answer}. The upload URL has expired or was refused.`,
      remedy: accessRemedy ?? "Ask for a new upload URL and send the file again, with the clock of this machine set right."
    });
  }
  const gone = error.status === 404 || error.status === 410;
  const redirected = error.status >= 300 && error.status < 400;
  return new ApiError({
    ...common,
    code: error.code,
    message: `Could not ${doing}: ${answer}.`,
    remedy: gone ? accessRemedy ?? "Ask for a new upload URL and send the file again." : redirected ? "A redirect is not followed, because a file would go where nobody asked. Check the base URL and the proxy." : remedyByStatus[error.status] ?? error.remedy
  });
}
var remedyByStatus = {
  409: "Something was already uploaded there. Check the state of the job before starting a new one.",
  411: "A proxy on the way removed the length of the body. Send without that proxy.",
  412: "Something was already uploaded there. Check the state of the job before starting a new one.",
  501: "A proxy on the way changed the request (most often to chunks). Send without that proxy."
};

// packages/upload/src/presigned-put.ts
async function putPresigned(client, put) {
  const { source, doing, clock, signal, maxAttempts = 4, random = Math.random } = put;
  const totalBytes = source.length;
  if (totalBytes === void 0) throw lengthUnknown(source.name, doing);
  const policy = { ...defaultRetryPolicy, ...put.retry };
  for (let attempt = 1; ; attempt++) {
    const watched = watchSource(source);
    try {
      await sendOnce(client, put, watched.source);
      if (watched.givenBytes < totalBytes) throw answeredEarly(doing, totalBytes);
      return;
    } catch (cause) {
      if (signal.aborted) throw new CancelledError(doing);
      if (isEngineError(watched.failure)) throw watched.failure;
      const { verdict, error } = judgePutFailure(cause, {
        ...put,
        givenBytes: watched.givenBytes,
        totalBytes
      });
      if (verdict !== "again" || attempt >= maxAttempts || !source.replayable) throw error;
      const ms = pauseMs(policy, attempt, isApiError(error) ? error.retryAfterMs : void 0, random);
      if (ms === void 0) throw error;
      put.onRepeat?.(error, attempt);
      await pause({ clock, signal }, ms, doing);
    }
  }
}
var sendOnce = (client, put, source) => client.send({
  doing: put.doing,
  method: "PUT",
  path: put.url,
  headers: { "content-type": put.contentType ?? null },
  body: { kind: "stream", source },
  idempotent: false,
  retry: { maxAttempts: 1 },
  // Only this file knows when a repetition is safe
  timeoutMs: put.timeoutMs ?? 6e4,
  signal: put.signal,
  onBytesTaken: (totalBytes) => put.onBytesTaken?.(totalBytes)
});
var answeredEarly = (doing, totalBytes) => new EngineError({
  code: "unexpected-answer",
  message: `Could not ${doing}: success was answered before the whole file was sent, which has ${totalBytes} bytes.`,
  remedy: "Check the proxy: something other than the storage may be answering there."
});
var lengthUnknown = (name, doing) => new EngineError({
  code: "unsupported",
  message: `Could not ${doing}: the length of "${name}" is not known, and the storage takes no body without one.`,
  remedy: "Pass it as a file, or from a place that tells its length (a Content-Length header)."
});

// packages/upload/src/storage-calls.ts
var storageCalls = (storage) => ({
  upload: (put) => putPresigned(storage, put),
  download: ({ url, doing }, signal) => storage.stream({ doing, method: "GET", path: url, idempotent: true, signal, timeoutMs: 6e4 })
});

// packages/operation/src/client/camelized.ts
var camel = (name) => name.replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase());
function camelized(entries) {
  return pipe(
    object(entries),
    transform(
      (wire) => Object.fromEntries(
        Object.entries(wire).map(([name, value]) => [camel(name), value])
      )
    )
  );
}

export {
  readStorageError,
  storageCalls,
  camelized
};
