import { pause } from '../pause.ts';
import { defaultRetryPolicy, pauseMs } from '../retry-policy.ts';
import type { RepeatWorld } from './send-until-taken.ts';

/**
 * Lets time pass before a call is sent once more that may have been carried out; the more the more often it was sent.
 * @param sends how often it was sent so far
 * @param doing completes "Stopped on request while trying to ..."
 * @throws CancelledError when the signal comes first
 */
export const pauseBetweenSends = (world: RepeatWorld, sends: number, doing: string): Promise<void> =>
  pause(world, pauseMs(defaultRetryPolicy, sends, undefined, world.random) ?? 0, doing);
