import {
  retryRules
} from "./chunk-G2ZR4PSN.mjs";
import {
  sendUntilTaken
} from "./chunk-E7RQ33CL.mjs";
import {
  defaultRetryPolicy
} from "./chunk-PLTFPKSW.mjs";

// packages/datarobot/src/at-most-once/until-taken.ts
var policy = { ...defaultRetryPolicy, ...retryRules };
var untilTaken = (world, doing, send, replayable = true) => sendUntilTaken(world, doing, send, { policy, replayable });

export {
  untilTaken
};
