import {
  retryRules
} from "./chunk-4TCRST5J.mjs";
import {
  sendUntilTaken
} from "./chunk-CGMVOCF4.mjs";
import {
  defaultRetryPolicy
} from "./chunk-TDI5WZGB.mjs";

// packages/datarobot/src/at-most-once/until-taken.ts
var policy = { ...defaultRetryPolicy, ...retryRules };
var untilTaken = (world, doing, send, replayable = true) => sendUntilTaken(world, doing, send, { policy, replayable });

export {
  untilTaken
};
