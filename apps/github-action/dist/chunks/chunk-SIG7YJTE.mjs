import {
  retryRules
} from "./chunk-PIBY5GDS.mjs";
import {
  sendUntilTaken
} from "./chunk-L2C5EFW2.mjs";
import {
  defaultRetryPolicy
} from "./chunk-DVEKINOU.mjs";

// packages/datarobot/src/at-most-once/until-taken.ts
var policy = { ...defaultRetryPolicy, ...retryRules };
var untilTaken = (world, doing, send, replayable = true) => sendUntilTaken(world, doing, send, { policy, replayable });

export {
  untilTaken
};
