import {
  retryRules
} from "./chunk-KU6VBQ3I.mjs";
import {
  sendUntilTaken
} from "./chunk-ACOSSJ57.mjs";
import {
  defaultRetryPolicy
} from "./chunk-ZRVTZJYU.mjs";

// packages/datarobot/src/at-most-once/until-taken.ts
var policy = { ...defaultRetryPolicy, ...retryRules };
var untilTaken = (world, doing, send, replayable = true) => sendUntilTaken(world, doing, send, { policy, replayable });

export {
  untilTaken
};
