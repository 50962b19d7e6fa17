import {
  pauseBetweenSends
} from "./chunk-SNKFVKXG.mjs";
import {
  isAmbiguous,
  isTransportError,
  sendUntilTaken
} from "./chunk-WTLKQS7A.mjs";
import {
  isApiError
} from "./chunk-VDHEZRE2.mjs";

// packages/abeja/src/at-most-once/surely.ts
var maxSends = 5;
async function surely(world, { doing, send, isDone }) {
  for (let sends = 1; ; sends++) {
    try {
      await sendUntilTaken(world, doing, send);
      return;
    } catch (error) {
      const isOpen = isAmbiguous(error);
      if (!isOpen && sends === 1) throw error;
      if (await looksDone(isDone)) return;
      if (!isOpen || sends >= maxSends) throw error;
      await pauseBetweenSends(world, sends, doing);
    }
  }
}
var looksDone = (isDone) => isDone().catch((error) => {
  if (isApiError(error) || isTransportError(error)) return false;
  throw error;
});

export {
  surely
};
