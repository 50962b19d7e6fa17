import {
  EngineError,
  isApiError,
  isCancelled,
  messageOf,
  pauseBetweenSends,
  sendUntilTaken,
  type RepeatWorld,
} from '@modelferry/http';
import { isAmbiguous } from './is-ambiguous.ts';

/** A call that changes something at the vendor, and how to see whether it did. */
export interface Change<T> {
  /** Completes "Could not ...". */
  readonly doing: string;
  send(): Promise<T>;
  /** What the call was to bring about, where it can be seen to be so. */
  readBack(): Promise<T | undefined>;
  /** How often it may be sent in all, with a look before each repetition. */
  readonly maxSends: number;
  /** Whether an earlier try may have sent it already: then it looks before it sends. @default false */
  readonly asked?: boolean;
  /** What the user should do when it stays open whether it was carried out. */
  readonly remedy: string;
}

/**
 * Carries out a change although answers may get lost: after an ambiguous failure it looks first, and sends again only
 * where that does no harm. Source: the table of section 5.2.
 *
 * @throws EngineError with code `outcome-unknown` when it may have been carried out and cannot be seen
 * @throws what the call threw, when the vendor clearly refused the first one
 */
export async function confirmed<T>(world: RepeatWorld, change: Change<T>): Promise<T> {
  const { doing, maxSends, asked = false } = change;
  let open = asked;
  const seenAlready = asked ? await look(change) : undefined;
  if (seenAlready !== undefined) return seenAlready;
  for (let sends = asked ? 2 : 1; ; sends++) {
    try {
      return await sendUntilTaken(world, doing, () => change.send());
    } catch (error) {
      if (isCancelled(error)) throw error;
      const ambiguous = isAmbiguous(error);
      open ||= ambiguous;
      if (!open || (isApiError(error) && error.code === 'unauthorized')) throw error;
      const seen = await look(change);
      if (seen !== undefined) return seen;
      if (!ambiguous || sends >= maxSends) throw outcomeUnknown(change, error);
      await pauseBetweenSends(world, sends, doing);
    }
  }
}

/** A look that fails says nothing about the change. */
const look = <T>(change: Change<T>): Promise<T | undefined> =>
  change.readBack().catch((error: unknown) => {
    if (isCancelled(error)) throw error;
    return undefined;
  });

function outcomeUnknown({ doing, remedy }: Change<unknown>, cause: unknown): EngineError {
  const why = messageOf(cause);
  return new EngineError({
    code: 'outcome-unknown',
    message: `It is not known whether it worked to ${doing}. ${why}`,
    remedy,
    cause,
  });
}
