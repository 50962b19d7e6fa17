import {
  CancelledError,
  InputError,
  abortable,
  isApiError,
  isTransportError,
  quoteVendorText,
  startIdleGuard
} from "./chunk-GBW5WBB5.mjs";

// packages/polling/src/job.ts
var isFinal = (state) => state === "succeeded" || state === "failed" || state === "cancelled";

// packages/polling/src/backoff.ts
function pollPauseMs(interval, look, random) {
  const { initialMs, maxMs = initialMs, factor = 1.5, jitter = 0.2 } = interval;
  const firstMs = Math.max(1, Math.min(initialMs, maxMs));
  const evenMs = Math.min(Math.max(firstMs, maxMs), firstMs * factor ** Math.min(look - 1, 64));
  return Math.max(1, firstMs / 2, evenMs * (1 - jitter * random()));
}

// packages/polling/src/poller.ts
function isPassing(error) {
  if (isTransportError(error)) return error.kind === "timeout" || error.kind === "network";
  return isApiError(error) && (error.retryable || error.code === "unexpected-answer");
}
var askedMs = (error) => isApiError(error) ? error.retryAfterMs ?? 0 : 0;
var sameView = (a, b) => a?.rawStatus === b.rawStatus && a.message === b.message && a.progress === b.progress;
async function pollUntilDone(job, options) {
  const { clock, signal, timeoutMs, interval, maxConsecutiveFaults = 10, random = Math.random } = options;
  const { kind, id } = job.reference;
  const cancelled = () => new CancelledError(`wait for ${kind} ${id}`);
  if (signal.aborted) throw cancelled();
  const endsAtMs = clock.now() + timeoutMs;
  const deadline = new AbortController();
  const guard = startIdleGuard(clock, timeoutMs, () => deadline.abort());
  const both = AbortSignal.any([signal, deadline.signal]);
  let snapshot;
  let faults = 0;
  try {
    for (let look = 1; ; look++) {
      const seen = await lookOnce(job, both);
      if (signal.aborted) throw cancelled();
      if ("snapshot" in seen) {
        faults = 0;
        const isNews = !sameView(snapshot, seen.snapshot);
        snapshot = seen.snapshot;
        if (isNews) options.onChange?.(snapshot);
        if (isFinal(snapshot.state)) return { ended: true, snapshot };
      } else if (!deadline.signal.aborted) {
        faults += 1;
        if (!isPassing(seen.error) || faults > maxConsecutiveFaults) throw seen.error;
        options.onFault?.(seen.error, faults);
      }
      const leftMs = endsAtMs - clock.now();
      if (leftMs > 0) {
        const evenMs = pollPauseMs(interval, look, random);
        const pauseMs = Math.min(leftMs, Math.max(evenMs, "error" in seen ? askedMs(seen.error) : 0));
        await clock.sleep(pauseMs, signal).catch(() => {
          throw cancelled();
        });
      }
      if (clock.now() >= endsAtMs) return { ended: false, snapshot };
    }
  } finally {
    guard.stop();
  }
}
async function lookOnce(job, signal) {
  try {
    return { snapshot: await abortable(job.read(signal), signal) };
  } catch (error) {
    return { error };
  }
}

// packages/polling/src/resume-token.ts
var version = 1;
var shape = /^[A-Za-z0-9_-]+$/;
function toResumeToken({ vendor, kind, id }) {
  const bytes = new TextEncoder().encode(JSON.stringify({ v: version, vendor, kind, id }));
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
function fromResumeToken(token, expected) {
  const refuse = (problem) => new InputError([
    { field: "resumeToken", problem, remedy: "Pass the token exactly as the starting step gave it." }
  ]);
  const word = token.trim();
  if (!shape.test(word)) throw refuse("is not a resume token");
  let value;
  try {
    const binary = atob(word.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw refuse("is not a resume token");
  }
  const { v, vendor, kind, id } = value ?? {};
  if (v !== version || typeof vendor !== "string" || typeof kind !== "string" || typeof id !== "string" || id === "") {
    throw refuse("is not a resume token of this version");
  }
  if (vendor !== expected.vendor || kind !== expected.kind) {
    const named = quoteVendorText(`${vendor} ${kind}`, (text) => text, 60);
    throw refuse(`names a ${named}, and a ${expected.vendor} ${expected.kind} is needed`);
  }
  return { vendor, kind, id };
}

export {
  isFinal,
  pollUntilDone,
  toResumeToken,
  fromResumeToken
};
