import {
  ApiError,
  quoteVendorText
} from "./chunk-VDHEZRE2.mjs";

// packages/http/src/retry-after.ts
var datedInGmt = /^[A-Z][a-z]{2,8}, \d{2}[ -][A-Z][a-z]{2}[ -](\d{2}|\d{4}) \d{2}:\d{2}:\d{2} GMT$/;
var datedByAsctime = /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/;
function retryAfterMs(headers, nowMs) {
  const value = headers["retry-after"]?.trim();
  if (!value) return void 0;
  if (/^\d+(\.\d+)?$/.test(value)) return Math.ceil(Number(value) * 1e3);
  const isDate = datedInGmt.test(value) || datedByAsctime.test(value);
  const atMs = isDate ? Date.parse(value.endsWith("GMT") ? value : `${value} GMT`) : NaN;
  return Number.isNaN(atMs) ? void 0 : Math.max(0, atMs - nowMs);
}

// packages/http/src/errors/from-response.ts
var codeByStatus = {
  401: "unauthorized",
  403: "forbidden",
  404: "not-found",
  408: "timeout",
  409: "conflict",
  410: "not-found",
  413: "too-large",
  429: "rate-limited"
};
function codeOfStatus(status) {
  const known = codeByStatus[status];
  if (known) return known;
  if (status >= 500) return "server-error";
  return status >= 400 ? "rejected" : "unexpected-answer";
}
var remedies = {
  unauthorized: "Check the credential: the key may be wrong, expired or of another kind.",
  forbidden: "Check that the key belongs to this resource and that the caller may use it.",
  "not-found": "Check the ID and the region: it may have been deleted or belong to another account.",
  "rate-limited": "Wait, then try again with fewer requests at a time.",
  "too-large": "Send a smaller file, or split it.",
  "server-error": "Try again later; if it stays so, ask the vendor with the request ID.",
  "unexpected-answer": "Check the base URL: something other than the vendor may be answering there."
};
var requestIdHeaders = ["x-request-id", "x-amzn-requestid", "x-amz-request-id", "x-correlation-id"];
var maxIdLength = 100;
function apiErrorFrom(doing, answer, failure, redact, nowMs) {
  const code = failure?.code ?? codeOfStatus(answer.status);
  const vendorCode = failure?.vendorCode && quoteVendorText(failure.vendorCode, redact, maxIdLength);
  const vendorMessage = quoteVendorText(failure?.vendorMessage ?? answer.text, redact);
  const said = [vendorCode, vendorMessage].filter(Boolean).join(" ");
  const givenId = requestIdHeaders.map((name) => answer.headers[name]).find((id) => id !== void 0);
  const requestId = givenId && quoteVendorText(givenId, redact, maxIdLength);
  const request = requestId ? ` (request ID ${requestId})` : "";
  return new ApiError({
    code,
    message: `Could not ${doing}: the server answered ${answer.status}${said ? `, "${said}"` : " with an empty body"}${request}.`,
    remedy: failure?.remedy ?? remedies[code],
    status: answer.status,
    vendorCode,
    vendorMessage,
    requestId,
    retryAfterMs: retryAfterMs(answer.headers, nowMs),
    retryable: failure?.retryable
  });
}

export {
  codeOfStatus,
  apiErrorFrom
};
