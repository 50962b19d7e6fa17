import {
  retryRules
} from "./chunk-NGBBMTNS.mjs";
import {
  isTransportError
} from "./chunk-4YI2YUZM.mjs";
import {
  CancelledError,
  defaultRetryPolicy,
  isApiError,
  pauseMs
} from "./chunk-MER2QMP7.mjs";

// packages/datarobot/src/recovery/is-ambiguous.ts
function isAmbiguous(error) {
  if (isTransportError(error))
    return error.bodyTaken === "all" && (error.kind === "timeout" || error.kind === "network");
  if (!isApiError(error)) return false;
  const { status, code } = error;
  if (status < 300) return code === "unexpected-answer";
  return status === 408 || status >= 500;
}

// packages/datarobot/src/recovery/until-taken.ts
var policy = { ...defaultRetryPolicy, ...retryRules };
async function untilTaken({ clock, signal, random }, doing, send, replayable = true) {
  for (let sends = 1; ; sends++) {
    try {
      return await send();
    } catch (error) {
      if (!replayable || sends >= policy.maxAttempts || !isProvablyUndone(error)) throw error;
      const asked = isApiError(error) ? error.retryAfterMs : void 0;
      const pause = pauseMs(policy, sends, asked, random);
      if (pause === void 0) throw error;
      await clock.sleep(pause, signal).catch(() => {
        throw new CancelledError(doing);
      });
    }
  }
}
var isProvablyUndone = (error) => isTransportError(error) ? error.bodyTaken === "part" && (error.kind === "timeout" || error.kind === "network") : isApiError(error) && error.status === 429;

export {
  isAmbiguous,
  untilTaken
};
