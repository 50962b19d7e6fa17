import {
  retryRules
} from "./chunk-DDXFZKRQ.mjs";
import {
  sendUntilTaken
} from "./chunk-A3KLPCXF.mjs";
import {
  defaultRetryPolicy
} from "./chunk-OD34W6AC.mjs";

// packages/datarobot/src/at-most-once/until-taken.ts
var policy = { ...defaultRetryPolicy, ...retryRules };
var untilTaken = (world, doing, send, replayable = true) => sendUntilTaken(world, doing, send, { policy, replayable });

export {
  untilTaken
};
