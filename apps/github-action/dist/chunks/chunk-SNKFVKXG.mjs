import {
  pause
} from "./chunk-WTLKQS7A.mjs";
import {
  defaultRetryPolicy,
  pauseMs
} from "./chunk-VDHEZRE2.mjs";

// packages/http/src/at-most-once/pause-between-sends.ts
var pauseBetweenSends = (world, sends, doing) => pause(world, pauseMs(defaultRetryPolicy, sends, void 0, world.random) ?? 0, doing);

export {
  pauseBetweenSends
};
