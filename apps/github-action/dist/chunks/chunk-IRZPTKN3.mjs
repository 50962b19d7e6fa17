import {
  retryRules
} from "./chunk-QVZ7GIRD.mjs";
import {
  sendUntilTaken
} from "./chunk-THHNOTRZ.mjs";
import {
  defaultRetryPolicy
} from "./chunk-XU2UWZ46.mjs";

// packages/datarobot/src/at-most-once/until-taken.ts
var policy = { ...defaultRetryPolicy, ...retryRules };
var untilTaken = (world, doing, send, replayable = true) => sendUntilTaken(world, doing, send, { policy, replayable });

export {
  untilTaken
};
