import {
  pause
} from "./chunk-L2C5EFW2.mjs";
import {
  defaultRetryPolicy,
  pauseMs
} from "./chunk-DVEKINOU.mjs";

// packages/http/src/at-most-once/pause-between-sends.ts
var pauseBetweenSends = (world, sends, doing) => pause(world, pauseMs(defaultRetryPolicy, sends, void 0, world.random) ?? 0, doing);

export {
  pauseBetweenSends
};
