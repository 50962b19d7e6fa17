import {
  retryRules
} from "./chunk-F2CJ6TE4.mjs";
import {
  sendUntilTaken
} from "./chunk-MBTOKTTI.mjs";
import {
  defaultRetryPolicy
} from "./chunk-XKRTO2CY.mjs";

// packages/datarobot/src/at-most-once/until-taken.ts
var policy = { ...defaultRetryPolicy, ...retryRules };
var untilTaken = (world, doing, send, replayable = true) => sendUntilTaken(world, doing, send, { policy, replayable });

export {
  untilTaken
};
