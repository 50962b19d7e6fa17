import {
  sameFigures
} from "./chunk-KDVNJCYW.mjs";
import {
  startIdleGuard
} from "./chunk-O3SMWFXM.mjs";
import {
  abortable
} from "./chunk-JLAISUVK.mjs";
import {
  isFinal,
  isTransportError
} from "./chunk-A3KLPCXF.mjs";
import {
  CancelledError,
  isApiError,
  messageOf
} from "./chunk-OD34W6AC.mjs";

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
var sameView = (a, b) => a?.rawStatus === b.rawStatus && a.message === b.message && a.progress === b.progress && sameFigures(a.figures, b.figures);
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
