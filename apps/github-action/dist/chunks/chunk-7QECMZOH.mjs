import {
  retryRules
} from "./chunk-BRSUHR2B.mjs";
import {
  sendUntilTaken
} from "./chunk-YAF5Y5KI.mjs";
import {
  defaultRetryPolicy
} from "./chunk-ACN4OMOE.mjs";

// packages/datarobot/src/at-most-once/until-taken.ts
var policy = { ...defaultRetryPolicy, ...retryRules };
var untilTaken = (world, doing, send, replayable = true) => sendUntilTaken(world, doing, send, { policy, replayable });

export {
  untilTaken
};
