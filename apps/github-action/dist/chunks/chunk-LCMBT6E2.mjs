import {
  retryRules
} from "./chunk-PVHPZU6D.mjs";
import {
  sendUntilTaken
} from "./chunk-LPHI3OV4.mjs";
import {
  defaultRetryPolicy
} from "./chunk-QJUKXC2M.mjs";

// packages/datarobot/src/at-most-once/until-taken.ts
var policy = { ...defaultRetryPolicy, ...retryRules };
var untilTaken = (world, doing, send, replayable = true) => sendUntilTaken(world, doing, send, { policy, replayable });

export {
  untilTaken
};
