import {
  readBeginning,
  readBytes
} from "./chunk-OHIAI7NE.mjs";
import {
  apiErrorFrom
} from "./chunk-OQ2WWW7T.mjs";
import {
  startIdleGuard
} from "./chunk-LCWEN4EU.mjs";
import {
  abortable
} from "./chunk-O2OEQBPF.mjs";
import {
  TransportError,
  getDotPath,
  isTransportError,
  parseJson,
  safeParse
} from "./chunk-WTLKQS7A.mjs";
import {
  CancelledError,
  InputError,
  defaultRetryPolicy,
  isApiError,
  isEngineError,
  messageOf,
  pauseMs,
  quoteVendorText,
  redactUrls
} from "./chunk-VDHEZRE2.mjs";

// packages/http/src/json-answer.ts
var maxAnswerBytes = 64 * 1024 * 1024;
async function readWhole({ status, headers, body }) {
  const bytes = await readBytes(body, maxAnswerBytes);
  return { status, headers, text: bytes && new TextDecoder().decode(bytes) };
}
var tooLong = { code: "unexpected-answer", vendorMessage: "longer than 64 MiB" };
function decodeJson(text, decode, redact) {
  let why = "not JSON";
  try {
    const isEmpty = text.trim() === "";
    const parsed = isEmpty ? void 0 : parseJson(text);
    if (!isEmpty) why = "not the JSON that is expected";
    return { value: decode(parsed) };
  } catch (error) {
    if (why !== "not JSON" && error instanceof Error) why = error.message;
    const beginning = quoteVendorText(text.slice(0, 1e4), redact, 200) || "an empty body";
    return { failure: { code: "unexpected-answer", vendorMessage: `${beginning} (${why})` } };
  }
}

// packages/http/src/replayable.ts
var isReplayable = (body) => body === void 0 || body.kind === "bytes" || (body.kind === "stream" ? body.source.replayable : body.parts.every(({ value }) => typeof value === "string" || value.replayable));

// packages/http/src/pause-before-retry.ts
var isPassing = ({ kind }) => kind === "timeout" || kind === "network";
function pauseBeforeRetry(error, call, policy, attempt, random) {
  if (attempt >= policy.maxAttempts || !isReplayable(call.body)) return void 0;
  if (isTransportError(error)) {
    const safe = call.idempotent || error.bodyTaken === "none";
    return isPassing(error) && safe ? pauseMs(policy, attempt, void 0, random) : void 0;
  }
  if (!isApiError(error) || !call.idempotent || !error.retryable) return void 0;
  return pauseMs(policy, attempt, error.retryAfterMs, random);
}
function finalError(error, call) {
  if (!isTransportError(error) || call.idempotent || error.bodyTaken !== "all" || !isPassing(error)) {
    return error;
  }
  return new TransportError({
    kind: error.kind,
    message: error.message,
    remedy: "The request may have been carried out all the same: look before you send it again.",
    bodyTaken: "all",
    cause: error.cause
  });
}

// packages/http/src/errors/plain-cause.ts
var maxDepth = 5;
function plainCause(error, redact = redactUrls, depth = maxDepth) {
  if (isEngineError(error)) return error;
  if (!isErrorLike(error) || depth === 0) return void 0;
  const cause = plainCause(error.cause, redact, depth - 1);
  const plain = new Error(redact(error.message), cause && { cause });
  const { code } = error;
  Object.defineProperties(plain, {
    name: { value: error.name, configurable: true },
    stack: { value: redact(error.stack ?? String(plain)), configurable: true, writable: true },
    ...typeof code === "string" && { code: { value: redact(code), enumerable: true } }
  });
  return plain;
}
var isErrorLike = (value) => typeof value === "object" && value !== null && typeof value.message === "string" && typeof value.name === "string";

// packages/http/src/send-attempt.ts
function bodyTaken(body, takenBytes) {
  if (body?.kind !== "stream") return "all";
  if (takenBytes === 0 && body.source.length !== 0) return "none";
  return body.source.length !== void 0 && takenBytes < body.source.length ? "part" : "all";
}
var tryAgain = "Check the connection and the base URL, then try again.";
async function sendAttempt(transport, clock, doing, request, { endsAtMs = Infinity, answerTimeoutMs = Infinity, redact = redactUrls } = {}) {
  const attempt = new AbortController();
  const onAbort = () => attempt.abort(new CancelledError(doing));
  if (request.signal.aborted) onAbort();
  request.signal.addEventListener("abort", onAbort, { once: true });
  const startedAtMs = clock.now();
  let takenBytes = 0;
  const onIdle = (ended) => {
    const taken = bodyTaken(request.body, takenBytes);
    const heard = taken === "part" ? `no byte of the body left after the first ${takenBytes}` : "nothing was heard from the server";
    const why = ended ? `the answer was not complete after ${seconds(clock.now() - startedAtMs)}.` : `${heard} for ${seconds(request.timeoutMs)}.`;
    const message = `Could not ${doing}: ${why}`;
    attempt.abort(new TransportError({ kind: "timeout", message, remedy: tryAgain, bodyTaken: taken }));
  };
  const guard = startIdleGuard(clock, request.timeoutMs, onIdle, endsAtMs);
  const end = () => {
    guard.stop();
    request.signal.removeEventListener("abort", onAbort);
  };
  const fail = (error) => {
    if (attempt.signal.aborted) return attempt.signal.reason;
    const said = messageOf(error);
    const message = `Could not ${doing}: ${redact(said)}`;
    if (!isTransportError(error)) {
      const taken = bodyTaken(request.body, takenBytes);
      return new TransportError({
        ...{ kind: "fatal", message, bodyTaken: taken },
        cause: plainCause(error, redact)
      });
    }
    const { kind, remedy = kind === "network" ? tryAgain : void 0 } = error;
    const cause = plainCause(error.cause, redact);
    return new TransportError({ kind, message, remedy, bodyTaken: error.bodyTaken, cause });
  };
  let sent;
  try {
    sent = transport.send({
      ...request,
      signal: attempt.signal,
      onBytesTaken: (totalBytes) => {
        takenBytes = totalBytes;
        guard.touch();
        request.onBytesTaken?.(totalBytes);
      },
      onHeldBack: (isHeldBack) => isHeldBack ? guard.pause() : guard.touch()
    });
    const response = await abortable(sent, attempt.signal);
    guard.touch();
    const isStreamed = request.streamResponse && response.status >= 200 && response.status < 300;
    if (!isStreamed) guard.endBy(clock.now() + answerTimeoutMs);
    return { ...response, body: guardedBody(response.body, attempt.signal, guard, end, fail) };
  } catch (error) {
    end();
    void sent?.then(({ body }) => body.cancel()).catch(() => void 0);
    throw fail(error);
  }
}
var seconds = (ms) => `${Math.round(ms / 100) / 10} s`;
function guardedBody(body, signal, guard, end, fail) {
  async function* chunks() {
    const iterator = body[Symbol.asyncIterator]();
    let whole = false;
    try {
      for (; ; ) {
        const next = await abortable(iterator.next(), signal);
        guard.touch();
        if (next.done) break;
        guard.pause();
        yield next.value;
        guard.touch();
      }
      whole = true;
    } catch (error) {
      throw fail(error);
    } finally {
      end();
      if (!whole) body.cancel();
    }
  }
  return {
    [Symbol.asyncIterator]: chunks,
    cancel: () => {
      end();
      body.cancel();
    }
  };
}

// packages/http/src/url.ts
var encodeText = (text) => encodeURIComponent(text.replace(new RegExp("\\p{Surrogate}", "gu"), "\uFFFD"));
var split = (url) => {
  const address = url.replace(/[?#].*$/s, "");
  return { address, search: url.slice(address.length).replace(/#.*$/s, "") };
};
function buildUrl(baseUrl, path, query = {}) {
  const base = /^https?:\/\//i.test(path) ? void 0 : split((baseUrl ?? "").trim());
  if (base?.search) throw refused("must have no query (nothing after a question mark)");
  const { address, search } = split(path);
  const whole = base ? `${base.address.replace(/\/+$/, "")}/${address.replace(/^\/+/, "")}` : address;
  if (!/^https?:\/\//i.test(whole) || !URL.canParse(whole)) {
    throw refused("must be a whole URL that starts with https:// or http://");
  }
  const pairs = Object.entries(query).flatMap(
    ([name, value]) => (value === void 0 ? [] : [value].flat()).map(
      (one) => `${encodeText(name)}=${encodeText(String(one))}`
    )
  );
  if (pairs.length === 0) return whole + search;
  return `${whole}${search ? `${search}&` : "?"}${pairs.join("&")}`;
}
var refused = (problem) => new InputError([
  { field: "baseUrl", problem, remedy: "Copy the base URL from the vendor, or leave it empty." }
]);
var pathSegment = (id) => {
  const text = encodeText(String(id));
  if (text === "") throw new InputError([{ field: "id", problem: "must not be empty" }]);
  if (text === "." || text === "..") throw new InputError([{ field: "id", problem: `"${text}" is no ID` }]);
  return text;
};

// packages/http/src/client.ts
var maxErrorBytes = 64 * 1024;
var HttpClient = class {
  #options;
  #redact;
  constructor(options) {
    this.#options = options;
    const redactKnown = options.redact ?? ((text) => text);
    this.#redact = (text) => redactKnown(redactUrls(text));
  }
  /**
   * Sends a call and reads its answer as JSON.
   * @param decode turns the parsed answer into what the call promises, or throws; its text is shown to the user. An empty
   *   body comes as undefined
   * @throws ApiError on any status but 2xx, and on a 2xx whose body is not what `decode` needs
   * @throws TransportError when no answer came
   * @throws CancelledError within a second of the signal
   * @throws InputError when base URL and path make no URL
   */
  json(call, decode) {
    return this.#exchange(call, "whole", async (response) => {
      const { text, ...answer } = await readWhole(response);
      if (text === void 0) throw this.#apiError(call, { ...answer, text: "" }, tooLong);
      const decoded = decodeJson(text, decode, this.#redact);
      if ("value" in decoded) return decoded.value;
      const failed = { ...answer, text: text.slice(0, maxErrorBytes) };
      throw this.#apiError(call, failed, this.#options.readError?.(failed) ?? decoded.failure);
    });
  }
  /** Sends a call and reads its answer as text of at most 64 MiB. @throws as {@link json} */
  text(call) {
    return this.#exchange(call, "whole", async (response) => {
      const { text, ...answer } = await readWhole(response);
      if (text === void 0) throw this.#apiError(call, { ...answer, text: "" }, tooLong);
      return text;
    });
  }
  /** Sends a call whose answer's body does not matter. @throws as {@link json} */
  send(call) {
    return this.#exchange(call, "whole", async ({ body }) => {
      await readBeginning(body, maxErrorBytes);
    });
  }
  /** Sends a call and gives its answer with the body still to be read, in chunks. @throws as {@link json} */
  stream(call) {
    return this.#exchange(call, "streamed", (response) => response);
  }
  async #exchange(call, answer, take) {
    const { clock, authorizer, random = Math.random } = this.#options;
    const policy = { ...defaultRetryPolicy, ...this.#options.retry, ...call.retry };
    const endsAtMs = clock.now() + policy.totalTimeoutMs;
    const bounded = answer === "whole" && call.body?.kind !== "stream" && call.body?.kind !== "form";
    const limits = { endsAtMs: bounded ? endsAtMs : Infinity, answerTimeoutMs: policy.totalTimeoutMs };
    let renewed = false;
    for (let attempt = 1; ; attempt++) {
      try {
        const response = await this.#attempt(call, answer, limits);
        return await take(response);
      } catch (error) {
        if (call.signal.aborted) throw new CancelledError(call.doing);
        if (isApiError(error) && error.code === "unauthorized" && !renewed && isReplayable(call.body)) {
          renewed = true;
          if (await this.#orCancelled(call, authorizer?.renew?.(call.signal))) continue;
        }
        const pause = pauseBeforeRetry(error, call, policy, attempt, random);
        if (pause === void 0 || clock.now() + pause > endsAtMs) throw finalError(error, call);
        await this.#orCancelled(call, clock.sleep(pause, call.signal));
      }
    }
  }
  async #attempt(call, answer, { endsAtMs, answerTimeoutMs }) {
    const { transport, clock, baseUrl, headers, authorizer, readError, timeoutMs = 3e4 } = this.#options;
    if (call.signal.aborted) throw new CancelledError(call.doing);
    const url = buildUrl(baseUrl, call.path, call.query);
    const signed = await this.#orCancelled(call, authorizer?.headers(call.signal)) ?? {};
    const request = {
      method: call.method,
      url,
      headers: { ...headers, ...call.headers, ...signed },
      body: call.body,
      timeoutMs: call.timeoutMs ?? timeoutMs,
      signal: call.signal,
      streamResponse: answer === "streamed",
      onBytesTaken: call.onBytesTaken
    };
    const limits = { endsAtMs, answerTimeoutMs, redact: this.#redact };
    const response = await sendAttempt(transport, clock, call.doing, request, limits);
    const { status } = response;
    if (status >= 200 && status < 300 || call.alsoOk?.includes(status)) return response;
    const text = await readBeginning(response.body, maxErrorBytes);
    const failed = { status, headers: response.headers, text };
    throw this.#apiError(call, failed, readError?.(failed));
  }
  /** Waits no longer than until the signal, whatever is waited for. */
  async #orCancelled({ doing, signal }, promise) {
    try {
      return promise && await abortable(promise, signal);
    } catch (error) {
      throw signal.aborted ? new CancelledError(doing) : error;
    }
  }
  #apiError(call, answer, failure) {
    return apiErrorFrom(call.doing, answer, failure, this.#redact, this.#options.clock.now());
  }
};

// packages/http/src/json-body.ts
var jsonBody = (value) => ({
  kind: "bytes",
  bytes: new TextEncoder().encode(JSON.stringify(value))
});

// packages/operation/src/decode-as.ts
function decodeAs(schema) {
  return (value) => {
    const parsed = safeParse(schema, value, { abortEarly: true });
    if (parsed.success) return parsed.output;
    const [issue] = parsed.issues;
    const field = getDotPath(issue);
    throw new Error(
      field === null ? "the answer is no object" : `the field "${field}" is missing or not as documented`
    );
  };
}

export {
  encodeText,
  buildUrl,
  pathSegment,
  HttpClient,
  jsonBody,
  decodeAs
};
