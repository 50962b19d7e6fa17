import {
  retryRules
} from "./chunk-3MKPB2IE.mjs";
import {
  isTransportError
} from "./chunk-JVBGZFEQ.mjs";
import {
  CancelledError,
  defaultRetryPolicy,
  isApiError,
  pauseMs
} from "./chunk-L7ICSBA5.mjs";

// packages/http/src/at-most-once/is-ambiguous.ts
function isAmbiguous(error) {
  if (isTransportError(error))
    return error.bodyTaken === "all" && (error.kind === "timeout" || error.kind === "network");
  if (!isApiError(error)) return false;
  const { status, code } = error;
  if (status < 300) return code === "unexpected-answer";
  return status === 408 || status >= 500;
}

// packages/http/src/at-most-once/send-until-taken.ts
async function sendUntilTaken({ clock, signal, random }, doing, send, { policy: policy2 = defaultRetryPolicy, replayable = true } = {}) {
  for (let sends = 1; ; sends++) {
    try {
      return await send();
    } catch (error) {
      if (!replayable || sends >= policy2.maxAttempts || !isProvablyUndone(error)) throw error;
      const asked = isApiError(error) ? error.retryAfterMs : void 0;
      const pause = pauseMs(policy2, sends, asked, random);
      if (pause === void 0) throw error;
      await clock.sleep(pause, signal).catch(() => {
        throw new CancelledError(doing);
      });
    }
  }
}
var isProvablyUndone = (error) => isTransportError(error) ? error.bodyTaken === "part" && (error.kind === "timeout" || error.kind === "network") : isApiError(error) && error.status === 429;

// packages/datarobot/src/at-most-once/until-taken.ts
var policy = { ...defaultRetryPolicy, ...retryRules };
var untilTaken = (world, doing, send, replayable = true) => sendUntilTaken(world, doing, send, { policy, replayable });

export {
  isAmbiguous,
  untilTaken
};
