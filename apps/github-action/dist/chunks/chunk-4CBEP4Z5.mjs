import {
  retryRules
} from "./chunk-MWFIT7WI.mjs";
import {
  sendUntilTaken
} from "./chunk-WTLKQS7A.mjs";
import {
  defaultRetryPolicy
} from "./chunk-VDHEZRE2.mjs";

// packages/datarobot/src/at-most-once/until-taken.ts
var policy = { ...defaultRetryPolicy, ...retryRules };
var untilTaken = (world, doing, send, replayable = true) => sendUntilTaken(world, doing, send, { policy, replayable });

export {
  untilTaken
};
