import {
  sameFigures
} from "./chunk-KDVNJCYW.mjs";
import {
  offAbort,
  onAbort
} from "./chunk-LSXZPIXW.mjs";
import {
  startIdleGuard
} from "./chunk-LCWEN4EU.mjs";
import {
  abortable
} from "./chunk-O2OEQBPF.mjs";
import {
  isFinal,
  isTransportError
} from "./chunk-WTLKQS7A.mjs";
import {
  CancelledError,
  isApiError,
  messageOf
} from "./chunk-VDHEZRE2.mjs";

// packages/polling/src/backoff.ts
function pollPauseMs(interval, look, random) {
  const { initialMs, maxMs = initialMs, factor = 1.5, jitter = look === 1 ? 0.9 : 0.2 } = interval;
  const firstMs = Math.max(1, Math.min(initialMs, maxMs));
  const evenMs = Math.min(Math.max(firstMs, maxMs), firstMs * factor ** Math.min(look - 1, 64));
  const leastMs = look === 1 ? firstMs / 10 : firstMs / 2;
  return Math.max(1, leastMs, evenMs * (1 - jitter * random()));
}

// packages/polling/src/next-turn.ts
var stepMs = 0.5;
var savedMs = 8;
var turnsOf = /* @__PURE__ */ new WeakMap();
function nextTurn(clock) {
  const nowMs = clock.now();
  const turns = turnsOf.get(clock) ?? { nextAtMs: 0, takenAtMs: nowMs };
  const atMs = nowMs < turns.takenAtMs ? nowMs : Math.max(turns.nextAtMs, nowMs - savedMs);
  turnsOf.set(clock, Object.assign(turns, { nextAtMs: atMs + stepMs, takenAtMs: nowMs }));
  return Math.max(0, atMs - nowMs);
}

// packages/polling/src/poller.ts
function isPassing(error) {
  if (isTransportError(error)) return error.kind === "timeout" || error.kind === "network";
  return isApiError(error) && (error.retryable || error.code === "unexpected-answer");
}
var askedMs = (error) => isApiError(error) ? error.retryAfterMs ?? 0 : 0;
var sameView = (a, b) => a?.rawStatus === b.rawStatus && a.message === b.message && a.progress === b.progress && sameFigures(a.figures, b.figures);
async function pollUntilDone(job, options) {
  const { clock, signal } = options;
  const wait = new Wait(options);
  try {
    signal.throwIfAborted();
    for (; ; ) {
      const turnMs = nextTurn(clock);
      if (turnMs > 0) await clock.sleep(Math.min(turnMs, wait.leftMs()), signal);
      const pauseMs = wait.take(await lookOnce(job, clock, signal, wait.leftMs()));
      if (pauseMs > 0) await clock.sleep(pauseMs, signal);
      const outcome = wait.outcome();
      if (outcome) return outcome;
    }
  } catch (error) {
    const { kind, id } = job.reference;
    throw signal.aborted ? new CancelledError(`wait for ${kind} ${id}`) : error;
  }
}
var Wait = class {
  #options;
  #endsAtMs;
  #snapshot;
  #looks = 0;
  #faults = 0;
  constructor(options) {
    this.#options = options;
    this.#endsAtMs = options.clock.now() + options.timeoutMs;
  }
  leftMs() {
    return this.#endsAtMs - this.#options.clock.now();
  }
  outcome() {
    const snapshot = this.#snapshot;
    if (snapshot && isFinal(snapshot.state)) return { ended: true, snapshot };
    return this.leftMs() > 0 ? void 0 : { ended: false, snapshot };
  }
  /** @returns how long to pause, in milliseconds @throws what ends the wait */
  take(seen) {
    const { signal, interval, maxConsecutiveFaults = 10, random = Math.random } = this.#options;
    signal.throwIfAborted();
    this.#looks += 1;
    if ("snapshot" in seen) {
      this.#faults = 0;
      const isNews = !sameView(this.#snapshot, seen.snapshot);
      this.#snapshot = seen.snapshot;
      if (isNews) this.#options.onChange?.(seen.snapshot);
      if (isFinal(seen.snapshot.state)) return 0;
    } else if (!seen.isLate) {
      this.#faults += 1;
      if (!isPassing(seen.error) || this.#faults > maxConsecutiveFaults) throw seen.error;
      this.#options.onFault?.(seen.error, this.#faults);
    }
    const evenMs = pollPauseMs(interval, this.#looks, random);
    return Math.min(this.leftMs(), Math.max(evenMs, "error" in seen ? askedMs(seen.error) : 0));
  }
};
async function lookOnce(job, clock, signal, leftMs) {
  const look = new AbortController();
  let isLate = false;
  const cancel = () => look.abort(signal.reason);
  onAbort(signal, cancel);
  const guard = startIdleGuard(clock, leftMs, () => {
    isLate = true;
    look.abort();
  });
  try {
    return { snapshot: await abortable(job.read(look.signal), look.signal) };
  } catch (error) {
    return { error, isLate };
  } finally {
    offAbort(signal, cancel);
    guard.stop();
  }
}

// packages/operation/src/wait-for-job.ts
function waitForJob({ clock, signal, random, progress }, job, { timeoutMs, pollIntervalMs, firstPauseMs = pollIntervalMs, factor }) {
  const { reference } = job;
  return pollUntilDone(job, {
    ...{ clock, signal, random, timeoutMs },
    interval: { initialMs: Math.min(firstPauseMs, pollIntervalMs), maxMs: pollIntervalMs, factor },
    onChange: ({ result: _, ...snapshot }) => progress({ type: "status", job: reference, snapshot }),
    onFault: (error, faultsInARow) => {
      const message = messageOf(error);
      progress({ type: "fault", job: reference, faultsInARow, message });
    }
  });
}

export {
  pollUntilDone,
  waitForJob
};
