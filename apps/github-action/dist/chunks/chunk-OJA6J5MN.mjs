import {
  retryRules
} from "./chunk-CGOIN3H7.mjs";
import {
  sendUntilTaken
} from "./chunk-7NDWKY27.mjs";
import {
  defaultRetryPolicy
} from "./chunk-MIXEX6VU.mjs";

// packages/datarobot/src/at-most-once/until-taken.ts
var policy = { ...defaultRetryPolicy, ...retryRules };
var untilTaken = (world, doing, send, replayable = true) => sendUntilTaken(world, doing, send, { policy, replayable });

export {
  untilTaken
};
