import { defaultRetryPolicy, sendUntilTaken, type RepeatWorld } from '@modelferry/http';
import { retryRules } from '../client/limits.ts';

const policy = { ...defaultRetryPolicy, ...retryRules };

/** Sends a call that must never be carried out twice, as {@link sendUntilTaken}, by the vendor's rules for pauses. */
export const untilTaken = <T>(
  world: RepeatWorld,
  doing: string,
  send: () => Promise<T>,
  replayable = true,
): Promise<T> => sendUntilTaken(world, doing, send, { policy, replayable });
