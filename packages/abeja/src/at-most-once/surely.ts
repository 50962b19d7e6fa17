import {
  isAmbiguous,
  isApiError,
  isTransportError,
  pauseBetweenSends,
  sendUntilTaken,
  type RepeatWorld,
} from '@modelferry/http';

/** A change to a value or a state, which does no harm when it is made twice. */
export interface Change {
  /** Completes "Could not ...". */
  readonly doing: string;
  send(): Promise<unknown>;
  /** Whether all is as it is wanted. What it throws of its own ends all. */
  isDone(): Promise<boolean>;
}

/** How often a change is sent in all. */
const maxSends = 5;

/**
 * Brings about a change although answers may get lost: after each failure that does not say whether it was made, it looks,
 * and sends it again only where it was not. Source: docs/vendors/abeja.md, 5.2.
 * @throws what the call threw, when nothing helps and it is not as it is wanted
 */
export async function surely(world: RepeatWorld, { doing, send, isDone }: Change): Promise<void> {
  for (let sends = 1; ; sends++) {
    try {
      await sendUntilTaken(world, doing, send);
      return;
    } catch (error) {
      const isOpen = isAmbiguous(error);
      // One before it may have gone through, and what is refused now is to do it twice
      if (!isOpen && sends === 1) throw error;
      if (await looksDone(isDone)) return;
      if (!isOpen || sends >= maxSends) throw error;
      await pauseBetweenSends(world, sends, doing);
    }
  }
}

/** A look that fails says nothing. */
const looksDone = (isDone: () => Promise<boolean>): Promise<boolean> =>
  isDone().catch((error: unknown) => {
    if (isApiError(error) || isTransportError(error)) return false;
    throw error;
  });
