import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '@modelferry/http';

/** Longest delay a timer of Node.js takes, in milliseconds (2^31 - 1, about 24.8 days); a longer one fires at once. */
const maxTimerMs = 2_147_483_647;

/** The machine's clock. A sleep keeps the process alive until it ends or is aborted. */
export const nodeClock: Clock = {
  now: () => Date.now(),
  async sleep(ms, signal) {
    try {
      for (let left = Math.max(0, ms); ; left -= maxTimerMs) {
        await wait(Math.min(left, maxTimerMs), undefined, { signal });
        if (left <= maxTimerMs) return;
      }
    } catch (error) {
      throw signal?.aborted ? signal.reason : error;
    }
  },
};
